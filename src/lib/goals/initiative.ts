import * as z from 'zod/mini';
import type { Day } from '../calendar.ts';
import { Text } from '../i18n/text.ts';
import { Source } from '../survey/questionnaire.ts';
import { GoalId } from './measure.ts';

/** What a plan says will be done. */
export const PlannedInitiative = z.strictObject({
	id: GoalId,
	heading: GoalId,
	name: Text,
	source: Source,
	/** "senest 1. februar 2021" */
	by: z.optional(z.iso.date()),
	/** The goals it works for. */
	goals: z.optional(z.array(GoalId)),
	owner: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
	/** The plan says it again under another heading: done once, and followed there. */
	sameAs: z.optional(GoalId),
	/** The plan's text breaks off in the middle of it. */
	isCutOff: z.optional(z.literal(true))
});
export type PlannedInitiative = z.infer<typeof PlannedInitiative>;

/** idé · aftalt · i gang · færdig · det kan vi ikke ændre · opgivet */
export const InitiativeState = z.enum(['idea', 'agreed', 'doing', 'done', 'cannot', 'dropped']);
export type InitiativeState = z.infer<typeof InitiativeState>;

/** Where one may go from a state. Done in one press from any open state; what ended can be taken up again. */
const NEXT: { [from in InitiativeState]: readonly InitiativeState[] } = {
	idea: ['agreed', 'doing', 'done', 'cannot', 'dropped'],
	agreed: ['doing', 'done', 'cannot', 'dropped'],
	doing: ['done', 'cannot', 'dropped'],
	done: ['doing'],
	cannot: ['idea'],
	dropped: ['idea']
};
/** These say why, in words that are shown. */
const NEEDS_REASON: readonly InitiativeState[] = ['cannot', 'dropped'];

export const nextStates = (state: InitiativeState): readonly InitiativeState[] => NEXT[state];
export const needsReason = (state: InitiativeState): boolean => NEEDS_REASON.includes(state);
export const isOpenState = (state: InitiativeState): boolean =>
	state === 'idea' || state === 'agreed' || state === 'doing';

type Dated = { state: InitiativeState; due: Day | null };

/** Its day has passed and it is not done. One that cannot be changed or was dropped is not late. */
export const isOverdue = ({ state, due }: Dated, today: Day): boolean =>
	isOpenState(state) && due !== null && due < today;

/** What an initiative answers: what we heard, or what the plan says. */
export const Answers = z.discriminatedUnion('kind', [
	/** A starred initiative of the plan, by its id. */
	z.strictObject({ kind: z.literal('planned'), id: GoalId }),
	/** A goal of the plan that is done or not done, by its id. */
	z.strictObject({ kind: z.literal('task'), id: GoalId }),
	/** A goal whose figure it is to move. */
	z.strictObject({ kind: z.literal('goal'), id: GoalId }),
	/** A promise: alone, or what somebody said about it, whose words are then what was heard. */
	z.strictObject({ kind: z.literal('promise'), id: GoalId }),
	/** A released figure: a statement of a round. */
	z.strictObject({ kind: z.literal('figure'), round: z.string(), item: z.string() }),
	/** In the municipality's own words. */
	z.strictObject({ kind: z.literal('theme') })
]);
export type Answers = z.infer<typeof Answers>;

/** "I sagde – vi gjorde": what was heard, what is done about it or why it cannot be, who and when. */
export type Initiative = {
	id: string;
	answers: Answers;
	/** What we heard, as it is shown. */
	heard: string;
	/** What we do; in a plan's own initiative, its name. */
	does: string;
	/** "Det kan vi ikke ændre, fordi …", or why it was dropped. */
	why: string | null;
	/** A post, not a person. Null until somebody answers for it. */
	owner: string | null;
	due: Day | null;
	state: InitiativeState;
	/** The figure to look at next, by goal and measure. */
	next: { goal: string; measure: string } | null;
	isPublic: boolean;
	/** Oldest first. */
	history: { on: Day; from: InitiativeState | null; to: InitiativeState; note: string | null }[];
};
