import { describe, expect, it } from 'vitest';
import { stevnsJourney } from '../plan/content/journey/stevns.ts';
import { STEPS, JourneyModel } from './model.ts';
import { otherModel } from '../../../tests/support/other-model.ts';

const broken = (change: (model: JourneyModel) => void): string[] => {
	const model = structuredClone(otherModel);
	change(model);
	const parsed = JourneyModel.safeParse(model);
	return parsed.success
		? []
		: parsed.error.issues.map((each) => `${each.path.join('.')}: ${each.message}`);
};

describe('a model', () => {
	it('is content: a second municipality sees it its own way', () => {
		expect(otherModel.kinds).toHaveLength(3);
		expect(broken(() => {})).toEqual([]);
	});
	it('names a relation to a step that does not exist', () => {
		expect(broken((model) => (model.relations[0]!.steps[1]!.step = 'hail'))).toEqual([
			'relations.0.steps.1: no step is called "weather/hail"'
		]);
	});
	it('names a relation to a kind that does not exist', () => {
		expect(broken((model) => (model.relations[0]!.kind = 'under'))).toEqual([
			'relations.0.kind: no kind is called "under"'
		]);
	});
	it('names a rule that can never hold, as an area has one place for a person', () => {
		expect(broken((model) => (model.relations[0]!.atLeast = 3))).toEqual([
			'relations.0.atLeast: only 2 of these can be chosen at once'
		]);
	});
	it('names two kinds of one name, and two steps', () => {
		expect(broken((model) => (model.kinds[1]!.id = 'alone'))).toEqual(['kinds: two share an id']);
		expect(broken((model) => (model.areas[1]!.steps[1]!.id = 'calm'))).toEqual([
			'areas.1.steps: two share an id'
		]);
	});
	it('has neither more nor fewer than five descriptions of an area', () => {
		expect(broken((model) => model.areas[0]!.steps.pop())[0]).toContain('areas.0.steps');
	});
});

describe("Stevns' model", () => {
	const texts = [
		...stevnsJourney.kinds.flatMap((kind) => [
			kind.name,
			kind.short,
			kind.aim.text,
			...[...kind.offers, ...kind.expectOfUs, ...(kind.hopedOfYou ?? [])].map((each) => each.text)
		]),
		...stevnsJourney.areas.flatMap((area) => [area.name, ...area.steps.map((step) => step.text)]),
		...stevnsJourney.relations.map((relation) => relation.reason)
	];
	it('gives the plan, the line and the passage that each sentence was written from', () => {
		const sources = [
			...stevnsJourney.kinds.flatMap(({ aim, offers, expectOfUs, hopedOfYou }) =>
				[aim, ...offers, ...expectOfUs, ...(hopedOfYou ?? [])].map(({ source }) => source)
			),
			...stevnsJourney.areas.flatMap((area) => area.sources),
			...stevnsJourney.relations.map(({ source }) => source)
		];
		for (const source of sources) {
			if (source.kind === 'ours') throw new Error(source.why);
			expect(source.kind).toBe('derived');
			expect(source.plan).toMatch(/^(stevns|glostrup|slagelse|vejen)-[\d-]+\.txt$/);
			expect(source.lines.length).toBeGreaterThan(0);
			expect(source.passage.length).toBeGreaterThan(8);
		}
	});
	it('is a model', () => {
		expect(JourneyModel.parse(stevnsJourney)).toEqual(stevnsJourney);
	});
	it('has five kinds and ten areas of five descriptions', () => {
		expect(stevnsJourney.kinds).toHaveLength(5);
		expect(stevnsJourney.areas.map((area) => area.steps.length)).toEqual(Array(10).fill(STEPS));
	});
	it('says everything in Danish, easy Danish and English', () => {
		for (const text of texts) expect(Object.keys(text)).toEqual(['da', 'let', 'en']);
	});
	it('says what is hoped for only where the plan does', () => {
		const hoping = stevnsJourney.kinds.filter((kind) => kind.hopedOfYou);
		expect(hoping.map((kind) => kind.id)).toEqual(['own-way']);
	});
	it('never counts the help from the municipality', () => {
		const uncounted = stevnsJourney.areas.filter((area) => !area.counted);
		expect(uncounted.map((area) => area.name.da)).toEqual(['Hjælpen fra kommunen']);
	});
	it('has no number and no direction in any name or description', () => {
		const said = stevnsJourney.areas.flatMap((area) =>
			area.steps.map((step) => `${step.id} ${step.text.da}`)
		);
		for (const words of said) expect(words).not.toMatch(/\d|niveau|trin|fase|bedre|længere/i);
	});
});
