import process from 'node:process';
import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import { immediately, prepared, type Db } from '../core/database.ts';
import { OBSTACLES } from './trouble.ts';

const Problem = z.object({
	goal: z.string(),
	measure: z.string(),
	table: z.string(),
	reason: z.enum(OBSTACLES),
	/** Names of columns or hierarchies. */
	detail: z.string()
});
export type Problem = z.infer<typeof Problem>;

/** One going through of a municipality's tables, also while it goes on. */
export type Run = {
	id: number;
	day: Day;
	/** Null for the day's turn and the command. */
	by: string | null;
	state: 'running' | 'done' | 'stopped' | 'failed';
	total: number;
	finished: number;
	/** The table that is being fetched. */
	current: string | null;
	stopWanted: boolean;
	added: number;
	revised: number;
	problems: Problem[];
};

/** Runs of this process: what the file calls running and is not here was broken off. */
const active = new Set<string>();
const nameOf = (db: Db, id: number): string => `${db.name} ${id}`;

type Row = Omit<Run, 'problems' | 'stopWanted'> & {
	problems: string;
	stopWanted: number;
	process: number;
};
const COLUMNS = `fetch_run.id, day, user.name as "by", state, total, finished, current, stop_wanted as stopWanted, process, added,
	revised, problems from fetch_run left join user on user.id = started_by`;

/** The newest run there is. */
export function latest(db: Db): Run | undefined {
	const row = prepared<[], Row>(db, `select ${COLUMNS} order by fetch_run.id desc limit 1`).get();
	return row && runOf(db, row);
}

/** Runs that nobody started, on one day. */
export const ofTurn = (db: Db, day: Day): Run[] =>
	prepared<[Day], Row>(db, `select ${COLUMNS} where started_by is null and day = ?`)
		.all(day)
		.map((row) => runOf(db, row));

/** @returns the id, or undefined where one is under way */
export function begin(
	db: Db,
	{ by, today, total }: { by: string | null; today: Day; total: number }
): number | undefined {
	return immediately(db, () => {
		const before = latest(db);
		if (before?.state === 'running') return undefined;
		// Whatever was broken off is told as what it is.
		db.prepare(
			"update fetch_run set state = 'failed', current = null where state = 'running'"
		).run();
		const { lastInsertRowid } = prepared<[Day, string | null, number, number]>(
			db,
			"insert into fetch_run (day, started_by, state, total, process) values (?, ?, 'running', ?, ?)"
		).run(today, by, total, process.pid);
		const id = Number(lastInsertRowid);
		active.add(nameOf(db, id));
		return id;
	});
}

/** @returns whether it is to stop */
export function isStopped(db: Db, id: number): boolean {
	return (
		prepared<[number], number>(db, 'select stop_wanted from fetch_run where id = ?')
			.pluck()
			.get(id) === 1
	);
}

export const turnTo = (db: Db, id: number, table: string): void =>
	void prepared<[string, number]>(db, 'update fetch_run set current = ? where id = ?').run(
		table,
		id
	);

export function note(
	db: Db,
	id: number,
	{ added, revised, problem }: { added: number; revised: number; problem: Problem | undefined }
): void {
	prepared<[number, number, number]>(
		db,
		'update fetch_run set finished = finished + 1, added = added + ?, revised = revised + ? where id = ?'
	).run(added, revised, id);
	if (!problem) return;
	prepared<[string, number]>(
		db,
		"update fetch_run set problems = json_insert(problems, '$[#]', json(?)) where id = ?"
	).run(JSON.stringify(problem), id);
}

export function end(db: Db, id: number, state: Exclude<Run['state'], 'running'>): void {
	active.delete(nameOf(db, id));
	prepared<[string, number]>(db, 'update fetch_run set state = ?, current = null where id = ?').run(
		state,
		id
	);
}

/** Asks the one that is under way to stop before the next table. */
export const stop = (db: Db): boolean =>
	prepared<[]>(db, "update fetch_run set stop_wanted = 1 where state = 'running'").run().changes >
	0;

function runOf(db: Db, { problems, stopWanted, process: pid, ...row }: Row): Run {
	const isThere = pid === process.pid ? active.has(nameOf(db, row.id)) : isAlive(pid);
	return {
		...row,
		state: row.state === 'running' && !isThere ? 'failed' : row.state,
		stopWanted: stopWanted === 1,
		problems: z.array(Problem).parse(JSON.parse(problems))
	};
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch (problem) {
		// It is there, and is somebody else's.
		return (problem as NodeJS.ErrnoException).code === 'EPERM';
	}
}
