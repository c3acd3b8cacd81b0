import * as z from 'zod/mini';
import type { Plan } from '../../../plan/plan.ts';
import { revise } from '../../../plan/revision.ts';
import { Questionnaire } from '../../../survey/questionnaire.ts';
import {
	idOf,
	listOf,
	sourceFrom,
	textFrom,
	Typed,
	TypedSource,
	typedSource,
	TypedText,
	typedText
} from './fields.ts';
import type { Known, PlanForm } from './form.ts';

const Shape = z.object({
	name: TypedText,
	/** `on`: no new round asks it. */
	retired: Typed,
	items: listOf(
		z.object({
			id: Typed,
			text: TypedText,
			scale: Typed,
			/** `on`: this is the key item. */
			key: Typed,
			source: TypedSource,
			promises: z._default(z.array(z.string()), [])
		})
	)
});
export type TypedQuestionnaire = z.infer<typeof Shape>;

/** @param id the questionnaire's; `''` for one that is not there yet */
export const questionnaire = (id: string): PlanForm<TypedQuestionnaire> => ({
	part: 'questionnaires',
	shape: Shape,
	typed: (plan) => typedOf(plan.questionnaires.find((each) => each.id === id)),
	into: (typed, plan, known) => {
		const all = plan.questionnaires;
		const taken = all.map((each) => each.id);
		const edited = { id: idOf(id, typed.name, taken), ...writtenIn(typed, known) };
		const parsed = Questionnaire.safeParse(edited);
		if (!parsed.success) {
			// As it stands, so that the plan's shape can say what is wrong with it.
			const others = all.filter((each) => each.id !== edited.id);
			return {
				edited: { questionnaires: [...others, edited] },
				at: `questionnaires.${others.length}.`
			};
		}
		const revised = revise(all, edited.id, parsed.data, known.asked);
		const index = revised.questionnaires.findIndex((each) => each.id === revised.id);
		return { edited: { questionnaires: revised.questionnaires }, at: `questionnaires.${index}.` };
	}
});

function writtenIn(typed: TypedQuestionnaire, known: Known) {
	const taken = known.ids('items');
	return {
		name: textFrom(typed.name),
		...(typed.retired === 'on' && { retired: true }),
		items: typed.items.map(({ id, text, scale, key, source, promises }) => ({
			id: idOf(id, text, taken),
			text: textFrom(text),
			scale,
			...(key === 'on' && { key: true }),
			source: sourceFrom(source),
			promises
		}))
	};
}

/** A copy to begin from: its statements, under no name. */
export const copyOf = (plan: Plan, id: string): TypedQuestionnaire => ({
	...typedOf(plan.questionnaires.find((each) => each.id === id)),
	name: {},
	retired: ''
});

function typedOf(found: Questionnaire | undefined): TypedQuestionnaire {
	return {
		name: typedText(found?.name),
		retired: found?.retired ? 'on' : '',
		items: (found?.items ?? []).map(({ id, text, scale, key, source, promises }) => ({
			id,
			text: typedText(text),
			scale,
			key: key ? 'on' : '',
			source: typedSource(source),
			promises
		}))
	};
}
