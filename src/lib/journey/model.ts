import * as z from 'zod/mini';
import { Text } from '../i18n/text.ts';
import { Source } from '../survey/questionnaire.ts';

/** Each life area is described in this many ways. They are words to recognise oneself in, not a scale. */
export const STEPS = 5;

const Id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/));

/** A sentence of the model, with the passage it was written from. */
export const Sourced = z.strictObject({ text: Text, source: Source });
export type Sourced = z.infer<typeof Sourced>;

/** A kind of support. The order of writing is no order: kinds stand side by side. */
export const Kind = z.strictObject({
	id: Id,
	name: Text,
	/** A word or two, where the whole name has no room. */
	short: Text,
	note: z.optional(Text),
	offers: z.array(Sourced).check(z.minLength(1)),
	aim: Sourced,
	expectOfUs: z.array(Sourced).check(z.minLength(1)),
	/** Only where the plan itself says what it hopes for. */
	hopedOfYou: z.optional(z.array(Sourced).check(z.minLength(1)))
});
export type Kind = z.infer<typeof Kind>;

export const Step = z.strictObject({ id: Id, text: Text });
export type Step = z.infer<typeof Step>;

/** An area of life with the ways it can be, in everyday words. */
export const Area = z.strictObject({
	id: Id,
	name: Text,
	steps: z.array(Step).check(z.length(STEPS)),
	sources: z.array(Source).check(z.minLength(1)),
	/** False for areas that are never counted, not even by consent. */
	counted: z.boolean()
});
export type Area = z.infer<typeof Area>;

export const Placed = z.strictObject({ area: Id, step: Id });
export type Placed = z.infer<typeof Placed>;

/** "When at least so many of these descriptions were chosen, the plan's words point to this kind, because …" */
export const Relation = z.strictObject({
	id: Id,
	kind: Id,
	steps: z.array(Placed).check(z.minLength(1)),
	atLeast: z.int().check(z.positive()),
	reason: Text,
	source: Source
});
export type Relation = z.infer<typeof Relation>;

/** What a municipality's picture is drawn of: kinds of support, areas of life, and how they are related. */
export const JourneyModel = z
	.strictObject({
		id: Id,
		/** Whose plan it is written from, as its own readers call it. */
		municipality: z.string(),
		plan: z.string(),
		kinds: z.array(Kind).check(z.minLength(2), z.maxLength(7)),
		areas: z.array(Area).check(z.minLength(1), z.maxLength(12)),
		relations: z.array(Relation)
	})
	.check((ctx) => {
		for (const found of contradictions(ctx.value)) {
			ctx.issues.push({
				code: 'custom',
				message: found.reason,
				path: found.path,
				input: ctx.value
			});
		}
	});
export type JourneyModel = z.infer<typeof JourneyModel>;

export const kindOf = (model: JourneyModel, id: string | null): Kind | undefined =>
	model.kinds.find((kind) => kind.id === id);
export const areaOf = (model: JourneyModel, id: string): Area | undefined =>
	model.areas.find((area) => area.id === id);
export const stepOf = (model: JourneyModel, placed: Placed): Step | undefined =>
	areaOf(model, placed.area)?.steps.find((step) => step.id === placed.step);

type Shape = {
	kinds: { id: string }[];
	areas: { id: string; steps: { id: string }[] }[];
	relations: Relation[];
};

/** What the shapes alone cannot say: two of one name, and relations that lead nowhere or can never hold. */
function contradictions(model: Shape): { path: (string | number)[]; reason: string }[] {
	const found: { path: (string | number)[]; reason: string }[] = [];
	for (const list of ['kinds', 'areas', 'relations'] as const) {
		const ids = model[list].map((each) => each.id);
		if (new Set(ids).size < ids.length) found.push({ path: [list], reason: 'two share an id' });
	}
	model.areas.forEach((area, a) => {
		const ids = area.steps.map((step) => step.id);
		if (new Set(ids).size < ids.length) {
			found.push({ path: ['areas', a, 'steps'], reason: 'two share an id' });
		}
	});
	model.relations.forEach((relation, r) => {
		const path = ['relations', r];
		if (!model.kinds.some((kind) => kind.id === relation.kind)) {
			found.push({ path: [...path, 'kind'], reason: `no kind is called "${relation.kind}"` });
		}
		relation.steps.forEach((placed, s) => {
			const area = model.areas.find((each) => each.id === placed.area);
			if (!area?.steps.some((step) => step.id === placed.step)) {
				const reason = `no step is called "${placed.area}/${placed.step}"`;
				found.push({ path: [...path, 'steps', s], reason });
			}
		});
		const areas = new Set(relation.steps.map((placed) => placed.area));
		if (relation.atLeast > areas.size) {
			const reason = `only ${areas.size} of these can be chosen at once`;
			found.push({ path: [...path, 'atLeast'], reason });
		}
	});
	return found;
}
