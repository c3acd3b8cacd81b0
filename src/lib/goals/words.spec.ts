import { describe, expect, it } from 'vitest';
import { LANGUAGES, load } from '../i18n/messages.ts';
import { localeOf } from '../results/locale.ts';
import type { Aim, Goal } from './goal.ts';
import { REMARKS } from './remark.ts';
import { ruled, RULES } from './ruling.ts';
import {
	aimWords,
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
			'1\u00a0% højere hvert år'
		],
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
