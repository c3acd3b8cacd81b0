import { describe, expect, it } from 'vitest';
import { LANGUAGES, load } from '../i18n/messages.ts';
import { localeOf } from '../results/locale.ts';
import type { Aim, Goal } from './goal.ts';
import { REMARKS } from './remark.ts';
import { ruled, RULES, type Rule } from './ruling.ts';
import {
	aimWords,
	decimalsBeside,
	goalLocaleOf,
	reasonWords,
	remarkWords,
	rulingWords,
	whenWords
} from './words.ts';

async function locale(language: string) {
	const [results, goals] = [await load(language, 'results'), await load(language, 'goals')];
	return goalLocaleOf(localeOf(results, language), goals);
}
const danish = await locale('da');
const goal: Pick<Goal, 'measures'> = {
	measures: [
		{ kind: 'registered', id: 'weeks', unit: 'weeks', every: 'month', better: 'lower' },
		{ kind: 'registered', id: 'share', unit: 'per-cent', every: 'quarter', better: 'higher' },
		{
			kind: 'survey',
			id: 'mean',
			item: 'a',
			statistic: 'mean',
			wording: { da: 'tilfredse' },
			period: 'round'
		},
		{
			kind: 'survey',
			id: 'agree',
			item: 'b',
			statistic: 'share',
			wording: { da: 'enige' },
			period: 'round'
		}
	]
};
const undated = { kind: 'undated' } as const;
const point = { period: '2026-08', national: 33.4, expected: null, isProvisional: false };

describe('what there is to reach', () => {
	it.each<[Aim, string]>([
		[
			{ kind: 'value', measure: 'weeks', value: 28, about: true, when: undated },
			'ca. 28\u00a0uger'
		],
		[{ kind: 'value', measure: 'weeks', value: 1, when: undated }, '1\u00a0uge'],
		[{ kind: 'value', measure: 'share', value: 14.5, when: undated }, '14,5\u00a0%'],
		[
			{ kind: 'value', measure: 'share', value: 20, atLeast: true, when: undated },
			'mindst 20\u00a0%'
		],
		[{ kind: 'value', measure: 'mean', value: 3.88, when: undated }, '3,88'],
		[
			{
				kind: 'change',
				measure: 'weeks',
				amount: 30,
				unit: 'per-cent',
				each: 'in-all',
				when: undated
			},
			'30\u00a0% lavere i alt'
		],
		[
			{ kind: 'change', measure: 'share', amount: 1, unit: 'own', each: 'year', when: undated },
			'1\u00a0procentpoint højere hvert år'
		],
		// A point and a per cent are not the same, and a plan's number is said as it is printed.
		[
			{
				kind: 'change',
				measure: 'share',
				amount: 3,
				unit: 'per-cent',
				each: 'in-all',
				when: undated
			},
			'3\u00a0% højere i alt'
		],
		[
			{
				kind: 'change',
				measure: 'weeks',
				amount: 0.25,
				unit: 'own',
				each: 'in-all',
				when: undated
			},
			'0,25\u00a0uge lavere i alt'
		],
		[{ kind: 'value', measure: 'share', value: 45.25, when: undated }, '45,25\u00a0%'],
		[{ kind: 'value', measure: 'agree', value: 79.5, when: undated }, '79,5\u00a0%'],
		[
			{ kind: 'national', measure: 'weeks', side: 'below', when: undated },
			'under landsgennemsnittet'
		],
		[{ kind: 'direction', measure: 'weeks', when: undated }, 'lavere'],
		[{ kind: 'direction', when: undated }, 'bedre'],
		[{ kind: 'follow', measure: 'share', when: undated }, 'følger nøgletallet'],
		[{ kind: 'done', when: undated }, 'gjort']
	])('is said briefly: %j', (aim, words) => expect(aimWords(danish, goal, aim)).toBe(words));

	it('has its time', () => {
		expect(whenWords(danish, { kind: 'for', periods: ['2016', '2017'] })).toBe('i 2016 og 2017');
		expect(whenWords(danish, { kind: 'by', day: '2016-06-30' })).toBe('senest 30. juni 2016');
		expect(whenWords(danish, undated)).toBe('uden frist');
	});
});

it('says a ruling with its figures, each on one line with its unit', () => {
	const aim: Aim = { kind: 'national', measure: 'weeks', side: 'below', when: undated };
	const of = { point: { ...point, value: 29.14 }, target: 33.4 };
	expect(rulingWords(danish, goal, aim, ruled('reached', 'own-period-reached', of))).toBe(
		'August 2026: 29,1\u00a0uger. I hele landet var det 33,4\u00a0uger, så målet er nået.'
	);
	const step = { ...of, target: 20, period: '2016' };
	expect(rulingWords(danish, goal, aim, ruled('behind', 'step-missed', step))).toBe(
		'Målet for 2016 var 20\u00a0uger. Tallet blev 29,1\u00a0uger, så det går langsommere, end planen skriver.'
	);
});

describe('a figure and what it is held against', () => {
	const value = (measure: string, target: number): Aim => {
		return { kind: 'value', measure, value: target, when: undated };
	};
	const national: Aim = { kind: 'national', measure: 'share', side: 'above', when: undated };
	const fewer: Aim = {
		kind: 'change',
		measure: 'weeks',
		amount: 2,
		unit: 'per-cent',
		each: 'year',
		when: undated
	};
	it.each<[Aim, Rule, number, number, string]>([
		[value('share', 80), 'own-period-missed', 79.96, 80, '79,96\u00a0%. Målet var 80\u00a0%'],
		[value('share', 80), 'own-period-missed', 79.9999, 80, '79,9999\u00a0%. Målet var 80\u00a0%'],
		[value('share', 80), 'own-period-reached', 81.26, 80, '81,3\u00a0%. Målet var 80\u00a0%'],
		[value('share', 80), 'own-period-reached', 80, 80, '80\u00a0%. Målet var 80\u00a0%'],
		[
			value('share', 12.25),
			'own-period-reached',
			12.3,
			12.25,
			'12,3\u00a0%. Målet var 12,25\u00a0%'
		],
		[value('weeks', 2), 'own-period-reached', 1.96, 2, '1,96\u00a0uge. Målet var 2\u00a0uger'],
		[value('weeks', 3), 'own-period-reached', 1.96, 3, '2\u00a0uger. Målet var 3\u00a0uger'],
		[value('weeks', 3), 'own-period-reached', 0.96, 3, '1\u00a0uge. Målet var 3\u00a0uger'],
		[
			national,
			'own-period-reached',
			45.04,
			45.02,
			'45,04\u00a0%. I hele landet var det 45,02\u00a0%'
		],
		[fewer, 'own-period-missed', 94.1, 94.08, '94,1\u00a0uger. Målet var 94,08\u00a0uger'],
		[fewer, 'own-period-reached', 95.06, 100 * 0.9506, '95,1\u00a0uger. Målet var 95,1\u00a0uger']
	])('never look alike where they differ: %j %s %d', (aim, rule, n, target, words) => {
		const of = { point: { ...point, value: n }, target };
		expect(rulingWords(danish, goal, aim, ruled('undecided', rule, of))).toContain(words);
	});

	it('a survey’s goal is said as it is printed', () => {
		const of = { target: 79.5 };
		expect(
			rulingWords(danish, goal, value('agree', 79.5), ruled('reached', 'survey-reached', of))
		).toContain('målet på 79,5\u00a0%');
	});
});

it('figures beside each other take as many decimals as tell them apart, and of a survey no more than one', () => {
	const [, registered, , survey] = goal.measures;
	expect(decimalsBeside(registered!, [1, 0, null, undefined])).toBe(1);
	expect(decimalsBeside(registered!, [1.96, 2])).toBe(2);
	expect(decimalsBeside(survey!, [79.6, 78])).toBe(0);
	expect(decimalsBeside(survey!, [79.6, 80])).toBe(1);
	expect(decimalsBeside(survey!, [79.99, 80])).toBe(0);
});

describe.each(Object.keys(LANGUAGES))('in %s', async (language) => {
	const say = await locale(language);
	const aim: Aim = { kind: 'value', measure: 'weeks', value: 28, when: undated };
	const of = { point: { ...point, value: 29 }, target: 28, period: '2026' };

	it.each(RULES)('every rule has its sentence, without a hole: %s', (rule) => {
		const words = rulingWords(say, goal, aim, ruled('undecided', rule, of));
		// A whole sentence in Tigrinya may be five letters long.
		expect(words.length).toBeGreaterThan(3);
		expect(words).not.toMatch(/undefined|null|\{|\}/);
	});

	it('no sentence is there without a rule', () => {
		expect(Object.keys(say.g.rules).sort()).toEqual([...RULES].sort());
		expect(Object.keys(say.g.remarks).sort()).toEqual([...REMARKS].sort());
	});

	it.each(REMARKS)('every remark has its words: %s', (rule) => {
		for (const side of ['up', 'down'] as const) {
			const words = remarkWords(say, { rule, side, reading: 'better', period: '2026' });
			expect(words.length).toBeGreaterThan(3);
		}
	});
});

it('gives the program’s own reasons words, and leaves a person’s alone', () => {
	expect(reasonWords(danish, '@revised')).toBe('Kilden har ændret tallet.');
	expect(reasonWords(danish, 'Tastefejl')).toBe('Tastefejl');
});
