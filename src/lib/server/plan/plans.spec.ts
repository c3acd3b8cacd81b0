import { describe, expect, it } from 'vitest';
import { otherModel } from '../../../../tests/support/other-model.ts';
import { SITUATIONS_MAX, TEAM_MIN_CASEWORKERS, type Plan } from '../../plan/plan.ts';
import { surveyTargets } from '../../goals/survey-target.ts';
import type { Source } from '../../survey/questionnaire.ts';
import { LANGUAGES } from '../../i18n/messages.ts';
import { all, find, journey, read, usable, validate } from './plans.ts';

const plan = (municipality: string): Plan => {
	const found = find(municipality);
	if (!found) throw new Error(`no plan of ${municipality}`);
	return found;
};
const itemsOf = (each: Plan) => each.questionnaires.flatMap((questionnaire) => questionnaire.items);

/** Everything that quotes or is written from a plan: its Danish words and where they come from. */
const sourced = (each: Plan): { where: string; words: string; source: Source }[] => [
	...each.promises.map((one) => ({ where: one.id, words: one.text.da, source: one.source })),
	...itemsOf(each).map((one) => ({ where: one.id, words: one.text.da, source: one.source })),
	...each.goals.flatMap((one) =>
		surveyTargets([one]).map(({ wording }) => ({
			where: one.id,
			words: wording.da,
			source: one.source
		}))
	),
	...(each.interviews?.kinds ?? []).flatMap((kind) =>
		[{ id: kind.id, text: kind.name, source: kind.source }, ...kind.questions].map((one) => ({
			where: `${kind.id} ${one.id}`,
			words: one.text.da,
			source: one.source
		}))
	)
];

describe('the plans', () => {
	it('parse, and stand in an order of their own, new ones last', () => {
		const shipped = ['stevns', 'vejen', 'glostrup', 'soenderborg', 'slagelse'];
		expect(all().map((each) => each.municipality)).toEqual(expect.arrayContaining(shipped));
		expect(
			all()
				.map((each) => each.municipality)
				.slice(0, shipped.length)
		).toEqual(shipped);
	});

	it('have every text in every language that is no test’s, those that they are written in first', () => {
		const known = Object.keys(LANGUAGES).filter((code) => !LANGUAGES[code]?.test);
		for (const { languages } of all()) {
			expect(languages.slice(0, 3)).toEqual(['da', 'let', 'en']);
			expect([...languages].sort()).toEqual([...known].sort());
		}
		expect(validate()).toEqual([]);
	});

	it('are found by municipality, and a stranger is not', () => {
		expect(plan('vejen').committee).toBe('Udvalget for arbejdsmarked og integration');
		expect(find('andeby')).toBeUndefined();
	});

	it('have two to six situations to choose from, and a way to say that it was none of them', () => {
		for (const each of all()) {
			expect(each.situations.length).toBeLessThanOrEqual(SITUATIONS_MAX);
			expect(each.situations.at(-1)?.id).toBe('other');
		}
	});

	it('measure only promises that they make', () => {
		for (const each of all()) {
			const promises = each.promises.map((promise) => promise.id);
			for (const item of itemsOf(each))
				expect(promises).toEqual(expect.arrayContaining(item.promises));
		}
	});

	it('give the lines and the passage of all that is quoted or written from them', () => {
		for (const each of all()) {
			for (const { where, source } of sourced(each)) {
				if (source.kind === 'ours') continue;
				expect(source.lines.length, where).toBeGreaterThan(0);
				expect(source.passage.length, where).toBeGreaterThan(8);
				expect(source.plan, where).toContain(each.municipality);
			}
		}
	});

	it('change no word of what is quoted, unless the correction is marked', () => {
		for (const { words, source } of all().flatMap(sourced)) {
			if (source.kind !== 'verbatim') continue;
			const corrected = source.correction?.replace(/[[\]]/g, '') ?? source.passage;
			expect(corrected).toContain(words);
		}
	});

	it('tell whom to turn to, the municipality first and the emergency number last', () => {
		for (const each of all()) {
			expect(each.contacts[0]?.url).toMatch(/^https:/);
			expect(each.contacts.at(-1)?.telephone).toBe('112');
		}
	});
});

describe('Stevns', () => {
	const [main, extended] = plan('stevns').questionnaires;
	const measured = (questionnaire: typeof main) =>
		new Set(questionnaire?.items.flatMap((item) => item.promises));

	it('asks its four statements a–d, with one word put in and marked, and no key item', () => {
		expect(main?.items.map((item) => item.text.da)).toEqual([
			'Min sagsbehandler er god til at se muligheder for mig',
			'Jeg har fået mulighed for at fortælle om ting, der er vigtige for mig',
			'Jeg har fået svar på mine spørgsmål',
			'Samtalen har haft fokus på at afdække og hjælpe mig med mine jobperspektiver'
		]);
		expect(main?.items.map((item) => item.source.kind)).toEqual(Array(4).fill('verbatim'));
		expect(main?.items.some((item) => item.key)).toBe(false);
		expect(main?.items[1]?.source).toMatchObject({ correction: expect.stringContaining('[er]') });
	});

	it('leaves eye level, the law and reflecting together unmeasured, until the extended questionnaire is chosen', () => {
		const promises = plan('stevns').promises.map((promise) => promise.id);
		expect(promises.filter((id) => !measured(main).has(id))).toEqual([
			'eye-level',
			'law',
			'reflect'
		]);
		expect(promises.filter((id) => !measured(extended).has(id))).toEqual([]);
	});
});

describe('the other four', () => {
	it.each([
		['vejen', 'samtale'],
		['glostrup', 'moede'],
		['soenderborg', 'samtale'],
		['slagelse', 'moede']
	])(
		'have one key item, on the satisfaction scale, and seven statements in all after a meeting: %s',
		(municipality, questionnaire) => {
			const asked = plan(municipality).questionnaires.find(({ id }) => id === questionnaire);
			expect(asked?.items).toHaveLength(7);
			const keys = asked?.items.filter(({ key }) => key);
			expect(keys?.map(({ scale }) => scale)).toEqual(['satisfaction']);
		}
	);

	it('measure each of their promises', () => {
		for (const each of all().slice(1)) {
			const measured = new Set(itemsOf(each).flatMap((item) => item.promises));
			expect(each.promises.filter((promise) => !measured.has(promise.id))).toEqual([]);
		}
	});
});

it('stores Vejen’s target of 80 % from 75 % of an unknown number, and no other', () => {
	const others = ['stevns', 'glostrup', 'soenderborg', 'slagelse'].map(plan);
	expect(surveyTargets(plan('vejen').goals)).toHaveLength(1);
	expect(others.flatMap((each) => surveyTargets(each.goals))).toEqual([]);
	expect(surveyTargets(plan('vejen').goals)[0]).toEqual({
		id: 'satisfied',
		item: 'overall',
		goal: 80,
		wording: expect.objectContaining({ da: 'tilfredse med samtalerne i jobcentret' }),
		baseline: {
			share: 75,
			year: 2023,
			n: null,
			wording: expect.objectContaining({ da: 'tilfredse med samtaler med jobrådgiver' })
		},
		period: 'round'
	});
});

it('has a small team that is merged, and a small one that stands alone', () => {
	const small = all()
		.flatMap((each) => each.teams)
		.filter((team) => team.caseworkers < TEAM_MIN_CASEWORKERS);
	expect(small.some((team) => team.mergedInto)).toBe(true);
	expect(small.some((team) => !team.mergedInto)).toBe(true);
});

it('counts 2,743 full-time persons in Glostrup, 1,008 of them in groups that are not invited', () => {
	const groups = plan('glostrup').population?.groups ?? [];
	const sum = (some: typeof groups) => some.reduce((total, group) => total + (group.n ?? 0), 0);
	expect(groups).toHaveLength(15);
	expect(sum(groups)).toBe(2743);
	expect(sum(groups.filter((group) => !group.invited))).toBe(1008);
});

describe('the model of a citizen’s own picture', () => {
	const modelOf = (content: object) => journey(usable(read('havneby', content)));
	it('is the plan’s own, by its content alone', () => {
		expect(modelOf({ ...plan('vejen'), journey: otherModel })).toEqual(otherModel);
	});
	it('is Stevns’ where a plan has none', () => {
		expect(modelOf(plan('vejen'))).toEqual(plan('stevns').journey);
	});
	it('stops the start when a rule in it leads nowhere', () => {
		const relations = [{ ...otherModel.relations[0], kind: 'under' }];
		const broken = { ...plan('vejen'), journey: { ...otherModel, relations } };
		expect(() => modelOf(broken)).toThrow('journey.relations.0.kind: no kind is called "under"');
	});
});

describe('a plan that cannot be used', () => {
	const broken: { name: string; content: object; path: string; reason: RegExp }[] = [
		{
			name: 'a text without Danish',
			content: { question: { en: 'How was it?' } },
			path: 'question.da',
			reason: /expected string/
		},
		{
			name: 'a year in words',
			content: { period: { from: 'i år', to: 2026 } },
			path: 'period.from',
			reason: /expected number/
		},
		{
			name: 'seven situations',
			content: {
				situations: Array.from({ length: 7 }, (_, i) => ({ id: `s${i}`, text: { da: 'Noget' } }))
			},
			path: 'situations',
			reason: /6 items/
		},
		{
			name: 'a word that no plan has',
			content: { colour: 'blue' },
			path: '',
			reason: /colour/
		}
	];

	it.each(broken)('stops the start with path and reason: $name', ({ content, path, reason }) => {
		const reading = read('stevns', { ...plan('stevns'), ...content });
		expect(validate([reading])).toEqual([
			{ municipality: 'stevns', path, reason: expect.stringMatching(reason) }
		]);
		expect(() => usable(reading)).toThrow(`stevns: ${path}: `);
		expect(() => usable(reading)).toThrow(reason);
	});
});
