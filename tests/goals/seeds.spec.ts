import { describe, expect, it } from 'vitest';
import type { Aim, Goal, When } from '../../src/lib/goals/goal.ts';
import { betterOf, isRegistered, type Measure } from '../../src/lib/goals/measure.ts';
import * as plans from '../../src/lib/server/plan/plans.ts';
import {
	GLOSTRUP,
	SLAGELSE,
	SLAGELSE_GOALS,
	SOENDERBORG,
	STEVNS,
	VEJEN,
	type Seed
} from './seeds.ts';

const planOf = (municipality: string) => plans.find(municipality)!;

// What the content says, put down as the list has it.
const unitOf = (measure: Measure | undefined): string => {
	if (!measure || !isRegistered(measure)) return ' %';
	return { 'per-cent': ' %', number: '', weeks: ' weeks', kroner: ' kr.' }[measure.unit];
};
function goalOf(goal: Goal, aim: Aim): string {
	if (aim.kind === 'done' || aim.kind === 'direction' || aim.kind === 'follow') return aim.kind;
	const measure = goal.measures.find(({ id }) => id === aim.measure);
	if (aim.kind === 'national') return aim.side === 'above' ? 'over' : 'under';
	if (aim.kind === 'change') {
		return `${aim.amount}${aim.unit === 'per-cent' ? ' %' : unitOf(measure)} ${aim.each === 'year' ? 'each year' : 'in all'}`;
	}
	const about = aim.about ? 'ca. ' : '';
	return `${about}${aim.atLeast ? 'mindst ' : ''}${aim.value}${unitOf(measure)}`;
}
const whenOf = (when: When): string | undefined => {
	if (when.kind === 'undated') return undefined;
	return when.kind === 'by' ? `by ${when.day}` : when.periods.join(' ');
};
function baselineOf([measure]: Goal['measures']): Pick<Seed, 'baseline' | 'national'> {
	const baseline = measure?.baseline;
	if (!baseline) return {};
	const about = baseline.about ? 'ca. ' : '';
	const n = measure.kind === 'survey' ? ` of ${baseline.n ?? 'unknown'}` : '';
	const unit = unitOf(measure);
	return {
		baseline: `${baseline.period} ${about}${baseline.value}${unit}${n}`,
		...(baseline.national !== undefined && { national: `${baseline.national}${unit}` })
	};
}

function agree(goals: Goal[], seeds: Seed[]): void {
	expect(goals.map(({ name }) => name.da)).toHaveLength(seeds.length);
	for (const [at, seed] of seeds.entries()) {
		const goal = goals[at]!;
		const whens = Array.isArray(seed.when)
			? seed.when
			: seed.goals.map(() => seed.when as string | undefined);
		const { baseline, national } = seed;
		expect(goal.source, `line ${seed.line}`).toMatchObject({ kind: 'verbatim' });
		if (goal.source.kind !== 'verbatim') continue;
		expect(goal.source.lines, seed.says).toContain(seed.line);
		expect(goal.source.passage).toContain(seed.says);
		expect(
			{
				...baselineOf(goal.measures),
				goals: goal.aims.map((aim) => goalOf(goal, aim)),
				whens: goal.aims.map(({ when }) => whenOf(when)),
				better: goal.measures.map(betterOf).join(' ')
			},
			`line ${seed.line}: ${seed.says}`
		).toEqual({
			...(baseline !== undefined && { baseline }),
			...(national !== undefined && { national }),
			goals: seed.goals,
			whens,
			better: seed.better ?? ''
		});
	}
}

describe('the goals of the plans are what the plans print', () => {
	it.each([
		['vejen', 11, VEJEN],
		['soenderborg', 43, SOENDERBORG.flat()],
		['glostrup', 9, GLOSTRUP],
		['stevns', 5, STEVNS],
		['slagelse', 13, SLAGELSE_GOALS]
	])('%s: %d', (municipality, count, seeds) => {
		expect(seeds).toHaveLength(count);
		agree(planOf(municipality).goals, seeds);
	});

	it('Sønderborg’s eight lists stand under their own headings, 6 + 7 + 6 + 4 + 6 + 5 + 3 + 6', () => {
		const { headings, goals } = planOf('soenderborg');
		const lists = headings.map(({ id }) => goals.filter(({ heading }) => heading === id));
		expect(lists.map((list) => list.length)).toEqual([6, 7, 6, 4, 6, 5, 3, 6]);
		for (const [at, list] of lists.entries()) agree(list, SOENDERBORG[at]!);
	});

	it('of Sønderborg’s, 37 are dated: 21 with a number, 15 done or not done, one a direction; 6 are undated', () => {
		const kinds = planOf('soenderborg').goals.map(({ aims }) => {
			// 25 % has no date, but is to become 50 % by one.
			if (aims.every(({ when }) => when.kind === 'undated')) return 'undated';
			if (aims.some(({ kind }) => kind === 'value' || kind === 'change')) return 'number';
			return aims[0]?.kind;
		});
		const count = (kind: string) => kinds.filter((each) => each === kind).length;
		expect([count('number'), count('done'), count('direction'), count('undated')]).toEqual([
			21, 15, 1, 6
		]);
	});

	it('of Vejen’s, six are in per cent, three are counts and two are in weeks; six print a national average', () => {
		const measures = planOf('vejen').goals.flatMap((goal) => goal.measures);
		const units = measures.map((measure) => (isRegistered(measure) ? measure.unit : 'per-cent'));
		const count = (unit: string) => units.filter((each) => each === unit).length;
		expect([count('per-cent'), count('number'), count('weeks')]).toEqual([6, 3, 2]);
		expect(measures.flatMap(({ baseline }) => baseline?.national ?? [])).toEqual([
			34, 12.6, 33.2, 11.3, 41.1, 53.3
		]);
	});

	it('Vejen’s place "over" the national average is read as fewer weeks, and says so', () => {
		const goal = planOf('vejen').goals.find(({ id }) => id === 'flex-waiting-weeks');
		expect(goal?.reading?.da).toContain('placering over landsgennemsnit');
	});
});

describe('Slagelse’s starred initiatives', () => {
	const { headings, initiatives, goals } = planOf('slagelse');

	it('are 30: 7 + 6 + 9 + 8, one of them twice', () => {
		expect(initiatives).toHaveLength(30);
		const lists = headings.map(({ id }) => initiatives.filter(({ heading }) => heading === id));
		expect(lists.map((list) => list.length)).toEqual([7, 6, 9, 8, 0]);
		for (const [at, list] of SLAGELSE.entries()) {
			for (const [n, seed] of list.entries()) {
				const initiative = lists[at]?.[n];
				expect(initiative?.source, seed.says).toMatchObject({
					kind: 'verbatim',
					lines: expect.arrayContaining([seed.line]),
					passage: expect.stringContaining(seed.says)
				});
				expect([initiative?.by, initiative?.isCutOff], seed.says).toEqual([seed.by, seed.isCutOff]);
				const twin = initiatives.find(({ id }) => id === initiative?.sameAs);
				const twinLines = twin?.source.kind === 'verbatim' ? twin.source.lines : [];
				expect(twinLines, seed.says).toEqual(seed.again ? [seed.again] : []);
				const own = goals.filter(({ id }) => initiative?.goals?.includes(id));
				expect(own.flatMap((goal) => goal.aims.map((aim) => goalOf(goal, aim)))).toEqual(
					seed.goals ?? []
				);
			}
		}
	});
});

it('no other plan stars an initiative', () => {
	const others = plans.all().filter(({ municipality }) => municipality !== 'slagelse');
	expect(others.flatMap(({ initiatives }) => initiatives)).toEqual([]);
});
