import { describe, expect, it } from 'vitest';
import { stevnsJourney as model } from '../plan/content/journey/stevns.ts';
import { begin, chooseAreas, say, type Assessment } from './assessment.ts';
import { otherModel } from '../../../tests/support/other-model.ts';
import { suggest } from './suggestion.ts';

const ID = '8f1c2b1e-1f60-4c43-9d0f-3a8f5a2f8b11';

/** A picture from `area/step` words. */
function picture(...said: string[]): Assessment {
	const pairs = said.map((each) => each.split('/') as [string, string]);
	const chosen = chooseAreas(
		begin(ID, model, '2026-11-22'),
		model,
		pairs.map(([area]) => area)
	);
	return pairs.reduce((made, [area, step]) => say(made, area, { step }), chosen);
}

const suggested = (...said: string[]): { [kind: string]: string[] } =>
	Object.fromEntries(
		suggest(model, picture(...said)).map(({ kind, reasons }) => [
			kind.id,
			reasons.map(({ relation }) => relation.id)
		])
	);

/** What a reader of the plan would expect, written by hand. */
const TABLE: [said: string[], expected: { [kind: string]: string[] }][] = [
	[[], {}],
	[['wish/not-yet'], {}],
	[['work/ready'], {}],
	[['work/ready', 'digital/easy'], {}],
	[['work/ready', 'digital/easy', 'wish/under-way'], { 'own-way': ['goes-by-itself'] }],
	[
		['belief/believe', 'health/not-in-the-way', 'everyday/room-for-work', 'work/ready'],
		{ 'own-way': ['goes-by-itself'] }
	],
	[['work/an-idea'], { 'something-specific': ['a-start'] }],
	[['work/know-strengths'], { 'something-specific': ['a-start'] }],
	[['work/trying'], {}],
	[['work/no-job-in-sight'], {}],
	[['everyday/hard-to-start'], { 'something-specific': ['getting-used-to-work'] }],
	[['everyday/most-important-only'], { 'something-specific': ['getting-used-to-work'] }],
	[['everyday/rhythm'], {}],
	[['danish/interpreter'], { 'something-specific': ['language-training'] }],
	[['danish/letters-hard'], { 'something-specific': ['language-training'] }],
	[['danish/no-problem'], {}],
	[['health/good-and-bad-days'], { 'something-specific': ['back-from-illness'] }],
	[['people/alone'], {}],
	[['money/cannot-pay'], {}],
	[['people/alone', 'money/fear-next-bill'], { 'several-things': ['several-fronts'] }],
	[['people/rarely-ask', 'money/cannot-pay'], { 'several-things': ['several-fronts'] }],
	[
		['everyday/hard-to-start', 'people/alone'],
		{
			'something-specific': ['getting-used-to-work'],
			'several-things': ['several-fronts']
		}
	],
	[['health/with-consideration'], { 'right-support': ['equal-terms'] }],
	[['health/few-good-hours'], { 'right-support': ['equal-terms'], contribute: ['hours-count'] }],
	[['health/fills-everything'], { contribute: ['hours-count'] }],
	[
		['health/fills-everything', 'money/cannot-pay'],
		{ 'several-things': ['several-fronts'], contribute: ['hours-count'] }
	],
	[
		['work/an-idea', 'danish/short-talks', 'health/good-and-bad-days'],
		{ 'something-specific': ['a-start', 'language-training', 'back-from-illness'] }
	],
	[['municipality/do-not-know', 'belief/not-now', 'digital/others-do-it'], {}]
];

describe('the suggestion', () => {
	it.each(TABLE)('for %j is %j', (said, expected) => {
		expect(suggested(...said)).toEqual(expected);
	});

	it('holds in every combination class: what the rules say, with reasons the person gave', () => {
		// One step for each set of rules it feeds; steps that feed the same rules are one class.
		const classes = model.areas.map((area) => {
			const byRules = new Map<string, string | null>([['', null]]);
			for (const step of area.steps) {
				const rules = model.relations
					.filter(({ steps }) => steps.some((s) => s.area === area.id && s.step === step.id))
					.map(({ id }) => id)
					.join();
				if (!byRules.has(rules)) byRules.set(rules, step.id);
			}
			return [...byRules.values()].map((step) => ({ area: area.id, step }));
		});
		let tried = 0;
		const walk = (index: number, chosen: { area: string; step: string }[]): void => {
			const options = classes[index];
			if (options) {
				for (const { area, step } of options) {
					walk(index + 1, step === null ? chosen : [...chosen, { area, step }]);
				}
				return;
			}
			tried += 1;
			const found = suggest(model, {
				placements: chosen.map((each) => ({ ...each, talk: false, note: '' }))
			});
			const says = new Set(chosen.map(({ area, step }) => `${area}/${step}`));
			const holding = model.relations.filter(
				({ steps, atLeast }) =>
					steps.filter(({ area, step }) => says.has(`${area}/${step}`)).length >= atLeast
			);
			const reasons = found.flatMap((each) => each.reasons);
			if (reasons.length !== holding.length) throw new Error([...says].join(' '));
			for (const { relation, because } of reasons) {
				if (!holding.includes(relation) || because.length < relation.atLeast) {
					throw new Error([...says].join(' '));
				}
				for (const { area, step } of because) {
					if (!says.has(`${area}/${step}`)) throw new Error([...says].join(' '));
				}
			}
		};
		walk(0, []);
		expect(tried).toBe(classes.reduce((product, each) => product * each.length, 1));
		expect(tried).toBeGreaterThan(1000);
	});

	it('neither reads nor moves the marker', () => {
		const mine = { ...picture('health/with-consideration'), marker: 'own-way' };
		const before = structuredClone(mine);
		const withMarker = suggest(model, mine);
		expect(mine).toEqual(before);
		const without: Assessment = { ...mine, marker: null };
		expect(withMarker).toEqual(suggest(model, without));
		expect(withMarker.map(({ kind }) => kind.id)).toEqual(['right-support']);
	});

	it('works for another model by its content alone', () => {
		const made = (step: string) => ({
			placements: ['boat', 'weather'].map((area) => ({ area, step, talk: false, note: '' }))
		});
		expect(suggest(otherModel, made('calm'))).toEqual([]);
		expect(suggest(otherModel, made('storm')).map(({ kind }) => kind.id)).toEqual(['around']);
	});
});
