import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { expect } from '@playwright/test';
import { normalise } from '../../src/lib/survey/code.ts';
import type { Round } from '../../src/lib/survey/round.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';
import { sealAsBefore } from '../faults/older.ts';
import { makeCodes, openRound } from '../support/round.ts';
import { command, open as openSite, type Site } from '../support/site.ts';
import type { Fleet, Place } from './fleet.ts';

/** When May and June of a round are published. */
const DUE = '2026-08-15';

/** As devices seal them: without the dash that is printed. */
export const codesOf = async (
	site: Site,
	slug: string,
	round: Round,
	count: number
): Promise<string[]> => (await makeCodes(site, slug, round, count)).map(normalise);

/** Opens every box, where the municipality is by now. */
export async function accountOf(
	fleet: Fleet,
	place: Place,
	{ slug, round }: { slug: string; round: Round },
	its: Submission[]
): Promise<{ lost: number; twice: number }> {
	const { module } = await runnerImport<typeof import('../faults/opened.ts')>(
		'./tests/faults/opened.ts',
		{ configFile: false }
	);
	const { DATA_DIR = '', KEYS_DIR = '' } = fleet.variables(place);
	const opened = module.open(DATA_DIR, join(KEYS_DIR, slug), round.id, slug);
	const times = new Map(its.map(({ comment }) => [comment, 0]));
	for (const each of opened.comments) times.set(each, (times.get(each) ?? 0) + 1);
	expect(opened.receipts).toBe(its.length);
	expect(opened.counts['asked||||answered']).toBe(its.length);
	expect({ notCounted: opened.notCounted, quarantined: opened.quarantined }).toEqual({
		notCounted: 0,
		quarantined: 0
	});
	return {
		lost: [...times.values()].filter((n) => n === 0).length,
		twice: [...times.values()].filter((n) => n > 1).length
	};
}

type Row = { [column: string]: unknown };

/** What is published when its day has come. */
export async function releasedBy(variables: Site['variables'], slug: string): Promise<Row[]> {
	const { code, error } = await command(variables, ['release', '--today', DUE]);
	expect([code, error]).toEqual([0, '']);
	const db = new Database(join(variables.DATA_DIR ?? '', `${slug}.sqlite`), { readonly: true });
	const rows = db.prepare<[], Row>('select * from released order by 1, 2, 3, 4, 5, 6, 7').all();
	db.close();
	return rows;
}

/** What one server releases that nobody kills, of the same answers. */
export async function undisturbed(
	slug: string,
	its: Submission[],
	codesMade: number
): Promise<Row[]> {
	const site = await openSite();
	try {
		const round = await openRound(site, slug);
		const codes = await codesOf(site, slug, round, codesMade);
		const reply = await fetch(`${site.url}/${slug}/api/v1/handout.json`);
		const { key } = (await reply.json()) as { key: { id: string; publicKey: string } };
		for (let at = 0; at < its.length; at += 50) {
			const batch = its.slice(at, at + 50).map((each, n) => ({
				...each,
				id: randomUUID(),
				code: codes[at + n] ?? ''
			}));
			const envelopes = await Promise.all(batch.map((each) => sealAsBefore(each, key)));
			const sent = await fetch(`${site.url}/${slug}/api/v1/submissions`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ envelopes })
			});
			const { results } = (await sent.json()) as { results: { outcome: string }[] };
			expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['counted']));
		}
		await site.stop();
		return await releasedBy(site.variables, slug);
	} finally {
		await site.clear();
	}
}
