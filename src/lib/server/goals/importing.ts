import type { Day } from '../../calendar.ts';
import { isRegistered } from '../../goals/measure.ts';
import {
	comparePeriods,
	lastEnded,
	periodsBetween,
	shifted,
	type Period
} from '../../goals/period.ts';
import { keyOfLine, type Known, type Line } from '../../goals/sheet/read.ts';
import { TEMPLATE } from '../../goals/sheet/columns.ts';
import type { Plan } from '../../plan/plan.ts';
import * as csv from '../../spreadsheet/csv.ts';
import type { Db } from '../core/database.ts';
import { enter, judge, type Entered, type Entering, type Entry, type Refusal } from './figures.ts';
import { find } from './series.ts';

/** The registered measures of a plan, by all names that a file may call them. */
export const knownIn = (plan: Pick<Plan, 'goals'>): Known[] =>
	plan.goals
		.filter(({ sameAs, ended }) => sameAs === undefined && ended === undefined)
		.flatMap((goal) =>
			goal.measures.filter(isRegistered).map(({ id, every, unit, name }) => ({
				goal: goal.id,
				measure: id,
				every,
				unit,
				names: name ? [goal.name.da, name.da, `${goal.name.da}/${name.da}`] : [goal.name.da]
			}))
		);

/** What would come of a line if it were saved now. */
export type Foreseen = Line & {
	/** The country's figure as it would stand. */
	beside: number | null;
	fate: 'new' | 'same' | 'correction' | Refusal;
	/** The value that is there already. */
	there: number | null;
};
export type Preview = {
	lines: Foreseen[];
	/** Periods that lie between others and have no figure, neither here nor in the file. */
	gaps: { goal: string; measure: string; periods: Period[] }[];
};

/** What a file would come to; nothing is written. */
export function preview(db: Db, plan: Plan, lines: readonly Line[], today: Day): Preview {
	return {
		lines: lines.map((line) => {
			const entry = entryOf(line, today, null);
			const there = find(db, line.goal, line.measure)?.points.find(
				({ period }) => period === line.period
			);
			const { national: beside = there?.national ?? null } = line;
			const judged = judge(db, plan, entry, today);
			if ('refused' in judged) {
				const value = judged.there ?? there?.value ?? null;
				return { ...line, beside, fate: judged.refused, there: value };
			}
			return { ...line, beside, fate: judged.there ?? 'new', there: there?.value ?? null };
		}),
		gaps: gapsIn(db, lines)
	};
}

/** Writes all lines or none. @param reason for the corrections that have none of their own */
export const save = (
	db: Db,
	plan: Plan,
	lines: readonly Line[],
	{ reason, ...entering }: Entering & { reason: string | null }
): Entered =>
	enter(
		db,
		plan,
		lines.map((line) => entryOf(line, entering.today, reason)),
		entering
	);

const entryOf = ({ line: _, ...line }: Line, today: Day, reason: string | null): Entry => ({
	...line,
	reason: line.reason ?? reason,
	retrievedOn: today
});

function gapsIn(db: Db, lines: readonly Line[]): Preview['gaps'] {
	return [...Map.groupBy(lines, keyOfLine).values()].flatMap((own) => {
		const [first] = own;
		if (!first) return [];
		const { goal, measure } = first;
		const there = find(db, goal, measure)?.points.map(({ period }) => period) ?? [];
		const all = [...new Set([...there, ...own.map(({ period }) => period)])].sort(comparePeriods);
		const [from, to] = [all[0], all.at(-1)];
		if (!from || !to) return [];
		const periods = periodsBetween(from, to).filter((period) => !all.includes(period));
		return periods.length > 0 ? [{ goal, measure, periods }] : [];
	});
}

/** A file to fill in: a line for every measure, with the period that is the next to come. */
export function template(db: Db, plan: Plan, today: Day, source: string): string {
	const names = new Map(plan.goals.map(({ id, name }) => [id, name.da]));
	return csv.file([
		TEMPLATE,
		...knownIn(plan).map((each) => {
			const series = find(db, each.goal, each.measure);
			const last = series?.points.at(-1)?.period;
			const ended = lastEnded(each.every, today);
			const period = last && comparePeriods(last, ended) < 0 ? shifted(last, 1) : ended;
			const name = each.names.length > 1 ? (each.names[2] ?? '') : (names.get(each.goal) ?? '');
			return [
				keyOfLine(each),
				name,
				period,
				'',
				'',
				'',
				'',
				'',
				series?.history[0]?.source ?? source
			];
		})
	]);
}
