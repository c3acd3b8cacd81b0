import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import { commitmentText, seedText } from '../../interviews/draw/draw.ts';
import { immediately, type Db } from '../core/database.ts';
import * as courses from './courses.ts';
import type { CourseRole } from './courses.ts';
import * as people from './people.ts';
import type { Outcome } from '../../outcome.ts';

/** What the browser says of the list that it read: its digest and its size, and nothing of what stands in it. */
export const Locked = z
	.strictObject({
		digest: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
		listed: z.int().check(z.positive()),
		eligible: z.int().check(z.positive()),
		/** Teams of those who may be drawn. */
		teams: z.int().check(z.nonnegative()),
		stratified: z.boolean(),
		wanted: z.int().check(z.gte(1), z.lte(100)),
		asOf: z.iso.date()
	})
	.check(z.refine(({ eligible, listed }) => eligible <= listed, { path: ['eligible'] }));
export type Locked = z.infer<typeof Locked>;

type Typed = {
	role: CourseRole;
	name: string;
	commitment: string;
	/** Known when both have typed theirs. */
	number: number | undefined;
	salt: string | undefined;
};
export type Restart = { digest: string; numbers: number; reason: string; day: Day; name: string };
export type Draw = Locked & {
	lockedOn: Day;
	lockedBy: string;
	typed: Typed[];
	seed: string | undefined;
	drawnOn: Day | undefined;
};
type Refusal =
	| 'unknown-course'
	| 'cancelled'
	| 'locked-already'
	| 'other-day'
	| 'too-few-for-teams'
	| 'not-locked'
	| 'not-participant'
	| 'typed-already'
	| 'drawn-already';

/** Fixes the list before any number is typed: from now on only the numbers decide. */
export function lock(
	db: Db,
	course: string,
	locked: Locked,
	user: string,
	today: Day
): Outcome<Refusal> {
	return immediately(db, () => {
		const reason = refusalOf(db, course, user) ?? refusalToLock(db, course, locked, today);
		if (reason) return { ok: false, reason };
		db.prepare(
			`insert into draw (course, digest, listed, eligible, teams, stratified, wanted, as_of, locked_on, locked_by)
			 values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
		).run(
			course,
			locked.digest,
			locked.listed,
			locked.eligible,
			locked.teams,
			Number(locked.stratified),
			locked.wanted,
			locked.asOf,
			today,
			user
		);
		return { ok: true };
	});
}

/**
 * Takes the number of chair or leader. Neither can steer the draw: the list stands already, each number is bound by its
 * commitment at once, and none is shown before both are in. With the second one the draw is made.
 */
export function type(
	db: Db,
	course: string,
	user: string,
	number: number,
	today: Day,
	salt = randomBytes(16).toString('hex')
): Outcome<Refusal, { drawn: boolean }> {
	return immediately(db, () => {
		const kept = courses.find(db, course);
		const draw = find(db, course);
		const role = kept && courses.roleIn(kept, user);
		const reason = refusalOf(db, course, user) ?? (draw ? undefined : 'not-locked');
		if (reason || !role || !draw) return { ok: false, reason: reason ?? 'not-participant' };
		if (draw.seed) return { ok: false, reason: 'drawn-already' };
		if (draw.typed.some((each) => each.role === role))
			return { ok: false, reason: 'typed-already' };
		db.prepare(
			'insert into draw_number (course, role, user, number, salt, commitment) values (?, ?, ?, ?, ?, ?)'
		).run(course, role, user, number, salt, sha256(commitmentText(number, salt)));
		return { ok: true, drawn: draw.typed.length === 1 && make(db, course, draw, today) };
	});
}

/** Gives a locked list up before it is drawn from, because it was wrong. That, when and why stands on the record. */
export function restart(
	db: Db,
	course: string,
	reason: string,
	user: string,
	today: Day
): Outcome<Refusal> {
	return immediately(db, () => {
		const draw = find(db, course);
		const refusal = refusalOf(db, course, user);
		if (refusal || !draw) return { ok: false, reason: refusal ?? 'not-locked' };
		if (draw.seed) return { ok: false, reason: 'drawn-already' };
		db.prepare(
			`insert into draw_restart (course, n, digest, numbers, reason, day, user)
			 values (?, (select count(*) + 1 from draw_restart where course = ?), ?, ?, ?, ?, ?)`
		).run(course, course, draw.digest, draw.typed.length, reason, today, user);
		db.prepare('delete from draw where course = ?').run(course);
		return { ok: true };
	});
}

export function find(db: Db, course: string): Draw | undefined {
	const row = db
		.prepare<[string], Row>(
			'select draw.*, user.name as locked_by_name from draw join user on user.id = locked_by where course = ?'
		)
		.get(course);
	if (!row) return undefined;
	const isDrawn = row.seed !== null;
	return {
		digest: row.digest,
		listed: row.listed,
		eligible: row.eligible,
		teams: row.teams,
		stratified: row.stratified === 1,
		wanted: row.wanted,
		asOf: row.as_of,
		lockedOn: row.locked_on,
		lockedBy: row.locked_by_name,
		seed: row.seed ?? undefined,
		drawnOn: row.drawn_on ?? undefined,
		typed: numbers(db, course).map(({ role, name, commitment, number, salt }) => ({
			role,
			name,
			commitment,
			number: isDrawn ? number : undefined,
			salt: isDrawn ? salt : undefined
		}))
	};
}

export const restarts = (db: Db, course: string): Restart[] =>
	db
		.prepare<[string], Restart>(
			`select digest, numbers, reason, day, user.name as name from draw_restart
			 join user on user.id = draw_restart.user where course = ? order by n`
		)
		.all(course);

type Row = {
	digest: string;
	listed: number;
	eligible: number;
	teams: number;
	stratified: number;
	wanted: number;
	as_of: Day;
	locked_on: Day;
	locked_by_name: string;
	seed: string | null;
	drawn_on: Day | null;
};
type NumberRow = {
	role: CourseRole;
	name: string;
	commitment: string;
	number: number;
	salt: string;
};

const numbers = (db: Db, course: string): NumberRow[] =>
	db
		.prepare<[string], NumberRow>(
			`select role, user.name as name, commitment, number, salt from draw_number
			 join user on user.id = draw_number.user where course = ? order by role`
		)
		.all(course);

function make(db: Db, course: string, draw: Draw, today: Day): true {
	const typed = numbers(db, course);
	const of = (role: CourseRole) => typed.find((each) => each.role === role)?.number ?? 0;
	const seed = sha256(seedText(draw.digest, of('chair'), of('leader')));
	db.prepare('update draw set seed = ?, drawn_on = ? where course = ?').run(seed, today, course);
	// Which numbers are of which team only the holder of the list can say.
	if (!draw.stratified) people.callFirst(db, course, draw);
	return true;
}

function refusalOf(db: Db, id: string, user: string): Refusal | undefined {
	const course = courses.find(db, id);
	if (!course) return 'unknown-course';
	if (course.cancelled) return 'cancelled';
	return courses.roleIn(course, user) ? undefined : 'not-participant';
}

function refusalToLock(db: Db, course: string, locked: Locked, today: Day): Refusal | undefined {
	if (find(db, course)) return 'locked-already';
	if (locked.asOf !== today) return 'other-day';
	return locked.stratified && locked.teams > locked.wanted ? 'too-few-for-teams' : undefined;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
