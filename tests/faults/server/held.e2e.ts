import Database from 'better-sqlite3';
import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { countOf, sealCount } from '../../../src/lib/journey/count.ts';
import { JourneyModel } from '../../../src/lib/journey/model.ts';
import { CODE_ALPHABET, CODE_LENGTH, SIZE_CLASSES } from '../../../src/lib/journey/share.ts';
import type { Handout } from '../../../src/lib/survey/handout.ts';
import { open, type Site } from '../../support/site.ts';
import { administrator } from '../../support/staff-client.ts';
import { ask } from './asking.ts';
import { BROKEN } from './life.ts';

const OTHER = 'stevns';
/** Its file is held by nobody: what the same requests cost there is the machine's, and no waiting. */
const FREE = 'glostrup';
const AT_ONCE = 20;
/** So much longer than with a free file another municipality's citizen waits at most, while strangers send to the held one. */
const WAIT_MAX_MILLISECONDS = 500;
const WORDS = 'Siden kan ikke vises lige nu';

const random = (bytes: number): string => randomBytes(bytes).toString('base64url');
const shareId = (): string =>
	Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(
		''
	);
const asJson = (body: unknown): RequestInit => ({
	method: 'POST',
	headers: { 'content-type': 'application/json' },
	body: JSON.stringify(body)
});
const newShare = () => ({
	id: shareId(),
	ciphertext: random(SIZE_CLASSES[0] + 28),
	linkProof: random(32),
	ownerProof: random(32),
	typed: null,
	opens: 1,
	days: 7
});

test('another program holds one municipality’s file: whatever is sent there waits for nobody, and keeps nobody waiting', async () => {
	const site = await open();
	let other: Database.Database | undefined;
	try {
		const staff = await administrator(site, BROKEN);
		const [held, free] = await Promise.all([floods(site, BROKEN), floods(site, FREE)]);
		other = new Database(join(site.variables.DATA_DIR ?? '', `${BROKEN}.sqlite`));
		other.exec('begin immediate');
		for (const [name, send] of Object.entries(held)) {
			const { longest, replies } = await flood(site, send);
			const usual = (await flood(site, free[name] ?? send)).longest;
			const words = `others waited ${longest} ms at most, and ${usual} ms where it is free`;
			console.log(`${name}: ${words}`);
			test.info().annotations.push({
				type: 'fault',
				description: JSON.stringify(['held file', name, words])
			});
			expect(longest - usual, name).toBeLessThan(WAIT_MAX_MILLISECONDS);
			const refused = replies.filter(({ status }) => status === 503);
			// A guess is told to come later, too, where there are many.
			expect(refused.length, name).toBeGreaterThan(0);
			expect(new Set(replies.map(({ status }) => status).filter((each) => each < 400))).toEqual(
				new Set()
			);
			for (const { text, again } of refused) {
				expect(text).toContain(WORDS);
				expect(again).toBe('30');
			}
		}
		// What is only read can be read, by those who are signed in too.
		expect((await staff.get('')).status).toBe(200);
		expect((await ask(site, BROKEN)).page.status).toBe(200);
		const said = site
			.printed()
			.split('\n')
			.filter((line) => line.includes('"event":"request"'));
		expect(said.length).toBeGreaterThan(0);
		// A line a minute.
		expect(said.length).toBeLessThanOrEqual(3);
		expect(JSON.parse(said[0] ?? '')).toMatchObject({ municipality: BROKEN, kind: 'busy' });

		other.exec('rollback');
		expect(await (await held['new share']?.())?.json()).toMatchObject({ outcome: 'kept' });
		expect(await (await held.picture?.())?.json()).toMatchObject({ outcome: 'counted' });
	} finally {
		other?.close();
		await site.clear();
	}
});

/** Many at once to the held one, and one after the other to the other. */
async function flood(
	site: Site,
	send: () => Promise<Response>
): Promise<{ longest: number; replies: { status: number; text: string; again: string | null }[] }> {
	let isOver = false;
	const all = Promise.all(
		Array.from({ length: AT_ONCE }, async () => {
			const reply = await send();
			const again = reply.headers.get('retry-after');
			return { status: reply.status, text: await reply.text(), again };
		})
	).finally(() => (isOver = true));
	let longest = 0;
	while (!isOver) {
		const began = performance.now();
		const reply = await fetch(`${site.url}/${OTHER}/api/v1/handout.json`);
		await reply.text();
		expect(reply.status).toBe(200);
		longest = Math.max(longest, Math.ceil(performance.now() - began));
	}
	return { longest, replies: await all };
}

/** What anybody can send to a municipality, each time another. */
async function floods(
	site: Site,
	slug: string
): Promise<{ [name: string]: () => Promise<Response> }> {
	const api = `${site.url}/${slug}/api/v1`;
	const picture = await pictures(api);
	const form = (path: string, fields: { [name: string]: string }) => () =>
		fetch(`${site.url}/${slug}${path}`, {
			method: 'POST',
			headers: { origin: site.url, accept: 'text/html' },
			body: new URLSearchParams(fields)
		});
	return {
		'new share': () => fetch(`${api}/delinger`, asJson(newShare())),
		'opened share': () => fetch(`${api}/delinger/${shareId()}`, asJson({ proof: random(32) })),
		picture: async () => fetch(`${api}/billeder`, asJson(await picture())),
		'start of a tablet': form('/tablet?/start', { code: 'ABCD-EFGH' }),
		'sign-in': form('/intern/log-ind?/password', { email: `a@${slug}.example`, password: 'gæt' })
	};
}

/** Pictures as devices seal them, each another. */
async function pictures(api: string) {
	const { key } = (await (await fetch(`${api}/handout.json`)).json()) as Handout;
	const model = JourneyModel.parse(await (await fetch(`${api}/model.json`)).json());
	return () => sealCount(countOf({ placements: [], marker: null }, model, randomUUID()), key);
}
