import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { recounted } from '../../../tests/support/recounted.ts';
import type { Aim } from '../goals/goal.ts';
import { judged, series, undated, value } from '../goals/status.fixture.ts';
import { wilson } from '../results/statistics.ts';
import { verdict } from '../results/verdict.ts';
import { RULES_NOW, type Judged } from './document.ts';
import { recountFile } from './recount.ts';

const of = (id: string, [status, rule, target]: readonly unknown[], more: Partial<Judged>) => ({
	id,
	status,
	word: status,
	rule,
	value: null,
	target,
	wants: 'at-least',
	decimals: null,
	points: [],
	survey: null,
	before: null,
	...more
});
type Told = ReturnType<typeof of>;
/** A report of these goals alone. @param rules absent in one that was frozen before they were counted */
function recount(goals: Told[], rules?: number) {
	const bytes = JSON.stringify({
		name: 'Prøve',
		title: 'Rapport',
		version: 1,
		quarter: '2026-Q3',
		sections: [
			{
				blocks: [{ kind: 'table', id: 'goals', rows: goals.map(({ word }) => ['', '', '', word]) }]
			}
		],
		data: { rows: [], figures: [], changes: [], goals, ...(rules && { rules }) }
	});
	return recounted(recountFile(bytes, createHash('sha256').update(bytes).digest('hex')));
}

const more: Aim = { kind: 'direction', measure: 'figure', when: undated };
const tenths = Array.from({ length: 999 }, (_, at) => (at + 1) / 10);
const still = tenths.flatMap((x) => {
	const points = Array.from({ length: 14 }, () => x);
	const told = { series: series(points, '2025-01') };
	return [
		of(`${x}/1`, judged(value(x, undated), told), { value: x, points }),
		of(`${x}/2`, judged(more, told), { wants: 'above', value: x, points })
	];
});
const onMean = [...Array.from({ length: 6 }, () => [10.1, 10.3]).flat(), ...Array(7).fill(10.2)];
/** A goal of a share in per cent, where `k` of so many agree. */
const agreed = (k: (n: number) => number, target: number) =>
	Array.from({ length: 1000 }, (_, at) => {
		const n = at + 1;
		const found = verdict(wilson(k(n) / n, n), target / 100);
		return of(`${n}`, [found, `survey-${found}`, target], {
			survey: { k: k(n), answers: n, n }
		});
	});

it('says of a series that never moves, and of points on its mean, what the report says', () => {
	expect(new Set(still.map(({ rule }) => rule))).toEqual(
		new Set(['limits-either', 'no-sure-change'])
	);
	const mean = of('mean', judged(more, { series: series(onMean, '2025-01') }), {
		wants: 'above',
		points: onMean
	});
	expect(mean.rule).toBe('no-sure-change');
	expect(recount([...still, mean], RULES_NOW)).toMatchObject({ differences: 0, status: 0 });
});

it('says of everybody and of nobody what the report says', () => {
	const all = [...agreed((n) => n, 100), ...agreed(() => 0, 100)];
	expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['undecided', 'not-reached']));
	expect(recount(all, RULES_NOW)).toMatchObject({ differences: 0, status: 0 });
});

it('recounts a report from before by what it was made by then', () => {
	// The mean of twelve is the last bit above 80.1, so 80.1 was taken for a fall; and 25 of 25 for less than all.
	const points = Array.from({ length: 14 }, () => 80.1);
	const then = [
		of('a', ['behind', 'direction-worse', null], { wants: 'above', value: 80.1, points }),
		of('b', ['not-reached', 'survey-not-reached', 100], { survey: { k: 25, answers: 25, n: 25 } })
	];
	expect(recount(then)).toMatchObject({ differences: 0, status: 0 });
	expect(recount(then, RULES_NOW)).toMatchObject({ differences: 2, status: 1 });
});
