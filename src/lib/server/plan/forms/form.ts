import type * as z from 'zod/mini';
import { PARTS, withEdited, editedOf, type Part } from '../../../plan/parts.ts';
import { Plan } from '../../../plan/plan.ts';
import type { Asked } from '../../../plan/revision.ts';
import { flawsOf, type Flaws } from './flaws.ts';

/** What a page of the editor must know to make ids and to leave alone what rounds have asked. */
export type Known = {
	/** Every id that a list of the plan ever had: an old figure's name must not become a new one's. */
	ids: (
		list: 'promises' | 'teams' | 'situations' | 'meetingForms' | 'headings' | 'goals' | 'items'
	) => string[];
	asked: Asked;
};

/** One page of the editor: what its fields show of a plan, and what the plan would be with what was typed in them. */
export type PlanForm<Typed> = {
	part: Part;
	/** A goal is not changed without saying why. */
	needsReason?: true;
	/** The shape of what comes through the door: texts alone. */
	shape: z.ZodMiniType<Typed>;
	typed: (plan: Plan) => Typed;
	/** `at` is the path of what is edited, where it is less than the whole part. */
	into: (typed: Typed, plan: Plan, known: Known) => { edited: object; at?: string };
};

/** A plan with what was typed in it, or what is to be mended first. */
export function judge<Typed>(
	form: PlanForm<Typed>,
	typed: Typed,
	plan: Plan,
	known: Known
): { ok: true; plan: Plan; at: string } | ({ ok: false } & Flaws) {
	const { edited, at = '' } = form.into(typed, plan, known);
	const keys: readonly string[] = PARTS[form.part];
	const others = Object.entries(editedOf(plan)).filter(([key]) => !keys.includes(key));
	const parsed = Plan.safeParse(withEdited(plan, { ...Object.fromEntries(others), ...edited }));
	if (parsed.success) return { ok: true, plan: parsed.data, at };
	return { ok: false, ...flawsOf(parsed.error.issues, { keys, at }) };
}
