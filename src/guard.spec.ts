import { isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { beforeEach, expect, it } from 'vitest';
import { file, someone } from '../tests/support/staff.ts';
import { guard } from './guard.ts';
import * as throttle from './lib/server/core/limits/throttle.ts';
import type { Municipality } from './lib/server/municipality.ts';
import * as session from './lib/server/staff/session.ts';

const ORIGIN = 'https://svar.example.dk';
const USERS = '/[municipality]/intern/brugere';

beforeEach(throttle.forgetAll);

/** The guard before one municipality. @returns what it answers: the status, and where it leads */
function door() {
	const db = file();
	const house = { db, keysFolder: '', plan: { municipality: 'stevns' } } as Municipality;
	const knock = async (
		path: string,
		{ route = USERS as string | null, method = 'GET', id = '' } = {}
	) => {
		const event = {
			locals: {},
			params: { municipality: 'stevns' },
			route: { id: route },
			url: new URL(ORIGIN + path),
			request: new Request(ORIGIN + path, { method, headers: { origin: ORIGIN } }),
			cookies: { get: (name: string) => (name === session.cookieName(true) && id) || undefined }
		} as unknown as RequestEvent;
		try {
			const resolve = () => new Response('inside');
			return { status: (await guard(() => house)({ event, resolve })).status, to: '' };
		} catch (thrown) {
			if (isRedirect(thrown)) return { status: thrown.status, to: thrown.location };
			if (isHttpError(thrown)) return { status: thrown.status, to: '' };
			throw thrown;
		}
	};
	const logged = (): number =>
		db.prepare<[], number>('select count(*) from audit').pluck().get() ?? 0;
	return { db, knock, logged };
}

it('writes no line of what somebody tried whom nobody knows', async () => {
	const { knock, logged } = door();
	const before = logged();
	const statuses = new Set<number>();
	for (let n = 0; n < 2794; n++) {
		statuses.add((await knock(`/stevns/intern/brugere?/nothing${n}`, { method: 'POST' })).status);
	}
	console.log(`2,794 anonymous actions: ${logged() - before} rows written, all ${[...statuses]}`);
	expect([...statuses]).toEqual([403]);
	expect(logged()).toBe(before);
});

it('logs so many refusals a day of someone signed in, and none of them keeps another’s out', async () => {
	const { db, knock, logged } = door();
	const ids = [];
	for (const name of ['Ole', 'Karen']) {
		const { user } = await someone(db, { name, roles: ['caseworker'] });
		ids.push(await session.start(db, user.id, { step: 'done', browser: '', now: new Date() }));
	}
	const before = logged();
	const { limit } = throttle.LIMITS['refusals-logged'];
	for (let n = 0; n < 500; n++) {
		expect((await knock('/stevns/intern/brugere', { id: ids[0] })).status).toBe(403);
	}
	expect(logged() - before).toBe(limit);
	await knock('/stevns/intern/brugere', { id: ids[1] });
	expect(logged() - before).toBe(limit + 1);
});

it.each([
	'/stevns/intern/brugere',
	'/stevns/%69ntern/brugere',
	'/stevns/%69%6e%74%65%72%6e/brugere',
	'/stevns/int%65rn/brugere/__data.json'
])('decides on the route that answers, however %s is written', async (path) => {
	expect(await door().knock(path)).toMatchObject({
		status: 303,
		to: expect.stringContaining('/stevns/intern/log-ind')
	});
});

it('has nothing to do with what no route of staff’s answers', async () => {
	for (const route of ['/[municipality]/[[lang=lang]]/(public)/resultater', null]) {
		expect((await door().knock('/stevns/intern', { route })).status).toBe(200);
	}
});
