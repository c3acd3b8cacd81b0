import * as z from 'zod/mini';
import { Text } from '../i18n/text.ts';
import { Goal, Heading } from '../goals/goal.ts';
import { contradictions as goalContradictions } from '../goals/contradictions.ts';
import { PlannedInitiative } from '../goals/initiative.ts';
import { contradictions as interviewContradictions, Interviews } from '../interviews/kind.ts';
import { JourneyModel } from '../journey/model.ts';
import { AgendaHeading, agendaFlaws } from '../reports/agenda.ts';
import { Group } from '../reports/comparison.ts';
import { Press } from '../reports/document.ts';
import { Rhythm } from '../reports/rhythm.ts';
import { Contact } from '../survey/contact.ts';
import { Questionnaire, Source } from '../survey/questionnaire.ts';
import { UNKNOWN } from '../survey/round.ts';
import { wordingFlaws } from './wordings.ts';

/** A team with fewer caseworkers than this is never a figure of its own: the figure would be about persons. */
export const TEAM_MIN_CASEWORKERS = 4;
export const SITUATIONS_MAX = 6;

const Id = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,40}$/));
const Choice = z.strictObject({ id: Id, text: Text });

const DignityPromise = z.strictObject({ id: Id, text: Text, source: Source });

export const Team = z.strictObject({
	id: Id,
	name: Text,
	caseworkers: z.int().check(z.positive()),
	/** The team that a team with fewer than four caseworkers is counted with; said in the caption. */
	mergedInto: z.optional(Id)
});
export type Team = z.infer<typeof Team>;

/**
 * The words of a municipality: what it calls itself (definite: "kommunen"), and the bare nouns for caseworker and meeting.
 * No sentence may depend on a noun's gender: it is "en samtale" but "et møde".
 */
const Terms = z.strictObject({
	municipality: Text,
	caseworker: Text,
	meeting: Text
});

/**
 * The citizens that the plan counts, as context for who answered. Its unit is named wherever it is shown: full-time persons
 * are neither people nor meetings. Groups that are not invited (pensions) have no situation.
 */
export const Population = z.strictObject({
	unit: Text,
	on: Text,
	source: Source,
	groups: z.array(
		z.strictObject({
			name: Text,
			/** Null where the plan prints no number. */
			n: z.nullable(z.int()),
			invited: z.boolean(),
			/** The situation that a citizen of this group would choose. */
			situation: z.optional(Id)
		})
	)
});
export type Population = z.infer<typeof Population>;

/** A municipality's plan as content. Survey, goals and later features each own their part of the shape. */
export const Plan = z
	.strictObject({
		municipality: Id,
		name: z.string(),
		title: z.string().check(z.minLength(1)),
		/** The years that the plan is for, both included. After `to` it has expired, and every page says so. */
		period: z.strictObject({ from: z.int(), to: z.int() }),
		committee: z.string().check(z.minLength(1)),
		languages: z.array(z.string()).check(z.minLength(1)),
		terms: Terms,
		/** The question on the front page: not every plan uses the word "værdighed". */
		question: Text,
		promises: z.array(DignityPromise).check(z.minLength(1)),
		questionnaires: z.array(Questionnaire).check(z.minLength(1)),
		teams: z.array(Team),
		situations: z.array(Choice).check(z.minLength(2), z.maxLength(SITUATIONS_MAX)),
		meetingForms: z.array(Choice).check(z.minLength(2)),
		/** The plan's own headings, in its order; goals and initiatives stand under them. */
		headings: z.array(Heading),
		/** All that the plan wants reached, in its order. */
		goals: z.array(Goal),
		/** What the plan says will be done. */
		initiatives: z.array(PlannedInitiative),
		contacts: z.array(Contact).check(z.minLength(1)),
		/** Whom the press turns to about the figures. */
		press: z.optional(Press),
		/** The committee's own headings of an agenda item, in its order. */
		agenda: z.optional(z.array(AgendaHeading)),
		/** Whom the municipality is seen beside, named beforehand. */
		beside: z.optional(Group),
		/** Who is told what, and how often, where the plan says so. */
		reporting: z.optional(z.array(Rhythm).check(z.minLength(1))),
		population: z.optional(Population),
		/** What a citizen's own picture is drawn of. A plan without one shows the shipped default, and says whose it is. */
		journey: z.optional(JourneyModel),
		/** How citizens are heard at length, where the plan says that they are. */
		interviews: z.optional(Interviews)
	})
	.check((ctx) => {
		for (const message of [...contradictions(ctx.value), ...wordingFlaws(ctx.value)]) {
			ctx.issues.push({
				code: 'custom',
				message: message.reason,
				path: message.path,
				input: ctx.value
			});
		}
	});
export type Plan = z.infer<typeof Plan>;

/** What the shapes alone cannot say: ids used twice, references that lead nowhere, two key items, merged teams in a chain. */
function contradictions(plan: {
	period: { from: number; to: number };
	promises: { id: string }[];
	questionnaires: Questionnaire[];
	teams: Team[];
	situations: { id: string }[];
	meetingForms: { id: string }[];
	headings: Heading[];
	goals: Goal[];
	initiatives: PlannedInitiative[];
	population?: Population;
	interviews?: Interviews;
	agenda?: AgendaHeading[];
}): { path: (string | number)[]; reason: string }[] {
	const found: { path: (string | number)[]; reason: string }[] = [];
	if (plan.period.from > plan.period.to) {
		found.push({ path: ['period', 'to'], reason: 'it ends before it begins' });
	}
	const promises = new Set(plan.promises.map((promise) => promise.id));
	const items = new Set(plan.questionnaires.flatMap((each) => each.items.map((item) => item.id)));

	for (const list of [
		'promises',
		'questionnaires',
		'teams',
		'situations',
		'meetingForms'
	] as const) {
		const ids = plan[list].map((each) => each.id);
		if (new Set(ids).size < ids.length) found.push({ path: [list], reason: 'two share an id' });
		if (ids.includes(UNKNOWN)) {
			found.push({ path: [list], reason: `"${UNKNOWN}" is for those who did not say` });
		}
	}
	plan.questionnaires.forEach((questionnaire, q) => {
		const path = ['questionnaires', q, 'items'];
		const ids = questionnaire.items.map((item) => item.id);
		if (new Set(ids).size < ids.length) found.push({ path, reason: 'two items share an id' });
		const keys = questionnaire.items.filter((item) => item.key);
		if (keys.length > 1) found.push({ path, reason: 'more than one key item' });
		questionnaire.items.forEach((item, i) => {
			for (const promise of item.promises) {
				if (!promises.has(promise)) {
					found.push({
						path: [...path, i, 'promises'],
						reason: `no promise is called "${promise}"`
					});
				}
			}
			if (item.key && item.scale !== 'satisfaction') {
				found.push({
					path: [...path, i, 'scale'],
					reason: 'a key item is on the satisfaction scale'
				});
			}
		});
	});
	plan.teams.forEach((team, t) => {
		const host = plan.teams.find((other) => other.id === team.mergedInto);
		if (team.mergedInto && (!host || host.mergedInto || host === team)) {
			found.push({
				path: ['teams', t, 'mergedInto'],
				reason: 'it must name another team that stands alone'
			});
		}
	});
	plan.population?.groups.forEach((group, g) => {
		const isKnown = plan.situations.some((situation) => situation.id === group.situation);
		if (group.invited !== isKnown) {
			found.push({
				path: ['population', 'groups', g, 'situation'],
				reason: 'an invited group, and no other, names one of the situations'
			});
		}
	});
	for (const reason of plan.agenda ? agendaFlaws(plan.agenda) : []) {
		found.push({ path: ['agenda'], reason });
	}
	found.push(...goalContradictions(plan, items));
	for (const { path, reason } of plan.interviews
		? interviewContradictions(plan.interviews, promises)
		: []) {
		found.push({ path: ['interviews', ...path], reason });
	}
	return found;
}
