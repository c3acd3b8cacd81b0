import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import { cautions, mayBeSent, type Cautions } from '../../interviews/cautions.ts';
import { next, type Action, type Actor, type State } from '../../interviews/review.ts';
import { span } from '../../interviews/text.ts';
import { immediately, type Db } from '../core/database.ts';
import * as passages from './passages.ts';
import { actors, type Reviewer } from './reviewers.ts';
import * as summaries from './summaries.ts';
import type { Summary } from './summaries.ts';

// The one file that moves a summary (tests/architecture.spec.ts): the pure table in lib/interviews/review.ts says whereto.

export type Step = {
	n: number;
	action: Action;
	to: State;
	user: string;
	name: string;
	role: Actor['role'];
	day: Day;
	quarter: string | null;
	meetingOn: Day | null;
	item: string | null;
	decision: string | null;
};

/** What whoever sends a summary says of it. All of it must be true. */
export const CHECKS = ['no-names', 'not-only-one', 'quotes', 'employees', 'both-sides'] as const;
const TEXT_MIN = 40;

export const Decision = z.strictObject({
	meetingOn: z.iso.date(),
	item: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
	decision: z.string().check(z.trim(), z.minLength(3), z.maxLength(2000))
});
export type Decision = z.infer<typeof Decision>;

export type Refusal =
	| 'unknown-summary'
	| 'not-now'
	| 'too-short'
	| 'too-long'
	| 'not-checked'
	| 'must-be-mended'
	| 'no-remarks'
	| 'remarks-left'
	| 'nothing-marked'
	| 'before-material';
type Outcome = { ok: true; state: State } | { ok: false; reason: Refusal; found?: Cautions };

export const write = (db: Db, id: string, by: Reviewer, text: string, today: Day): Outcome =>
	act(db, id, 'write', by, today, () => {
		summaries.writeDraft(db, id, by.user, text);
		return undefined;
	});

export const send = (
	db: Db,
	id: string,
	by: Reviewer,
	{ text, checked }: { text: string; checked: string[] },
	today: Day
): Outcome => {
	// What was written is kept, whether or not it can be sent.
	const written = write(db, id, by, text, today);
	if (!written.ok) return written;
	return act(db, id, 'send', by, today, (summary) => {
		if (text.trim().length < TEXT_MIN) return { reason: 'too-short' };
		if (text.trim().length > summaries.SUMMARY_MAX) return { reason: 'too-long' };
		if (!CHECKS.every((check) => checked.includes(check))) return { reason: 'not-checked' };
		const found = cautionsOf(db, summary, text);
		if (!mayBeSent(found)) return { reason: 'must-be-mended', found };
		summaries.addVersion(db, id, { text: text.trim(), checked, user: by.user }, today);
		return undefined;
	});
};

export const remark = (
	db: Db,
	id: string,
	by: Reviewer,
	{ marked, text, recognisable }: { marked: number[]; text: string; recognisable: boolean },
	today: Day
): Outcome =>
	act(db, id, 'remark', by, today, () => {
		const version = summaries.latest(db, id);
		const piece = version && span(version.text, marked);
		if (!version || !piece) return { reason: 'nothing-marked' };
		const { version: number } = version;
		summaries.addRemark(
			db,
			id,
			{ ...piece, text, recognisable, user: by.user, version: number },
			today
		);
		return undefined;
	});

export const unremark = (db: Db, id: string, by: Reviewer, remarkId: string, today: Day): Outcome =>
	act(db, id, 'remark', by, today, () => {
		summaries.removeRemark(db, id, remarkId, by.user);
		return undefined;
	});

/** A summary goes back only with something to go by. */
export const returnToAuthor = (db: Db, id: string, by: Reviewer, today: Day): Outcome =>
	act(db, id, 'return', by, today, () =>
		remarksLeft(db, id) ? undefined : { reason: 'no-remarks' }
	);

export const markSeen = (db: Db, id: string, by: Reviewer, today: Day): Outcome =>
	act(db, id, 'mark-seen', by, today, () =>
		remarksLeft(db, id) ? { reason: 'remarks-left' } : undefined
	);

export const confirm = (db: Db, id: string, by: Reviewer, today: Day): Outcome =>
	act(db, id, 'confirm', by, today, () =>
		remarksLeft(db, id) ? { reason: 'remarks-left' } : undefined
	);

/** @param quarter `2026-Q4`: the material of which quarter */
export const include = (db: Db, id: string, by: Reviewer, quarter: string, today: Day): Outcome =>
	act(db, id, 'include', by, today, () => undefined, { quarter });

export const exclude = (db: Db, id: string, by: Reviewer, today: Day): Outcome =>
	act(db, id, 'exclude', by, today, () => undefined);

export const decide = (
	db: Db,
	id: string,
	by: Reviewer,
	decision: Decision,
	today: Day
): Outcome => {
	const included = steps(db, id).findLast(({ action }) => action === 'include');
	return act(
		db,
		id,
		'decide',
		by,
		today,
		() =>
			decision.meetingOn > today || (included && decision.meetingOn < included.day)
				? { reason: 'before-material' }
				: undefined,
		decision
	);
};

export const withdraw = (db: Db, id: string, by: Reviewer, today: Day): Outcome =>
	act(db, id, 'withdraw', by, today, () => undefined);

/** Every step, oldest first. */
export const steps = (db: Db, id: string): Step[] =>
	db
		.prepare<[string], Step>(
			`select n, action, to_state as "to", user, user.name as name, role, day, quarter, meeting_on as meetingOn, item,
			 decision from summary_step join user on user.id = summary_step.user where summary = ? order by n`
		)
		.all(id);

/** Whose yes the text as it stands has: those after it was last sent, and the sending itself where the chair wrote it. */
export function signatures(db: Db, id: string): Step[] {
	const all = steps(db, id);
	return all
		.slice(
			Math.max(
				0,
				all.findLastIndex(({ action }) => action === 'send')
			)
		)
		.filter(
			({ action, to }) =>
				action === 'mark-seen' || action === 'confirm' || (action === 'send' && to === 'half-seen')
		);
}

export const cautionsOf = (db: Db, { course, interview }: Summary, text: string): Cautions =>
	cautions(text, interview ? passages.list(db, interview) : passages.ofCourse(db, course));

type Check = (summary: Summary) => { reason: Refusal; found?: Cautions } | undefined;

/** The only way that a summary moves: by the table, after what the action asks for, and never without a line that stays. */
function act(
	db: Db,
	id: string,
	action: Action,
	by: Reviewer,
	today: Day,
	check: Check,
	more: { quarter?: string; meetingOn?: Day; item?: string; decision?: string } = {}
): Outcome {
	return immediately(db, () => {
		const summary = summaries.find(db, id);
		if (!summary) return { ok: false, reason: 'unknown-summary' };
		const able = actors(db, summary, by).flatMap((actor) => {
			const to = next(summary.state, action, actor);
			return to ? [{ role: actor.role, to }] : [];
		})[0];
		if (!able) return { ok: false, reason: 'not-now' };
		const refusal = check(summary);
		if (refusal) return { ok: false, ...refusal };
		if (able.to !== summary.state || action === 'decide') {
			db.prepare(
				`insert into summary_step (summary, n, from_state, action, to_state, user, role, day, quarter, meeting_on, item,
				 decision) values (?, (select count(*) + 1 from summary_step where summary = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
			).run(
				id,
				id,
				summary.state,
				action,
				able.to,
				by.user,
				able.role,
				today,
				more.quarter ?? null,
				more.meetingOn ?? null,
				more.item ?? null,
				more.decision ?? null
			);
		}
		return { ok: true, state: able.to };
	});
}

const remarksLeft = (db: Db, id: string): boolean => {
	const version = summaries.latest(db, id)?.version;
	return summaries.remarks(db, id).some((each) => each.version === version);
};
