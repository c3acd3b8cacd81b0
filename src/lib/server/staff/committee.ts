import * as z from 'zod/mini';
import { addDays, type Day } from '../../calendar.ts';
import { immediately, type Db } from '../core/database.ts';
import type { Outcome } from '../../outcome.ts';

/** A committee as it sat from one day to another, both included; the latest has no end. */
export const Term = z.strictObject({
	name: z.string().check(z.trim(), z.minLength(2), z.maxLength(200)),
	chair: z.string().check(z.trim(), z.minLength(2), z.maxLength(120)),
	members: z
		.array(z.string().check(z.trim(), z.minLength(2), z.maxLength(120)))
		.check(z.maxLength(40)),
	from: z.iso.date()
});
export type Term = z.infer<typeof Term>;
export type KeptTerm = Term & { id: number; to: Day | null };
type Refusal = 'not-later' | 'unknown-term';

/** Begins a term; the one before it ends on the day before. */
export function begin(db: Db, term: Term): Outcome<Refusal> {
	return immediately(db, () => {
		const latest = list(db)[0];
		if (latest && term.from <= latest.from) return { ok: false, reason: 'not-later' };
		if (latest && (latest.to === null || latest.to >= term.from)) {
			db.prepare('update committee_term set to_day = ? where id = ?').run(
				addDays(term.from, -1),
				latest.id
			);
		}
		db.prepare(
			'insert into committee_term (name, chair, members, from_day) values (?, ?, ?, ?)'
		).run(term.name, term.chair, JSON.stringify(term.members), term.from);
		return { ok: true };
	});
}

/** Mends a term that sits or is to come: a misspelt name, a member who was left out. Its first day stands. */
export function mend(db: Db, id: number, term: Omit<Term, 'from'>, today: Day): Outcome<Refusal> {
	const { changes } = db
		.prepare(
			`update committee_term set name = ?, chair = ?, members = ?
			 where id = ? and (to_day is null or to_day >= ?)`
		)
		.run(term.name, term.chair, JSON.stringify(term.members), id, today);
	return changes === 1 ? { ok: true } : { ok: false, reason: 'unknown-term' };
}

/** Those that can be mended: the one that sits, then those to come. */
export const mendable = (db: Db, today: Day): KeptTerm[] =>
	list(db)
		.filter(({ to }) => to === null || to >= today)
		.reverse();

/** Newest first. */
export const list = (db: Db): KeptTerm[] =>
	db
		.prepare<[], Omit<KeptTerm, 'members'> & { members: string }>(
			`select id, name, chair, members, from_day as "from", to_day as "to" from committee_term
			 order by from_day desc`
		)
		.all()
		.map((row) => ({ ...row, members: z.array(z.string()).parse(JSON.parse(row.members)) }));

/** The committee that sat on a day. */
export const on = (db: Db, day: Day): KeptTerm | undefined =>
	list(db).find(({ from, to }) => from <= day && (to === null || day <= to));
