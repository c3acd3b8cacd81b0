import { halfYearOf, quarterOf, type Day, type Month, type UnitKind } from '../calendar.ts';

/** A unit of a round and what became of it. */
export type Unit = {
	unit: string;
	kind: UnitKind;
	publishesOn?: Day;
	state: 'open' | 'released' | 'carried' | 'hidden' | 'lost';
};
export type PeriodKind = UnitKind | 'year';

/** A span of a round's months. Its figure is the sum of the months that are shown. */
export type Period = {
	kind: PeriodKind;
	/** `2026-05`, `2026-Q2`, `2026-H1`, `2026` or `round`. */
	name: string;
	/** Months whose day of publication has come, in order. Some may have been carried into the next, or be hidden. */
	months: Month[];
	/** Quarters that ended without figures and so are not in the sum ("uden 2. kvartal"). */
	without: string[];
	/** The day that the newest of its figures came out. */
	publishedOn: Day | null;
	/** True when the round has no month left in it that is yet to be released. */
	isOver: boolean;
};

/** The round's periods of one kind, in order; those with nothing to show too. */
export function periodsOf(kind: PeriodKind, units: readonly Unit[]): Period[] {
	const named = new Map<string, Fated[]>();
	for (const month of withFate(units)) {
		const name = nameOf(kind, month.unit);
		named.set(name, [...(named.get(name) ?? []), month]);
	}
	return [...named].map(([name, months]) => period(kind, name, months));
}

/** Everything released of the round so far. */
export const wholeRound = (units: readonly Unit[]): Period =>
	period('round', 'round', withFate(units));

/** The period a figure against a goal is for: the newest that is over, else the one under way. */
export function newestOf(kind: PeriodKind, units: readonly Unit[]): Period {
	if (kind === 'round') return wholeRound(units);
	const shown = periodsOf(kind, units).filter((each) => hasFigures(within(each, units)));
	return shown.findLast((each) => each.isOver) ?? shown.at(-1) ?? wholeRound(units);
}

/** The quarters that lie wholly within a period. */
export const quartersOf = (period: Period, units: readonly Unit[]): Period[] =>
	periodsOf('quarter', units).filter((quarter) =>
		quarter.months.every((month) => period.months.includes(month))
	);

const hasFigures = (units: readonly Unit[]): boolean =>
	units.some((each) => each.kind === 'month' && each.state === 'released');

export const monthUnits = <U extends Unit>(units: readonly U[]): U[] =>
	units.filter((each) => each.kind === 'month').sort((a, b) => (a.unit < b.unit ? -1 : 1));

const within = (period: Period, units: readonly Unit[]): Unit[] =>
	units.filter((each) => period.months.includes(each.unit));

function period(kind: PeriodKind, name: string, months: Fated[]): Period {
	const kept = new Set(months.filter((each) => !each.isLost).map(({ unit }) => quarterOf(unit)));
	const quarters = new Set(months.map(({ unit }) => quarterOf(unit)));
	const out = months.filter(({ state }) => state !== 'open');
	return {
		kind,
		name,
		months: out.map(({ unit }) => unit),
		publishedOn:
			out
				.flatMap(({ publishesOn }) => publishesOn ?? [])
				.sort()
				.at(-1) ?? null,
		without: [...quarters].filter((quarter) => !kept.has(quarter)),
		isOver: months.every((each) => each.state !== 'open')
	};
}

type Fated = Unit & { isLost: boolean };

/** Of the same list many periods are made. */
const fates = new WeakMap<readonly Unit[], Fated[]>();

/** A month is lost when it stayed under the threshold to the end or could not be opened, or was carried into one that did. */
function withFate(units: readonly Unit[]): Fated[] {
	const known = fates.get(units);
	if (known) return known;
	let heir: Unit['state'] = 'open';
	const found = monthUnits(units)
		.reverse()
		.map((month) => {
			if (month.state !== 'carried') heir = month.state;
			return { ...month, isLost: heir === 'hidden' || heir === 'lost' };
		})
		.reverse();
	fates.set(units, found);
	return found;
}

function nameOf(kind: PeriodKind, month: Month): string {
	if (kind === 'month') return month;
	if (kind === 'quarter') return quarterOf(month);
	if (kind === 'half-year') return halfYearOf(month);
	if (kind === 'year') return month.slice(0, 4);
	return 'round';
}
