import { addDays, addMonths, type Day } from '../calendar.ts';
import * as audit from './core/audit.ts';
import { SqliteError, type Db } from './core/database.ts';
import { DEVICE_DAYS } from './staff/known-browsers.ts';
import * as interviews from './interviews/retention.ts';
import * as settings from './core/settings.ts';

/**
 * Receipts guard against counting twice, and codes against answering twice: both only while something may still come.
 * A tablet's grant lives as long, so that what it brings too late is told so, and does not wait on it for ever.
 */
export const RECEIPT_DAYS = 90;

/** Whoever has not signed in for this long has left, as far as we know: the municipality's own login does not tell us. */
const NOTICE_DAYS = 180;

/** Erases what has served its time. @returns how many rows went */
export function erase(db: Db, today: Day): number {
	const closed = addDays(today, -RECEIPT_DAYS);
	const midnight = Math.floor(Date.parse(`${today}T00:00:00Z`) / 1000);
	const comments = `${addMonths(today.slice(0, 7), -settings.commentMonths(db))}${today.slice(7)}`;
	const log = `${Number(today.slice(0, 4)) - settings.auditYears(db)}${today.slice(4)}`;
	const gone = [
		...['receipt', 'code', 'grant_token', 'grant_earlier'].map((table) =>
			run(
				db,
				`delete from ${table} where round in (select id from round where closes_on < ?)`,
				closed
			)
		),
		run(
			db,
			`delete from comment where exists (select 1 from unit
			 where unit.round = comment.round and unit.unit = comment.unit and unit.released_on < ?)`,
			comments
		),
		...['session', 'invitation', 'oidc_attempt', 'saml_attempt', 'saml_logout', 'start_code'].map(
			(table) => run(db, `delete from ${table} where expires_at < ?`, midnight)
		),
		...['notice_address', 'notice_turn'].map((table) =>
			run(
				db,
				`delete from ${table} where user <> '' and not exists (select 1 from audit
				 where who = ${table}.user and what = 'signed-in' and day >= ?)`,
				addDays(today, -NOTICE_DAYS)
			)
		),
		run(db, 'delete from device where used_on < ?', addDays(today, -DEVICE_DAYS)),
		interviews.erase(db, today),
		audit.erase(db, { before: log })
	];
	return gone.reduce((sum, rows) => sum + rows, 0);
}

/**
 * Rewrites the file without the pages that erased rows left, and in an order that tells nothing. The server calls it at the
 * day's turn, so by night. Its log is emptied afterwards (`emptyLog`).
 * @returns false when another process is writing, or there is no room: try again at the next turn
 */
export function rewrite(db: Db): boolean {
	// There is no page to be left on a disk.
	if (db.memory) return true;
	// A copy is made on the way; in memory, so that nothing erased is written to another disk.
	db.pragma('temp_store = MEMORY');
	try {
		db.exec('vacuum');
		return true;
	} catch (problem) {
		if (problem instanceof SqliteError && /^SQLITE_(BUSY|FULL|LOCKED)/.test(problem.code)) {
			return false;
		}
		throw problem;
	}
}

const run = (db: Db, sql: string, limit: string | number): number =>
	db.prepare<[string | number]>(sql).run(limit).changes;
