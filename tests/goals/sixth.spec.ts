import { beforeEach, describe, expect, it } from 'vitest';
import { goalLocaleOf, aimWords, rulingWords, whenWords } from '../../src/lib/goals/words.ts';
import { readFigures } from '../../src/lib/goals/sheet/read.ts';
import { load } from '../../src/lib/i18n/messages.ts';
import { localeOf } from '../../src/lib/results/locale.ts';
import { openFile, type Db } from '../../src/lib/server/core/database.ts';
import { board, goalView, type GoalView } from '../../src/lib/server/goals/board.ts';
import { enter, type Entry } from '../../src/lib/server/goals/figures.ts';
import { knownIn, save, template } from '../../src/lib/server/goals/importing.ts';
import * as initiatives from '../../src/lib/server/goals/initiatives.ts';
import { monthly, months } from '../../src/lib/server/goals/monthly.ts';
import { choose } from '../../src/lib/server/goals/shown.ts';
import { wantedOf } from '../../src/lib/server/jobindsats/fetching.ts';
import { sixth } from './sixth.ts';

const TODAY = '2027-02-10';
const staff = { today: TODAY, surveyedBy: () => null, audience: 'staff' } as const;
let db: Db;
beforeEach(() => {
	db = openFile(':memory:');
});

const put = (goal: string, figures: { [period: string]: number }, more: Partial<Entry> = {}) =>
	enter(
		db,
		sixth,
		Object.entries(figures).map(([period, value]) => ({
			goal,
			measure: 'figure',
			period,
			value,
			delivered: String(value),
			source: 'Egen opgørelse',
			retrievedOn: TODAY,
			...more
		})),
		{ way: 'typed', by: null, today: TODAY }
	);
const statuses = (on: typeof staff | (Omit<typeof staff, 'audience'> & { audience: 'public' })) =>
	Object.fromEntries(
		board(db, sixth, on).headings.flatMap(({ goals }) =>
			goals.map(({ goal, status }) => [goal.id, status])
		)
	);

describe('a sixth plan with goals of every kind', () => {
	it('is followed by content alone', () => {
		expect(put('per-cent', { '2026-12': 46 })).toMatchObject({ ok: true });
		put('number', { '2026-Q2': 89 });
		put('weeks', { '2026-12': 28.4 });
		put('kroner', { '2026-H1': 4900 });
		put('change', { '2024-12': 100, '2026-12': 71 });
		put('each-year', { '2024': 10, '2025': 11, '2026': 12 });
		put('national', { '2026-12': 40 }, { national: 41 });
		put('several', { '2025': 21 }, { measure: 'first' });
		put('several', { '2026': 20 }, { measure: 'second' });
		put('path', { '2025': 26, '2026': 24 });
		put('total', { '2026-Q1': 10 });
		put('direction', Object.fromEntries(year('2026').map((month, n) => [month, 50 + (n % 2)])));
		put('follow', { '2026-Q4': 12 });
		const moved = initiatives.move(db, sixth, 'task:done', {
			to: 'done',
			note: null,
			by: null,
			today: '2026-03-01'
		});
		expect(moved.ok).toBe(true);
		expect(statuses(staff)).toEqual({
			share: 'no-figure',
			mean: 'no-figure',
			'per-cent': 'reached',
			number: 'not-reached',
			weeks: 'reached',
			kroner: 'reached',
			change: 'not-reached',
			'each-year': 'reached',
			national: 'not-reached',
			several: 'reached',
			path: 'not-reached',
			total: 'reached',
			done: 'reached',
			direction: 'undecided',
			unmeasured: 'no-figure',
			follow: 'undecided',
			ended: 'undecided'
		});
	});

	it('says every goal in words, in every language that has them', async () => {
		for (const language of ['da', 'let', 'en']) {
			const [m, g] = await Promise.all([load(language, 'results'), load(language, 'goals')]);
			const say = goalLocaleOf(localeOf(m, language), g);
			for (const { goal, aims } of viewsOf()) {
				for (const { aim, ruling } of aims) {
					const said = [aimWords(say, goal, aim), whenWords(say, aim.when)];
					said.push(rulingWords(say, goal, aim, ruling));
					expect(said.every((words) => words.length > 0)).toBe(true);
					expect(said.join(' ')).not.toMatch(/undefined|NaN|\{|null/);
				}
			}
		}
	});

	it('has its template, its month, its tables and its public board', () => {
		const file = template(db, sixth, TODAY, 'Egen opgørelse').replaceAll(';;;;;;', ';12;;;;;');
		const read = readFigures(file, { known: knownIn(sixth), source: '' });
		if (!read.ok) throw new Error(JSON.stringify(read));
		expect(read.lines).toHaveLength(knownIn(sixth).length);
		const way = { way: 'file', by: null, today: TODAY, reason: null } as const;
		expect(save(db, sixth, read.lines, way)).toMatchObject({ ok: true });
		expect(months(db)).toEqual(['2027-02']);
		expect(monthly(db, sixth, '2027-02', TODAY).usual).toHaveLength(read.lines.length);
		expect(wantedOf(sixth).map(({ table }) => table.id)).toEqual(['y07a07']);
		expect(statuses({ ...staff, audience: 'public' })).toEqual({});
		choose(db, ['weeks']);
		expect(Object.keys(statuses({ ...staff, audience: 'public' }))).toEqual(['weeks']);
	});

	it('stands as it stood then', () => {
		put('per-cent', { '2026-11': 40 }, { retrievedOn: '2026-12-15' });
		const before = { ...staff, today: '2026-12-31' };
		const then = (day: string, by: 'known' | 'of') =>
			goalView(db, sixth, 'per-cent', { ...before, until: { day, by } })?.measures[0]?.series
				?.points;
		// It was entered later than the month it is of.
		expect(then('2026-12-31', 'known')).toEqual([]);
		expect(then(TODAY, 'known')).toHaveLength(1);
		expect(then('2026-11-30', 'of')).toHaveLength(1);
		expect(then('2026-10-31', 'of')).toEqual([]);
	});
});

const viewsOf = (): GoalView[] => board(db, sixth, staff).headings.flatMap(({ goals }) => goals);
const year = (of: string): string[] =>
	Array.from({ length: 12 }, (_, n) => `${of}-${String(n + 1).padStart(2, '0')}`);
