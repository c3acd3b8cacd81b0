import { openFile, type Db } from '../../src/lib/server/core/database.ts';
import * as courses from '../../src/lib/server/interviews/courses.ts';
import * as draw from '../../src/lib/server/interviews/draw.ts';
import * as notes from '../../src/lib/server/interviews/notes.ts';
import * as people from '../../src/lib/server/interviews/people.ts';
import * as interviews from '../../src/lib/server/interviews/interviews.ts';
import * as plans from '../../src/lib/server/plan/plans.ts';
import * as review from '../../src/lib/server/interviews/review.ts';
import type { Reviewer } from '../../src/lib/server/interviews/reviewers.ts';
import type { Role } from '../../src/lib/server/staff/access/role.ts';
import * as summaries from '../../src/lib/server/interviews/summaries.ts';
import * as users from '../../src/lib/server/staff/users.ts';
import type { Plan } from '../../src/lib/plan/plan.ts';

export const TODAY = '2026-05-20';
export const TEXT =
	'De fleste føler sig hørt. Flere vil have breve, de kan forstå.\nVi skriver dem om.';
const found = plans.find('stevns');
if (!found) throw new Error('Stevns has a plan');
export const plan: Plan = found;

/** The people of a municipality, each with one role, as the review knows them. */
export type Cast = { [name in 'chair' | 'leader' | 'leader2' | 'secretary']: Reviewer };

export function staffed(path = ':memory:'): { db: Db; cast: Cast } {
	const db = openFile(path);
	const someone = (name: string, role: Role): Reviewer => {
		const email = `${name.toLowerCase()}@stevns.example`;
		const added = users.add(db, { name, email, roles: [role], today: TODAY });
		if (!added.ok) throw new Error(added.reason);
		return { user: added.user.id, roles: [role] };
	};
	return {
		db,
		cast: {
			chair: someone('Lis', 'chair'),
			leader: someone('Ole', 'leader'),
			leader2: someone('Bo', 'leader'),
			secretary: someone('Eva', 'secretary')
		}
	};
}

/** @throws where something was refused that the test needs. */
export function ok<T extends { ok: boolean }>(outcome: T): Extract<T, { ok: true }> {
	if (!outcome.ok) throw new Error(JSON.stringify(outcome));
	return outcome as Extract<T, { ok: true }>;
}

export function begun(db: Db, cast: Cast, kind = 'borgerinterview'): string {
	return ok(
		courses.begin(
			db,
			plan,
			{
				kind,
				name: 'Forår 2026',
				wanted: 3,
				dueOn: '2026-10-31',
				participants: [cast.chair.user, cast.leader.user]
			},
			TODAY
		)
	).id;
}

export const LIST: draw.Locked = {
	digest: 'ab'.repeat(32),
	listed: 40,
	eligible: 20,
	teams: 3,
	stratified: false,
	wanted: 3,
	asOf: TODAY
};

export function drawn(db: Db, cast: Cast, course: string, locked = LIST): void {
	ok(draw.lock(db, course, locked, cast.leader.user, TODAY));
	ok(draw.type(db, course, cast.chair.user, 4711, TODAY, 'salt'));
	ok(draw.type(db, course, cast.leader.user, 23, TODAY, 'pepper'));
}

/** An interview of the citizen with this number, held, with a note of the leader's. */
export function held(
	db: Db,
	cast: Cast,
	course: string,
	{ number = 1, holders = [cast.chair, cast.leader], text = 'Hun lyttede. Brevet var svært.' } = {}
): string {
	ok(people.note(db, course, { number, note: 'yes', user: cast.leader.user }));
	const agreed = courses.find(db, course)?.kind.consent.map(({ id }) => id) ?? [];
	const { id } = ok(
		interviews.begin(
			db,
			{ course, number },
			{ language: 'da', agreed, holders: holders.map(({ user }) => user) },
			TODAY
		)
	);
	const author = holders.at(-1)?.user ?? '';
	const note = { question: 'works', text, base: 0 };
	ok(notes.keep(db, author, { interview: id, writer: 'w', turn: 1, notes: [note] }));
	ok(interviews.hold(db, id, author, TODAY));
	return id;
}

/** The interview's summary, written by `by` and sent. */
export function sent(db: Db, by: Reviewer, course: string, interview: string | null): string {
	const { id } = summaries.prepare(db, { course, interview }, TODAY);
	ok(review.send(db, id, by, { text: TEXT, checked: [...review.CHECKS] }, TODAY));
	return id;
}
