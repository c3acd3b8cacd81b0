import { beforeEach, expect, it } from 'vitest';
import { cell, publish } from '../../../../tests/support/published.ts';
import { monthsOfQuarter, type Month } from '../../calendar.ts';
import type { Questionnaire } from '../../survey/questionnaire.ts';
import type { Round } from '../../survey/round.ts';
import { openFile, type Db } from '../core/database.ts';
import { changes, isOut, quarterFigures } from './quarter-figures.ts';

const ours = { kind: 'ours', why: 'a test' } as const;
const item = (id: string, text = id): Questionnaire['items'][number] => ({
	id,
	text: { da: text },
	scale: 'agreement',
	source: ours,
	promises: []
});
const asking = (...items: Questionnaire['items']): Questionnaire => ({
	id: 'meeting',
	name: { da: 'Samtalen' },
	items
});
const TODAY = '2026-11-20';

let db: Db;
beforeEach(() => {
	db = openFile(':memory:');
});

/** A round over whole quarters; `agree` of `n` agree in each month, by statement. */
function round(
	id: string,
	questionnaire: Questionnaire,
	quarters: { [quarter: string]: { [item: string]: [agree: number, n: number] } },
	waiting: Month[] = []
): void {
	const months = Object.keys(quarters).flatMap(monthsOfQuarter);
	const it: Round = {
		id,
		prefix: id.repeat(2),
		name: { da: id },
		questionnaire: id,
		opensOn: `${months[0]}-01`,
		closesOn: `${months.at(-1)}-28`,
		channels: ['code'],
		breakdowns: []
	};
	publish(
		db,
		it,
		questionnaire,
		months.map((month: Month) => [month, 'month', waiting.includes(month) ? 'open' : 'released'])
	);
	for (const [quarter, of] of Object.entries(quarters)) {
		for (const month of monthsOfQuarter(quarter)) {
			const most = Math.max(...Object.values(of).map(([, n]) => n));
			const answers = Object.entries(of).map(([name, [agree, n]]) => [
				name,
				{ 5: agree, 4: 0, 3: 0, 2: 0, 1: n - agree }
			]);
			const outcomes = { answered: most, any: most, 'code:answered': most };
			cell(db, id, month, {}, outcomes, Object.fromEntries(answers));
		}
	}
}

it('are said to differ by Newcombe’s interval alone: the same step is sure with many answers, and not with few', () => {
	round('a', asking(item('many'), item('few')), {
		'2026-Q2': { many: [140, 200], few: [14, 20] },
		'2026-Q3': { many: [164, 200], few: [16, 20] }
	});
	const { state, before, items } = changes(db, '2026-Q3', TODAY);
	expect([state, before]).toEqual(['compared', '2026-Q2']);
	expect(items.map((each) => [each.item.id, each.change])).toEqual([
		['many', 'better'],
		['few', 'no-clear-change']
	]);
	expect(items[0]).toMatchObject({ now: { k: 492, n: 600 }, before: { k: 420, n: 600 } });
});

it('are held against the same words alone, in another round too, and only of the quarter before', () => {
	round('a', asking(item('kept'), item('changed', 'Før')), {
		'2026-Q1': { kept: [100, 200] },
		'2026-Q2': { kept: [100, 200], changed: [100, 200] }
	});
	round('b', asking(item('kept'), item('changed', 'Nu')), {
		'2026-Q3': { kept: [180, 200], changed: [180, 200] }
	});
	expect(changes(db, '2026-Q3', TODAY).items.map((each) => each.item.id)).toEqual(['kept']);
	// Pooled, they are two questionnaires.
	expect(quarterFigures(db, '2026-Q3')[0]?.headline.earlier).toBeNull();
	expect(quarterFigures(db, '2026-Q2')[0]?.headline.earlier).toBeNull();
	expect(changes(db, '2026-Q1', TODAY)).toMatchObject({ state: 'no-earlier', items: [] });
});

it('are not out before the quarter is over and its last month is published', () => {
	round('a', asking(item('one')), { '2026-Q3': { one: [10, 20] } });
	expect(isOut(db, '2026-Q3', '2026-09-30')).toBe(false);
	expect(isOut(db, '2026-Q3', TODAY)).toBe(true);
	round('b', asking(item('other')), { '2026-Q3': { other: [10, 20] } }, ['2026-09']);
	expect(isOut(db, '2026-Q3', TODAY)).toBe(false);
	expect(changes(db, '2026-Q3', TODAY).state).toBe('not-out');
});
