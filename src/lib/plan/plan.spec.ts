import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { Goal } from '../goals/goal.ts';
import type { Item } from '../survey/questionnaire.ts';
import { Plan } from './plan.ts';

// As the server has them.
z.config(z.locales.en());

const text = { da: 'Tekst' };
const source = { kind: 'ours' as const, why: 'prøve' };
const item: Item = { id: 'heard', text, scale: 'agreement', source, promises: ['listen'] };
const quoted = {
	kind: 'verbatim' as const,
	plan: 'plan.txt',
	lines: [1],
	passage: 'Jeg blev taget alvorligt'
};
const key: Item = { ...item, id: 'overall', scale: 'satisfaction', key: true };

const goal: Goal = {
	id: 't',
	heading: 'all',
	name: text,
	source,
	measures: [
		{
			kind: 'survey',
			id: 'figure',
			item: 'overall',
			statistic: 'share',
			wording: text,
			period: 'year'
		}
	],
	aims: [{ kind: 'value', measure: 'figure', value: 80, when: { kind: 'undated' } }]
};

const small: Plan = {
	municipality: 'lilleby',
	name: 'Lilleby Kommune',
	title: 'Plan',
	period: { from: 2026, to: 2027 },
	committee: 'Udvalget',
	languages: ['da'],
	terms: { municipality: text, caseworker: text, meeting: text },
	question: text,
	promises: [{ id: 'listen', text, source }],
	questionnaires: [{ id: 'samtale', name: text, items: [item, key] }],
	teams: [
		{ id: 'job', name: text, caseworkers: 5 },
		{ id: 'youth', name: text, caseworkers: 2, mergedInto: 'job' }
	],
	situations: [
		{ id: 'sick-leave', text },
		{ id: 'other', text }
	],
	meetingForms: [
		{ id: 'video', text },
		{ id: 'telephone', text }
	],
	headings: [{ id: 'all', text }],
	goals: [goal],
	initiatives: [],
	contacts: [{ name: text }],
	population: {
		unit: text,
		on: text,
		source,
		groups: [
			{ name: text, n: 3, invited: true, situation: 'sick-leave' },
			{ name: text, n: null, invited: false }
		]
	}
};

const asking = (...items: Item[]): Partial<Plan> => ({
	questionnaires: [{ id: 'samtale', name: text, items }]
});
const flaws = (change: Partial<Plan>): string[] => {
	const parsed = Plan.safeParse({ ...small, ...change });
	return parsed.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? [];
};

describe('a plan does not contradict itself', () => {
	it('has nothing to mend when all that is named is there', () => {
		expect(flaws({})).toEqual([]);
	});

	it.each<[string, Partial<Plan>, string]>([
		[
			'a promise that nobody made',
			asking({ ...item, promises: ['coffee'] }, key),
			'questionnaires.0.items.0.promises: no promise is called "coffee"'
		],
		[
			'two key items',
			asking(key, { ...key, id: 'again' }),
			'questionnaires.0.items: more than one key item'
		],
		[
			'two items of one name',
			asking(key, item, item),
			'questionnaires.0.items: two items share an id'
		],
		[
			'a key item to agree with',
			asking({ ...key, scale: 'agreement' }),
			'questionnaires.0.items.0.scale: a key item is on the satisfaction scale'
		],
		[
			'a goal that no item measures',
			asking(item),
			'goals.0.measures.0.item: no item is called "overall"'
		],
		[
			'a team merged into one that is merged itself',
			{
				teams: [...small.teams, { id: 'flex', name: text, caseworkers: 1, mergedInto: 'youth' }]
			},
			'teams.2.mergedInto: it must name another team that stands alone'
		],
		[
			'two situations of one name',
			{ situations: [...small.situations, { id: 'other', text }] },
			'situations: two share an id'
		],
		[
			'a meeting form that is the word for not said',
			{ meetingForms: [...small.meetingForms, { id: 'unknown', text }] },
			'meetingForms: "unknown" is for those who did not say'
		],
		[
			'an invited group without a situation',
			{
				population: {
					unit: text,
					on: text,
					source,
					groups: [{ name: text, n: 3, invited: true }]
				}
			},
			'population.groups.0.situation: an invited group, and no other, names one of the situations'
		],
		[
			'a plan that ends before it begins',
			{ period: { from: 2027, to: 2026 } },
			'period.to: it ends before it begins'
		],
		[
			'words that the plan does not say, shown as its own',
			asking(key, { ...item, text: { da: 'Jeg blev hørt' }, source: quoted }),
			'questionnaires.0.items.1.text.da: the passage does not say this word for word'
		],
		[
			'one id for two statements',
			{
				questionnaires: [
					{ id: 'samtale', name: text, items: [item, key] },
					{ id: 'udvidet', name: text, items: [{ ...item, text: { da: 'Noget andet' } }] }
				]
			},
			'questionnaires.1.items.0.id: "heard" is another statement in another questionnaire'
		],
		[
			'an address that a browser would run',
			{ contacts: [{ name: text, url: 'javascript:alert(1)' }] },
			'contacts.0.url: Invalid URL'
		],
		[
			'a telephone number that is none',
			{ contacts: [{ name: text, telephone: 'ring bare' }] },
			expect.stringMatching(/^contacts\.0\.telephone: Invalid string/)
		]
	])('says so of %s', (_, change, flaw) => {
		expect(flaws(change)).toEqual([flaw]);
	});

	it('lets a quotation be corrected where the correction is marked', () => {
		const correction = 'Jeg blev [taget] alvorligt';
		const corrected = { ...quoted, passage: 'Jeg blev alvorligt', correction };
		const words = { da: 'Jeg blev taget alvorligt' };
		expect(flaws(asking(key, { ...item, text: words, source: corrected }))).toEqual([]);
	});
});
