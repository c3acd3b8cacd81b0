import type { Day } from '../../calendar.ts';
import { everyOf, type Period } from '../../goals/period.ts';
import type { Mark } from '../../goals/series.ts';
import type { Plan } from '../../plan/plan.ts';
import { immediately, prepared, type Db } from '../core/database.ts';
import { registeredMeasure } from './figures.ts';
import type { Outcome } from '../../outcome.ts';

export type KeptMark = Mark & { id: number; goal: string; measure: string; by: string | null };
export type NewMark = Pick<Mark, 'from' | 'kind' | 'why'> & { goal: string; measure: string };
/** The program marked that a table had another text or other columns; the messages have its words. */
export const TABLE_CHANGED = '@table-changed';

/** Marks where a series begins anew, with the reason that is shown beside it. */
export function make(
	db: Db,
	plan: Plan,
	{ goal, measure, from, kind, why }: NewMark,
	{ by, today }: { by: string | null; today: Day }
): Outcome<'unknown' | 'other-kind-of-period' | 'no-reason' | 'twice'> {
	const found = registeredMeasure(plan, goal, measure);
	if (!found) return { ok: false, reason: 'unknown' };
	if (everyOf(from) !== found.every) return { ok: false, reason: 'other-kind-of-period' };
	if (why.trim() === '') return { ok: false, reason: 'no-reason' };
	return immediately(db, () => {
		if (list(db).some((each) => isSamePlace(each, { goal, measure, from }))) {
			return { ok: false, reason: 'twice' };
		}
		prepared<[string, string, Period, string, string, string | null, Day]>(
			db,
			`insert into series_mark (goal, measure, from_period, kind, why, made_by, made_on)
			 values (?, ?, ?, ?, ?, ?, ?)`
		).run(goal, measure, from, kind, why.trim(), by, today);
		return { ok: true };
	});
}

/** A mark that was set wrongly counts no more. */
export const withdraw = (db: Db, id: number, today: Day): boolean =>
	prepared<[Day, number]>(
		db,
		'update series_mark set withdrawn_on = ? where id = ? and withdrawn_on is null'
	).run(today, id).changes > 0;

export const list = (db: Db): KeptMark[] =>
	prepared<[], KeptMark>(
		db,
		`select series_mark.id, goal, measure, from_period as "from", kind, why, made_on as "on", user.name as by
		 from series_mark left join user on user.id = made_by where withdrawn_on is null order by from_period`
	).all();

const isSamePlace = (
	a: Pick<KeptMark, 'goal' | 'measure' | 'from'>,
	b: Pick<KeptMark, 'goal' | 'measure' | 'from'>
): boolean => a.goal === b.goal && a.measure === b.measure && a.from === b.from;
