import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays } from '../src/lib/calendar.ts';
import * as daily from '../src/lib/server/daily.ts';
import type { Db } from '../src/lib/server/core/database.ts';
import { removeIdentifiers } from '../src/lib/identifiers.ts';
import { year } from '../src/lib/server/demo/year/year.ts';
import * as plans from '../src/lib/server/plan/plans.ts';
import { countedSheets } from './recount/counting.ts';
import { recount, type Row } from './recount/recount.ts';
import { wilson } from './recount/wilson.ts';
import { subtractions, unsafe } from './support/ledger.ts';
import { play, released } from './support/play.ts';

const TODAY = '2026-11-22';

const every = plans.all().map((plan) => [plan.municipality, plan] as const);

describe.each(every)('the published figures of %s', (_, plan) => {
	const given = year(plan, TODAY);
	const end = addDays(given.rounds.at(-1)?.closesOn ?? TODAY, 31);

	it('equal a recount of everything that was sent, today and when both rounds are over; no subtraction leads to a small group', async () => {
		const { db, keysFolder, replies } = await play(plan, given, TODAY);
		const today = released(db);
		expect(today).toEqual(recount(given, given.rounds, plan, TODAY));
		const counted = given.rounds.flatMap((round) =>
			[...countedSheets(given, round, plan, TODAY).values()].flat()
		);
		// A no with a code that has its outcome is heard like any other, and counts nothing.
		const noes = given.phases
			.flatMap(({ submissions }) => submissions)
			.filter(
				({ submission: { channel, outcome } }) => channel === 'code' && outcome === 'declined'
			);
		const more = replies.filter(({ outcome }) => outcome === 'counted').length - counted.length;
		expect(more).toBeGreaterThanOrEqual(0);
		expect(more).toBeLessThanOrEqual(noes.length / 10);

		daily.turn(db, keysFolder, end);
		const all = released(db);
		expect(all).toEqual(recount(given, given.rounds, plan, end));
		expect(all).toEqual(expect.arrayContaining(today.slice(0, 20)));
		expect(all.length).toBeGreaterThan(today.length);
		const found = subtractions(all, given, plan, end);
		expect(found.some(({ left }) => left > 0)).toBe(true);
		expect(unsafe(all, found)).toEqual([]);
		expect(comments(db).length).toBeGreaterThan(10);
		expect(comments(db).filter((text) => removeIdentifiers(text) !== text)).toEqual([]);
		db.close();
		rmSync(keysFolder, { recursive: true });
	});
});

const comments = (db: Db): string[] =>
	db
		.prepare<[], { text: string }>('select text from comment')
		.all()
		.map(({ text }) => text);

describe('the demo shows what a year may bring', () => {
	const published = new Map(
		every.map(([municipality, plan]) => {
			const given = year(plan, TODAY);
			return [municipality, recount(given, given.rounds, plan, TODAY)];
		})
	);
	const rowsOf = (municipality: string): Row[] => published.get(municipality) ?? [];

	it('a month with too few answers, counted into the next', () => {
		const months = new Set(
			rowsOf('glostrup')
				.filter(({ series, breakdown }) => series === 'asked' && breakdown === '')
				.map(({ unit }) => unit)
		);
		expect(months).toContain('2026-06');
		expect(months).not.toContain('2026-07');
		expect(months).toContain('2026-08');
	});

	it('a team and a situation too small to be shown beside others that are', () => {
		const stevns = rowsOf('stevns').filter(({ unit }) => unit === '2026-Q1' || unit === '2026-H1');
		const shown = new Set(stevns.map(({ category }) => category));
		expect(shown).toContain('job');
		expect(shown).not.toContain('flex');
		expect(shown).toContain('sick-leave');
		expect(shown).not.toContain('other');
	});

	it('a goal of Vejen that the closed round cannot settle', () => {
		const { rounds } = year(plans.find('vejen') ?? every[0]![1], TODAY);
		const answers = rowsOf('vejen').filter(
			({ round, series, breakdown, item, answer }) =>
				round === rounds[0]?.id &&
				series === 'asked' &&
				breakdown === '' &&
				item === 'overall' &&
				/[1-5]/.test(answer)
		);
		const n = answers.reduce((sum, row) => sum + row.n, 0);
		const pleased = answers
			.filter(({ answer }) => answer >= '4')
			.reduce((sum, row) => sum + row.n, 0);
		const [low, high] = wilson(pleased, n);
		expect(n).toBeGreaterThan(200);
		expect(low).toBeLessThan(0.8);
		expect(high).toBeGreaterThan(0.8);
	});
});
