import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { ROLES, type Role } from '../../src/lib/server/staff/access/role.ts';
import type { StaffClient } from '../support/staff-client.ts';
import type { Site, Variables } from '../support/site.ts';
import { demoDesk, invent } from '../support/invented.ts';
import { at, pagesOf, stripped } from '../support/staff-pages.ts';
import { openRound } from '../support/round.ts';
import { expect, test } from '../support/test.ts';

const ROUND = '2026-05';
/** As many as a sending must have before anything at all is said of it. */
const CODES = 60;
const PUBLIC = [
	'',
	'/k',
	`/svar/${ROUND}`,
	'/resultater',
	'/resultater/loefter',
	'/dine-rettigheder',
	'/api/v1/noegletal.json',
	'/api/v1/handout.json'
];

/** Pages that show one round of several. */
const BY_ROUND = /^\/(koder|papir)/;

type Staff = { [role in Role]: StaffClient };

/** All that anyone in the site, and anyone outside it, can open or download. */
async function everything(site: Site, staff: Staff): Promise<Map<string, string>> {
	const seen = new Map<string, string>();
	for (const path of PUBLIC) {
		const reply = await fetch(`${site.url}/stevns${path}`);
		seen.set(path, `${reply.status} ${stripped(await reply.text(), site)}`);
	}
	for (const role of ROLES) {
		const desk = at(site, staff[role]);
		const keep = async (what: string, reply: Response) => {
			seen.set(`${role} ${what}`, `${reply.status} ${stripped(await reply.text(), site)}`);
		};
		// A page brings all its data along for the browser, so that is looked at too.
		for (const path of pagesOf(role, { round: ROUND, questionnaire: 'samtale', version: '1' })) {
			if (path === '/log-ud' || path === '/log-ind') continue;
			await keep(path, await desk.get(path));
			if (BY_ROUND.test(path)) await keep(`${path}?`, await desk.get(`${path}?maaling=${ROUND}`));
		}
		// What a form gives back is seen too.
		const given = { round: ROUND, team: '', month: '2026-05', count: 'ingen' };
		for (const path of ['/koder', '/papir']) {
			await keep(`post ${path}`, await desk.post(path, given));
		}
	}
	return seen;
}

async function answer(site: Site, code: string): Promise<number> {
	const reply = await fetch(`${site.url}/stevns/svar/${ROUND}?/send`, {
		method: 'POST',
		headers: { origin: site.url, accept: 'text/html' },
		redirect: 'manual',
		body: new URLSearchParams({ id: randomUUID(), code, 'answer-a': '4', comment: 'Tak.' })
	});
	return reply.status;
}

/** What reads differently in two sites. */
async function differing(staff: Staff, ...sites: [Site, Site]): Promise<string[]> {
	const [a, b] = await Promise.all(sites.map((site) => everything(site, staff)));
	expect(a?.size).toBeGreaterThan(90);
	return [...(a ?? [])].filter(([key, text]) => b?.get(key) !== text).map(([key]) => key);
}

test('nothing that anyone can open or download tells whether a given code was used', async ({
	another
}) => {
	test.setTimeout(300_000);
	const folder = mkdtempSync(join(tmpdir(), 'code-use-'));
	/** A server on a copy of another's files. */
	const copyOf = async ({ variables }: Site, name: string, changed: Variables = {}) => {
		const copied = { DATA_DIR: join(folder, name, 'data'), KEYS_DIR: join(folder, name, 'keys') };
		for (const [key, path] of Object.entries(copied)) {
			cpSync(variables[key] ?? '', path, { recursive: true });
		}
		return another({ ...variables, ...copied, ...changed });
	};

	const first = await another();
	await invent(first);
	const team = { name: 'team' as const, unit: 'quarter' as const };
	await openRound(first, 'stevns', {
		id: ROUND,
		channels: ['code', 'tablet', 'paper', 'open'],
		breakdowns: [{ ...team, categories: ['job', 'sickness', 'youth', 'unknown'] }]
	});
	const staff = {} as Staff;
	for (const role of ROLES) staff[role] = await demoDesk(first, role);
	const made = await staff.leader.post('/koder', {
		round: ROUND,
		team: 'job',
		month: '2026-05',
		count: String(CODES),
		request: randomUUID()
	});
	const codes = [...(await made.text()).matchAll(/\/k#(\w+)/g)].map(([, code]) => code ?? '');
	const [given = '', ...others] = [...new Set(codes)];
	expect(others).toHaveLength(CODES - 1);
	await first.stop();

	try {
		const [used, unused] = [await copyOf(first, 'used'), await copyOf(first, 'unused')];
		expect(await answer(used, given)).toBe(303);
		const file = used.file('stevns');
		expect(file.prepare('select sum(used) from code').pluck().get()).toBe(1);
		file.close();
		expect(await differing(staff, used, unused)).toEqual([]);
		await used.stop();
		await unused.stop();

		// The day after, when yesterday's counts are written.
		const tomorrow = { TODAY: '2026-05-21' };
		const usedLater = await copyOf(used, 'used-later', tomorrow);
		const unusedLater = await copyOf(unused, 'unused-later', tomorrow);
		expect(await differing(staff, usedLater, unusedLater)).toEqual([]);

		// And it would be noticed: thirty answers are.
		for (const code of others.slice(0, 30)) expect(await answer(usedLater, code)).toBe(303);
		await usedLater.stop();
		await unusedLater.stop();
		const aDayOn = { TODAY: '2026-05-22' };
		const of = async (site: Site) => {
			const reply = await at(site, staff.leader).get(`/maalinger/${ROUND}`);
			return stripped(await reply.text(), site);
		};
		const many = await copyOf(usedLater, 'many', aDayOn);
		const none = await copyOf(unusedLater, 'none', aDayOn);
		expect(await of(many)).not.toBe(await of(none));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
});
