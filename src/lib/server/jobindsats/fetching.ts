import type { Day } from '../../calendar.ts';
import { isRegistered, type RegisteredMeasure, type Table } from '../../goals/measure.ts';
import { comparePeriods, lastDayOf, type Period } from '../../goals/period.ts';
import type { Plan } from '../../plan/plan.ts';
import { immediately, prepared, type Db } from '../core/database.ts';
import { log } from '../core/log.ts';
import { enter, REVISED, type Entry } from '../goals/figures.ts';
import * as marks from '../goals/marks.ts';
import { find } from '../goals/series.ts';
import { accessOf, type Access } from './access.ts';
import { clientOf, type Client } from './client.ts';
import * as runs from './runs.ts';
import { fetchTable, type FetchedTable } from './table.ts';
import { JobindsatsTrouble } from './trouble.ts';

const SOURCE = 'Jobindsats';
/** The day's turn tries a run that failed again, but no more often than this in a day. */
const RUNS_A_DAY = 3;

/** A measure that can be fetched. */
type Wanted = { goal: string; measure: RegisteredMeasure; table: Table };
/** Whose tables they are. */
type Place = { db: Db; plan: Plan };
type Asking = { today: Day; by: string | null };
export type Begun =
	| { ok: true; run: number; finished: Promise<runs.Run | undefined> }
	| { ok: false; reason: 'no-key' | 'no-tables' | 'under-way' };

/** The measures of a plan that name a table. */
export const wantedOf = (plan: Pick<Plan, 'goals'>): Wanted[] =>
	plan.goals
		.filter(({ sameAs, ended }) => sameAs === undefined && ended === undefined)
		.flatMap(({ id, measures }) =>
			measures
				.filter(isRegistered)
				.flatMap((measure) => (measure.table ? [{ goal: id, measure, table: measure.table }] : []))
		);

/**
 * Begins to fetch all tables of a municipality, one after the other; `runs.latest` says how far it has come, and `runs.stop`
 * ends it before the next table.
 */
export function fetchAll(
	{ db, plan }: Place,
	asking: Asking,
	wanted: Wanted[] = wantedOf(plan),
	client?: Client
): Begun {
	const access = accessOf(plan);
	if (!access) return { ok: false, reason: 'no-key' };
	if (wanted.length === 0) return { ok: false, reason: 'no-tables' };
	const run = runs.begin(db, { ...asking, total: wanted.length });
	if (run === undefined) return { ok: false, reason: 'under-way' };
	const going = go(db, plan, { run, wanted, access, asking, client: client ?? clientOf(access) });
	return { ok: true, run, finished: going };
}

/** The day's turn: what is expected by now, once a day. @returns when it is over; never throws */
export async function fetchDue(place: Place, today: Day): Promise<void> {
	const { db, plan } = place;
	try {
		if (!accessOf(plan)) return;
		const before = runs.ofTurn(db, today);
		if (before.length >= RUNS_A_DAY || before.some(({ state }) => state !== 'failed')) return;
		const due = wantedOf(plan).filter(({ goal, measure }) => {
			const series = find(db, goal, measure.id);
			return !series?.nextExpected || series.nextExpected <= today;
		});
		if (due.length === 0) return;
		const begun = fetchAll(place, { today, by: null }, due);
		if (!begun.ok) return;
		const run = await begun.finished;
		for (const { reason, table } of run?.problems ?? []) {
			log('warning', 'jobindsats', { municipality: plan.municipality, kind: reason, name: table });
		}
	} catch (problem) {
		const kind = problem instanceof Error ? problem.name : typeof problem;
		log('warning', 'jobindsats', { municipality: plan.municipality, kind });
	}
}

type Going = {
	run: number;
	wanted: Wanted[];
	access: Access;
	asking: Asking;
	client: Client;
};

async function go(db: Db, plan: Plan, going: Going): Promise<runs.Run | undefined> {
	const { run, wanted, access, asking, client } = going;
	let state: 'done' | 'stopped' | 'failed' = 'failed';
	try {
		state = 'done';
		for (const each of wanted) {
			if (runs.isStopped(db, run)) {
				state = 'stopped';
				break;
			}
			runs.turnTo(db, run, each.table.id);
			const outcome = await one(db, plan, each, { access, asking, client });
			runs.note(db, run, outcome);
			// No other table would be answered either.
			if (outcome.problem?.reason === 'key-refused') {
				state = 'failed';
				break;
			}
			if (outcome.problem) state = 'failed';
		}
	} catch (problem) {
		state = 'failed';
		throw problem;
	} finally {
		runs.end(db, run, state);
	}
	return runs.latest(db);
}

async function one(
	db: Db,
	plan: Plan,
	wanted: Wanted,
	{ access, asking, client }: Pick<Going, 'access' | 'asking' | 'client'>
): Promise<Parameters<typeof runs.note>[2]> {
	const { goal, measure, table } = wanted;
	try {
		const isFirst = find(db, goal, measure.id) === undefined;
		const fetched = await fetchTable(client, measure, table, { area: access.area, isFirst });
		const { added, corrected } = immediately(db, () => keep(db, plan, wanted, fetched, asking));
		return { added, revised: corrected, problem: undefined };
	} catch (problem) {
		if (!(problem instanceof JobindsatsTrouble)) throw problem;
		const { obstacle: reason, detail } = problem;
		const about = { goal, measure: measure.id, table: table.id, reason, detail };
		return { added: 0, revised: 0, problem: about };
	}
}

/** All that is new of a table, and that the source has changed; a table that is another than before breaks the series. */
function keep(
	db: Db,
	plan: Plan,
	{ goal, measure, table }: Wanted,
	fetched: FetchedTable,
	{ today, by }: Asking
): { added: number; corrected: number } {
	const there = (find(db, goal, measure.id)?.points ?? []).map(({ period }) => period);
	const seen = seenBefore(db, goal, measure.id);
	const isOther =
		seen !== undefined && (seen.table !== table.id || seen.fingerprint !== fetched.fingerprint);
	const newest = there.at(-1);
	const parts = marks.list(db).filter((mark) => isOf(mark, goal, measure.id));
	const parted = parts.findLast(({ why }) => why === marks.TABLE_CHANGED)?.from;
	// What was counted in the old way stays, and what is missing of it: the new table's word on it is about something else.
	const isOurs = (period: Period): boolean =>
		(parted === undefined || comparePeriods(period, parted) >= 0) &&
		(!isOther || newest === undefined || comparePeriods(period, newest) > 0);
	const values = fetched.values.filter(
		({ period, value }) => value !== null && lastDayOf(period) <= today && isOurs(period)
	);
	const [first] = values;
	// Until something comes of the new table there is nothing to part.
	if (isOther && !first) return { added: 0, corrected: 0 };
	if (isOther && first && newest !== undefined) {
		const from = first.period;
		// There is one mark in a place. A break by the source hides what was thought of it before.
		for (const { id } of parts.filter((mark) => mark.from === from)) marks.withdraw(db, id, today);
		const mark = { goal, measure: measure.id, from, kind: 'break' as const };
		marks.make(db, plan, { ...mark, why: marks.TABLE_CHANGED }, { by, today });
	}
	const entered = enter(
		db,
		plan,
		values.map((value): Entry => ({
			...value,
			goal,
			measure: measure.id,
			source: SOURCE,
			table: { id: table.id, name: fetched.name },
			retrievedOn: today,
			reason: REVISED
		})),
		{ way: 'fetched', by, today }
	);
	if (!entered.ok)
		throw new Error(`a table's figures were refused: ${entered.problems[0]?.reason}`);
	prepared<[string, string, string, string, string, Day]>(
		db,
		`insert or replace into fetched_table (goal, measure, table_id, name, fingerprint, seen_on)
		 values (?, ?, ?, ?, ?, ?)`
	).run(goal, measure.id, table.id, fetched.name, fetched.fingerprint, today);
	return entered;
}

const isOf = (mark: marks.KeptMark, goal: string, measure: string): boolean =>
	mark.goal === goal && mark.measure === measure;

const seenBefore = (db: Db, goal: string, measure: string) =>
	prepared<[string, string], { table: string; fingerprint: string }>(
		db,
		'select table_id as "table", fingerprint from fetched_table where goal = ? and measure = ?'
	).get(goal, measure);
