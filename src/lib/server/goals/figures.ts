import type { Day } from '../../calendar.ts';
import { isRegistered, type RegisteredMeasure } from '../../goals/measure.ts';
import { measureOf } from '../../goals/goal.ts';
import { everyOf, lastDayOf, type Period } from '../../goals/period.ts';
import { nextExpectedOf, type RegisteredFigure } from '../../goals/series.ts';
import type { Plan } from '../../plan/plan.ts';
import { immediately, prepared, type Db } from '../core/database.ts';

/** One value on its way in. */
export type Entry = {
	goal: string;
	measure: string;
	period: Period;
	value: number | null;
	/** What is not said of these is what stands there: only a null says that the source has none. */
	national?: number | null | undefined;
	expected?: number | null | undefined;
	isProvisional?: boolean;
	/** As the source wrote it. */
	delivered: string;
	source: string;
	table?: { id: string; name: string } | null;
	retrievedOn: Day;
	/** When the source brings the next; reckoned from the last where it is not said. */
	nextExpected?: Day | null;
	note?: string | null;
	/** Needed where a figure of the period is there already and is another. */
	reason?: string | null;
};
export type Entering = { way: RegisteredFigure['way']; by: string | null; today: Day };

export type Refusal =
	/** No measure of the plan is called that, or a survey measures it. */
	| 'unknown'
	/** A month's value of what is counted by the quarter. */
	| 'other-kind-of-period'
	| 'not-over'
	/** Another value of the period is there: it is never overwritten, and a correction says why. */
	| 'needs-reason';
export type Entered =
	| { ok: true; added: number; corrected: number; same: number }
	| { ok: false; problems: { at: number; reason: Refusal; there: number | null }[] };

/** Reasons that the program gives itself; the messages have their words. */
export const REVISED = '@revised';
export const FINAL = '@final';

/**
 * Writes all of the values or none. One that is there already, and is the same, is not written again; another one is a
 * correction, and the row that it corrects stays.
 */
export function enter(db: Db, plan: Plan, entries: readonly Entry[], entering: Entering): Entered {
	return immediately(db, () => {
		const judged = entries.map((entry) => judge(db, plan, entry, entering.today));
		const problems = judged.flatMap((each, at) =>
			'refused' in each ? [{ at, reason: each.refused, there: each.there }] : []
		);
		if (problems.length > 0) return { ok: false, problems };
		const count = { added: 0, corrected: 0, same: 0 };
		for (const given of entries) {
			// Read again: the same period may stand twice in what is entered.
			const there = current(db, given);
			const entry = whole(given, there);
			if (there && isSame(there, entry)) count.same++;
			else if (there) {
				// A correction says nothing of when the source brings the next: that is as far off as it was.
				const nextExpected = there.nextExpected ?? nextExpectedOf(there.period, there.retrievedOn);
				const corrected = { ...entry, nextExpected: entry.nextExpected ?? nextExpected };
				insert(db, corrected, entering, { corrects: there.id, reason: reasonOf(entry, there) });
				count.corrected++;
			} else {
				insert(db, entry, entering, { corrects: null, reason: null });
				count.added++;
			}
		}
		return { ok: true, ...count };
	});
}

type Judgement =
	/** Whether one is there already, and is the same or is corrected by it. */
	| { ok: true; there: 'same' | 'correction' | undefined }
	| { refused: Refusal; there: number | null };

/** Whether a value can be entered; asked before anything is written, and by a preview. */
export function judge(db: Db, plan: Plan, given: Entry, today: Day): Judgement {
	const there = current(db, given);
	const entry = whole(given, there);
	const measure = registeredMeasure(plan, entry.goal, entry.measure);
	if (!measure) return { refused: 'unknown', there: null };
	if (everyOf(entry.period) !== measure.every) {
		return { refused: 'other-kind-of-period', there: null };
	}
	if (lastDayOf(entry.period) > today && !measure.runningTotal) {
		return { refused: 'not-over', there: null };
	}
	if (there && !isSame(there, entry) && reasonOf(entry, there) === null) {
		return { refused: 'needs-reason', there: there.value };
	}
	return { ok: true, there: there && (isSame(there, entry) ? 'same' : 'correction') };
}

export function registeredMeasure(
	plan: Pick<Plan, 'goals'>,
	goal: string,
	id: string
): RegisteredMeasure | undefined {
	const found = plan.goals.find((each) => each.id === goal);
	const measure = found && measureOf(found, id);
	return measure && isRegistered(measure) ? measure : undefined;
}

/** An entry with all that is said of its period: of figures that it is silent about, what stands there. */
type Whole = Entry & Pick<RegisteredFigure, 'national' | 'expected'>;

function whole(entry: Entry, there: RegisteredFigure | undefined): Whole {
	const { national = there?.national ?? null, expected = there?.expected ?? null } = entry;
	return { ...entry, national, expected };
}

const isSame = (there: RegisteredFigure, entry: Whole): boolean =>
	there.value === entry.value &&
	there.national === entry.national &&
	there.expected === entry.expected &&
	there.isProvisional === (entry.isProvisional ?? false);

/** A provisional figure says by itself why it is corrected: the source was to change it. */
function reasonOf(entry: Whole, there: RegisteredFigure): string | null {
	const given = entry.reason?.trim();
	if (given) return given;
	if (!there.isProvisional) return null;
	return there.value === entry.value ? FINAL : REVISED;
}

function insert(
	db: Db,
	entry: Whole,
	{ way, by, today }: Entering,
	{ corrects, reason }: { corrects: string | null; reason: string | null }
): void {
	prepared<unknown[]>(
		db,
		`insert into registered_figure (goal, measure, period, value, national, expected, provisional, delivered, source,
		 table_id, table_name, retrieved_on, next_expected, note, way, corrects, reason, entered_by, entered_on)
		 values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	).run(
		entry.goal,
		entry.measure,
		entry.period,
		entry.value,
		entry.national,
		entry.expected,
		entry.isProvisional ? 1 : 0,
		entry.delivered,
		entry.source,
		entry.table?.id ?? null,
		entry.table?.name ?? null,
		entry.retrievedOn,
		entry.nextExpected ?? nextExpectedOf(entry.period, entry.retrievedOn),
		entry.note ?? null,
		way,
		corrects === null ? null : Number(corrects),
		reason,
		by,
		today
	);
}

type Row = Omit<RegisteredFigure, 'id' | 'isProvisional' | 'table' | 'corrects'> & {
	id: number;
	provisional: number;
	tableId: string | null;
	tableName: string | null;
	corrects: number | null;
};
const COLUMNS = `figure.id, goal, measure, period, value, national, expected, provisional, delivered, source, table_id as tableId,
	table_name as tableName, retrieved_on as retrievedOn, next_expected as nextExpected, note, way, corrects, reason,
	entered_on as enteredOn, user.name as by
	from registered_figure figure left join user on user.id = entered_by`;

/** Every row of one measure, or of all, in the order they were entered. */
export const rows = (db: Db, of?: { goal: string; measure: string }): RegisteredFigure[] =>
	(of
		? prepared<[string, string], Row>(
				db,
				`select ${COLUMNS} where goal = ? and measure = ? order by figure.id`
			).all(of.goal, of.measure)
		: prepared<[], Row>(db, `select ${COLUMNS} order by figure.id`).all()
	).map(figureOf);

const current = (db: Db, { goal, measure, period }: Entry): RegisteredFigure | undefined => {
	const row = prepared<[string, string, string], Row>(
		db,
		`select ${COLUMNS} where goal = ? and measure = ? and period = ?
		 and not exists (select 1 from registered_figure later where later.corrects = figure.id)`
	).get(goal, measure, period);
	return row && figureOf(row);
};

const figureOf = ({ id, provisional, tableId, tableName, corrects, ...row }: Row) => ({
	...row,
	id: String(id),
	isProvisional: provisional === 1,
	table: tableId === null ? null : { id: tableId, name: tableName ?? '' },
	corrects: corrects === null ? null : String(corrects)
});
