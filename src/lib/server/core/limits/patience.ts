import type { Database, Statement } from 'better-sqlite3';
import { troubleOf } from '../trouble.ts';

/**
 * A file that another program holds. To wait for it blocks the event loop, and so everybody of every municipality: each file is
 * waited for this long at most, and not again before it has been found free.
 */
export const WAIT_MILLISECONDS = 250;

/** The files that were waited for in vain. */
const held = new Set<string>();
let isHurried = false;

/** Runs what writes, a second time where the file was held by somebody else for a moment. Each attempt is all or nothing. */
function patiently<T>(db: Database, work: () => T, mayRepeat: () => boolean = () => true): T {
	if (db.inTransaction) return work();
	try {
		return free(db, work());
	} catch (problem) {
		if (!isBusy(problem) || isHurried || held.has(db.name) || !mayRepeat()) throw problem;
	}
	db.pragma(`busy_timeout = ${WAIT_MILLISECONDS}`);
	try {
		return free(db, work());
	} catch (problem) {
		if (isBusy(problem)) held.add(db.name);
		throw problem;
	} finally {
		if (db.open) db.pragma('busy_timeout = 0');
	}
}

function free<T>({ name }: Database, done: T): T {
	held.delete(name);
	return done;
}

const isBusy = (problem: unknown): boolean => troubleOf(problem)?.kind === 'busy';

/** Runs in a transaction that takes the write lock at once, so that what it reads is what it writes upon. */
export function inTransaction<T>(db: Database, work: () => T): T {
	let hasBegun = false;
	const transaction = db.transaction(() => {
		hasBegun = true;
		return work();
	});
	return patiently(
		db,
		() => transaction.immediate(),
		() => !hasBegun
	);
}

/** A statement that writes by itself is as patient as a transaction. */
export function waiting<S extends Pick<Statement, 'readonly' | 'run' | 'get' | 'all'>>(
	db: Database,
	statement: S
): S {
	if (statement.readonly) return statement;
	const patient =
		<Values extends unknown[], T>(alone: (...values: Values) => T) =>
		(...values: Values): T =>
			patiently(db, () => alone.apply(statement, values));
	return Object.assign(statement, {
		run: patient(statement.run),
		get: patient(statement.get),
		all: patient(statement.all)
	});
}

/** A busy file is told of at once: for those who wait for it without blocking the event loop. */
export function withoutWaiting<T>(work: () => T): T {
	const before = isHurried;
	isHurried = true;
	try {
		return work();
	} finally {
		isHurried = before;
	}
}

/** For what is as well written another time: nobody is refused for it, and nobody waits. */
export function ifFree(work: () => unknown): void {
	try {
		withoutWaiting(work);
	} catch (problem) {
		if (!isBusy(problem)) throw problem;
	}
}
