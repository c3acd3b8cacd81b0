import * as z from 'zod/mini';
import type { Goal } from '../../../goals/goal.ts';
import {
	idOf,
	listOf,
	optional,
	optionalText,
	sourceFrom,
	textFrom,
	Typed,
	TypedSource,
	typedSource,
	TypedText,
	typedText
} from './fields.ts';
import type { PlanForm } from './form.ts';
import { aimFrom, TypedAim, typedAim } from './goal-aim.ts';
import { measureFrom, TypedMeasure, typedMeasure, unitOf } from './goal-measure.ts';

const NO_END = { on: '', why: '' };
const Shape = z.object({
	heading: Typed,
	name: TypedText,
	source: TypedSource,
	owner: Typed,
	reading: TypedText,
	measures: listOf(TypedMeasure),
	aims: listOf(TypedAim),
	ended: z._default(z.object({ on: Typed, why: Typed }), NO_END)
});
export type TypedGoal = z.infer<typeof Shape>;

/** One goal of any kind. @param id the goal's; `''` for one that is not there yet */
export const goal = (id: string): PlanForm<TypedGoal> => ({
	part: 'goals',
	needsReason: true,
	shape: Shape,
	typed: (plan) => typedOf(plan.goals.find((each) => each.id === id)),
	into: (typed, plan, known) => {
		const there = plan.goals.find((each) => each.id === id);
		const edited = {
			...writtenIn(typed),
			id: idOf(id, typed.name, known.ids('goals')),
			...(there?.sameAs !== undefined && { sameAs: there.sameAs })
		};
		const goals: object[] = there
			? plan.goals.map((each) => (each === there ? edited : each))
			: [...plan.goals, edited];
		const { headings, initiatives } = plan;
		return { edited: { headings, goals, initiatives }, at: `goals.${goals.indexOf(edited)}.` };
	}
});

function writtenIn({ heading, name, source, owner, reading, measures, aims, ended }: TypedGoal) {
	const ids: string[] = [];
	const written = measures.map((each, at) => measureFrom(each, at, ids));
	const units = new Map(measures.map((each, at) => [ids[at], unitOf(each)]));
	const isEnded = ended.on.trim() !== '' || ended.why.trim() !== '';
	return {
		heading,
		name: textFrom(name),
		source: sourceFrom(source),
		owner: optional(owner),
		reading: optionalText(reading),
		measures: written,
		aims: aims.map((each) => aimFrom(each, (id) => units.get(id))),
		...(isEnded && { ended: { on: ended.on.trim(), why: ended.why.trim() } })
	};
}

function typedOf(found: Goal | undefined): TypedGoal {
	return {
		heading: found?.heading ?? '',
		name: typedText(found?.name),
		source: typedSource(found?.source ?? { kind: 'ours', why: '' }),
		owner: found?.owner ?? '',
		reading: typedText(found?.reading),
		measures: (found?.measures ?? []).map(typedMeasure),
		aims: (found?.aims ?? []).map(typedAim),
		ended: found?.ended ?? NO_END
	};
}

const Headings = z.object({ headings: listOf(z.object({ id: Typed, text: TypedText })) });

/** The plan's own headings, which goals and initiatives stand under. */
export const headings: PlanForm<z.infer<typeof Headings>> = {
	part: 'goals',
	needsReason: true,
	shape: Headings,
	typed: (plan) => ({
		headings: plan.headings.map(({ id, text }) => ({ id, text: typedText(text) }))
	}),
	into: (typed, plan, known) => {
		const taken = known.ids('headings');
		const { goals, initiatives } = plan;
		return {
			edited: {
				headings: typed.headings.map(({ id, text }) => ({
					id: idOf(id, text, taken),
					text: textFrom(text)
				})),
				goals,
				initiatives
			}
		};
	}
};
