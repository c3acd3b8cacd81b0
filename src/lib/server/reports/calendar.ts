import { addDays, addMonths, monthOf, type Day } from '../../calendar.ts';
import { lastDayOf, lastEnded, shifted } from '../../goals/period.ts';
import { grouped } from '../../grouped.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Due } from '../../reports/files/ics.ts';
import { usualRhythm, type Rhythm } from '../../reports/rhythm.ts';
import type { ReportWords } from '../../reports/words.ts';
import { publicationDayOf } from '../../survey/round.ts';
import type { Db } from '../core/database.ts';
import { all as allSeries } from '../goals/series.ts';
import * as rounds from '../rounds/rounds.ts';
import * as committee from '../staff/committee.ts';
import { doorOf } from '../staff/access/access.ts';
import { ROLES, type Role } from '../staff/access/role.ts';
import * as users from '../staff/users.ts';

const REPORT = '/[municipality]/intern/rapporter/[quarter]';
const DAYS_AHEAD = 366;

type ReportingYear = {
	/** Oldest first. */
	dues: Due[];
	rhythm: Rhythm[];
	/** How many people of which role read a report before everybody may. Figures of a survey nobody sees before. */
	access: { role: Role; n: number }[];
};

/** Twelve months ahead, from the plan's rhythm, the surveys' announced days and what sources have promised. */
export function reportingYear(
	db: Db,
	plan: Plan,
	{ t, locale }: ReportWords,
	today: Day
): ReportingYear {
	const until = addDays(today, DAYS_AHEAD);
	const c = t.calendar;
	const announced = announcedDays(db);
	const isAhead = ({ day }: { day: Day }) => day > today && day <= until;
	const rhythm = plan.reporting ?? [usualRhythm(committee.on(db, today)?.name ?? plan.committee)];
	const readyOn = (month: string): { day: Day; isByRule: boolean } => {
		const day = announced.get(month);
		return day ? { day, isByRule: false } : { day: publicationDayOf(month), isByRule: true };
	};
	const months = Array.from({ length: 14 }, (_, n) => addMonths(monthOf(today), n - 2));
	const dues: Due[] = [
		...months.map((month) => ({
			...readyOn(month),
			kind: 'figures' as const,
			what: c.figures({ unit: locale.unit(month) }),
			to: c.everybody()
		})),
		...rhythm.flatMap(({ what, to, every }) =>
			Array.from({ length: 14 }, (_, n) => shifted(lastEnded(every, today), n)).map((period) => ({
				...readyOn(monthOf(lastDayOf(period))),
				kind: 'report' as const,
				what: c.report({ what, unit: locale.unit(period) }),
				to
			}))
		),
		...nextExpected(db).map(({ day, n }) => ({
			day,
			kind: 'registered' as const,
			what: c.registered({ n }),
			to: c.leader(),
			isByRule: false
		})),
		...meetings(db).map(({ quarter, day }) => ({
			day,
			kind: 'meeting' as const,
			what: c.meeting({ unit: locale.unit(quarter) }),
			to: committee.on(db, day)?.name ?? plan.committee,
			isByRule: false
		}))
	];
	return {
		dues: dues.filter(isAhead).sort((a, b) => a.day.localeCompare(b.day)),
		rhythm,
		access: accessOf(db)
	};
}

/** The day on which a month's figures are all out, by its month. */
function announcedDays(db: Db): Map<string, Day> {
	const days = new Map<string, Day>();
	for (const { round } of rounds.list(db)) {
		for (const { unit, kind, publishesOn } of rounds.units(db, round.id)) {
			if (kind !== 'month') continue;
			const known = days.get(unit);
			if (known === undefined || known < publishesOn) days.set(unit, publishesOn);
		}
	}
	return days;
}

/** How many measures' next figures are promised for each day. */
function nextExpected(db: Db): { day: Day; n: number }[] {
	const days = [...allSeries(db).values()].flatMap((series) => series.nextExpected ?? []);
	return [...grouped(days, (day) => day)].map(([day, all]) => ({ day, n: all.length }));
}

const meetings = (db: Db): { quarter: string; day: Day }[] =>
	db
		.prepare<[], { quarter: string; day: Day }>(
			`select quarter, meeting_on as day from report as latest where meeting_on is not null
			 and version = (select max(version) from report where quarter = latest.quarter)`
		)
		.all();

function accessOf(db: Db): ReportingYear['access'] {
	const door = doorOf(REPORT) ?? [];
	const active = users.list(db).filter((user) => user.active);
	return ROLES.filter((role) => Array.isArray(door) && door.includes(role)).map((role) => ({
		role,
		n: active.filter(({ roles }) => roles.includes(role)).length
	}));
}

/** What the committee waits for, for the overview. */
export const duesOfReports = (year: ReportingYear, until: Day): Due[] =>
	year.dues.filter(({ kind, day }) => (kind === 'report' || kind === 'meeting') && day <= until);
