import { readOnly, SqliteError, type Db } from '../core/database.ts';

/** A table of citizens' or staff's, and how one says how many of its rows a copy has not. */
const COUNTED: [table: string, one: string, many: string][] = [
	['receipt', 'answer that has been counted since', 'answers that have been counted since'],
	['code', 'code that has been handed out since', 'codes that have been handed out since'],
	['grant_token', 'tablet that was started since', 'tablets that were started since'],
	['comment', 'comment that was released since', 'comments that were released since'],
	['quarantine', 'answer that waits unread', 'answers that wait unread'],
	['user', 'user of the staff pages', 'users of the staff pages'],
	['registered_figure', 'figure that was entered since', 'figures that were entered since'],
	['summary', 'summary that was written since', 'summaries that were written since']
];

/** What the file that stands has, and a copy has not: in words. */
export function losses(copy: Db, path: string): string[] {
	let live: Db | undefined;
	try {
		live = readOnly(path);
		return [...rounds(copy, live), ...rows(copy, live)];
	} catch (problem) {
		if (!(problem instanceof SqliteError)) throw problem;
		return [`whatever came since: ${path} cannot be read (${problem.message})`];
	} finally {
		live?.close();
	}
}

function rounds(copy: Db, live: Db): string[] {
	const idsIn = (db: Db) => new Set(list<string>(db, 'round', 'select id from round'));
	const closedIn = (db: Db) =>
		new Set(
			list<string>(db, 'unit', "select round || ' ' || unit from unit where state <> 'open'")
		);
	const [known, closed] = [idsIn(copy), closedIn(copy)];
	const unknown = [...idsIn(live)].filter((id) => !known.has(id));
	const since = [...closedIn(live)].filter((unit) => !closed.has(unit));
	return [
		...unknown.map((id) => `the round ${id}`),
		...since.map((unit) => `${unit}, which was published or closed since, would be open again`)
	];
}

const rows = (copy: Db, live: Db): string[] =>
	COUNTED.flatMap(([table, one, many]) => {
		const n = countIn(live, table) - countIn(copy, table);
		return n > 0 ? [`${n} ${n === 1 ? one : many}`] : [];
	});

const countIn = (db: Db, table: string): number =>
	list<number>(db, table, `select count(*) from ${table}`)[0] ?? 0;

/** Nothing where the file of another release has no such table. */
function list<T>(db: Db, table: string, sql: string): T[] {
	const isThere = db.prepare<[string]>(
		"select 1 from sqlite_schema where type = 'table' and name = ?"
	);
	return isThere.get(table) ? db.prepare<[], T>(sql).pluck().all() : [];
}
