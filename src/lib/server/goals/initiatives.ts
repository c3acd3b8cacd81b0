import { randomUUID } from 'node:crypto';
import type { Day } from '../../calendar.ts';
import {
	Answers,
	isOpenState,
	isOverdue,
	needsReason,
	nextStates,
	type Initiative,
	type InitiativeState
} from '../../goals/initiative.ts';
import type { Plan } from '../../plan/plan.ts';
import { immediately, prepared, type Db } from '../core/database.ts';
import { isOf, plannedIn } from './planned.ts';
import type { Outcome } from '../../outcome.ts';

/** What a person writes of an initiative; the rest is its history. */
export type Written = Pick<
	Initiative,
	'heard' | 'does' | 'why' | 'owner' | 'due' | 'next' | 'isPublic'
>;
export type Move = { to: InitiativeState; note: string | null; by: string | null; today: Day };
export type Moved = Outcome<'unknown' | 'not-from-here' | 'needs-reason', { id: string }>;

const WORDS_MAX = 2000;
const filled = (text: string | null | undefined): string | null => text?.trim() || null;

/** Makes an idea: what we heard, and what we think of doing about it. */
export function begin(
	db: Db,
	answers: Answers,
	written: Written,
	{ by, today, state = 'idea' }: { by: string | null; today: Day; state?: InitiativeState }
): Outcome<'empty' | 'too-long' | 'needs-reason' | 'there', { id: string }> {
	const flaw = flawOf(written, state);
	if (flaw) return { ok: false, reason: flaw };
	return immediately(db, () => {
		const known = idOfPlan(answers);
		if (known !== null && list(db).some((each) => idOfPlan(each.answers) === known)) {
			return { ok: false, reason: 'there' };
		}
		const id = randomUUID();
		insert(db, id, answers, written, { by, today });
		step(db, id, null, { to: state, note: null, by, today });
		return { ok: true, id };
	});
}

/** Changes the words, the post, the day, the next figure or whether it is public; the state has `move`. */
export function write(
	db: Db,
	plan: Plan,
	id: string,
	written: Written,
	{ by, today }: { by: string | null; today: Day }
): Outcome<'unknown' | 'empty' | 'too-long' | 'needs-reason', { id: string }> {
	return immediately(db, () => {
		const there = ensured(db, plan, id, { by, today });
		if (!there) return { ok: false, reason: 'unknown' };
		const flaw = flawOf(written, there.state);
		if (flaw) return { ok: false, reason: flaw };
		prepared<unknown[]>(
			db,
			`update initiative set heard = ?, does = ?, why = ?, owner = ?, due = ?, next_goal = ?, next_measure = ?,
			 is_public = ? where id = ?`
		).run(...columnsOf(written), there.id);
		return { ok: true, id: there.id };
	});
}

/** Moves one on, and keeps that it was. A plan's own becomes a row the first time that something happens to it. */
export function move(db: Db, plan: Plan, id: string, move: Move): Moved {
	return immediately(db, () => {
		const there = ensured(db, plan, id, move);
		if (!there) return { ok: false, reason: 'unknown' };
		if (!nextStates(there.state).includes(move.to)) return { ok: false, reason: 'not-from-here' };
		const note = filled(move.note);
		if (needsReason(move.to) && note === null && there.why === null) {
			return { ok: false, reason: 'needs-reason' };
		}
		if (needsReason(move.to) && note !== null) {
			prepared<[string, string]>(db, 'update initiative set why = ? where id = ?').run(
				note,
				there.id
			);
		}
		step(db, there.id, there.state, { ...move, note });
		return { ok: true, id: there.id };
	});
}

/** Those that a person or the plan began, each with its history: the plan's own in its order first. */
export function all(db: Db, plan: Plan): Initiative[] {
	const kept = list(db);
	const byPlan = new Map(kept.map((each) => [idOfPlan(each.answers), each]));
	const planned = plannedIn(plan).map((each) => byPlan.get(each.id) ?? each);
	return [...planned, ...kept.filter((each) => !planned.includes(each))];
}

/** As they stood at the end of a day: what was begun later is not there, and the plan's own are as the plan has them. */
export const allOn = (db: Db, plan: Plan, day: Day): Initiative[] =>
	all(db, plan).flatMap((each) => {
		const history = each.history.filter(({ on }) => on <= day);
		const state = history.at(-1)?.to ?? 'idea';
		const wasThere = history.length > 0 || isOf(each.answers, 'plan');
		return wasThere ? [{ ...each, history, state }] : [];
	});

/** Overdue first, then what is open by its day, then what has ended, newest first. */
export const inOrder = (initiatives: readonly Initiative[], today: Day): Initiative[] =>
	[...initiatives].sort((a, b) => {
		const late = Number(isOverdue(b, today)) - Number(isOverdue(a, today));
		const open = Number(isOpenState(b.state)) - Number(isOpenState(a.state));
		return late || open || ((a.due ?? '9') < (b.due ?? '9') ? -1 : 1);
	});

export const find = (db: Db, plan: Plan, id: string): Initiative | undefined =>
	all(db, plan).find((each) => each.id === id);

/** Ids of what the plan itself says: `planned:…` and `task:…`. Null for what a person heard. */
const idOfPlan = (answers: Answers): string | null =>
	answers.kind === 'planned' || answers.kind === 'task' ? `${answers.kind}:${answers.id}` : null;

function ensured(
	db: Db,
	plan: Plan,
	id: string,
	{ by, today }: { by: string | null; today: Day }
): Initiative | undefined {
	const there = find(db, plan, id);
	if (!there || there.history.length > 0) return there;
	const own = randomUUID();
	insert(db, own, there.answers, there, { by, today });
	step(db, own, null, { to: there.state, note: null, by, today });
	return list(db).find((each) => each.id === own);
}

function flawOf({ does, heard, why }: Written, state: InitiativeState) {
	if (filled(does) === null && filled(heard) === null) return 'empty' as const;
	if ([does, heard, why ?? ''].some((text) => text.length > WORDS_MAX)) return 'too-long' as const;
	return needsReason(state) && filled(why) === null ? ('needs-reason' as const) : null;
}

const columnsOf = ({ heard, does, why, owner, due, next, isPublic }: Written) => [
	heard.trim(),
	does.trim(),
	filled(why),
	filled(owner),
	filled(due),
	next?.goal ?? null,
	next?.measure ?? null,
	isPublic ? 1 : 0
];

function insert(
	db: Db,
	id: string,
	answers: Answers,
	written: Written,
	{ by, today }: { by: string | null; today: Day }
): void {
	prepared<unknown[]>(
		db,
		`insert into initiative (id, answers, answers_kind, answers_id, heard, does, why, owner, due, next_goal, next_measure,
		 is_public, made_by, made_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	).run(
		id,
		JSON.stringify(answers),
		answers.kind,
		'id' in answers ? answers.id : null,
		...columnsOf(written),
		by,
		today
	);
}

function step(
	db: Db,
	id: string,
	from: InitiativeState | null,
	{ to, note, by, today }: Move
): void {
	prepared<unknown[]>(
		db,
		`insert into initiative_step (initiative, n, from_state, to_state, on_day, note, made_by)
		 select ?, count(*) + 1, ?, ?, ?, ?, ? from initiative_step where initiative = ?`
	).run(id, from, to, today, note, by, id);
}

type Row = {
	id: string;
	answers: string;
	heard: string;
	does: string;
	why: string | null;
	owner: string | null;
	due: Day | null;
	nextGoal: string | null;
	nextMeasure: string | null;
	isPublic: number;
};
type StepRow = Initiative['history'][number] & { initiative: string };

function list(db: Db): Initiative[] {
	const steps = prepared<[], StepRow>(
		db,
		`select initiative, from_state as "from", to_state as "to", on_day as "on", note
		 from initiative_step order by initiative, n`
	).all();
	const histories = Map.groupBy(steps, (each) => each.initiative);
	return prepared<[], Row>(
		db,
		`select id, answers, heard, does, why, owner, due, next_goal as nextGoal, next_measure as nextMeasure,
		 is_public as isPublic from initiative order by made_on, id`
	)
		.all()
		.map(({ answers, nextGoal, nextMeasure, isPublic, ...row }) => {
			const history = (histories.get(row.id) ?? []).map(({ initiative: _, ...each }) => each);
			return {
				...row,
				answers: Answers.parse(JSON.parse(answers)),
				next:
					nextGoal === null || nextMeasure === null
						? null
						: { goal: nextGoal, measure: nextMeasure },
				isPublic: isPublic === 1,
				state: history.at(-1)?.to ?? 'idea',
				history
			};
		});
}

/** Those that everybody may see: how they moved, without what staff noted about it. */
export const forPublic = (every: readonly Initiative[]): Initiative[] =>
	every
		.filter(({ isPublic }) => isPublic)
		.map((each) => ({ ...each, history: each.history.map((step) => ({ ...step, note: null })) }));

/** Another one whenever an initiative has begun or moved on, or says something else. */
export const stamp = (db: Db): string =>
	prepared<[], string>(
		db,
		`select (select count(*) from initiative_step) || '/' || (select coalesce(json_group_array(json_array(
		 heard, does, why, owner, due, next_goal, next_measure, is_public)), '') from initiative)`
	)
		.pluck()
		.get() ?? '';
