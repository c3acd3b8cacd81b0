import type { RegisteredMeasure, Table } from '../../goals/measure.ts';
import { readNumber } from '../../goals/number.ts';
import { everyOf, type Every, type Period } from '../../goals/period.ts';
import { periodFrom } from '../../goals/sheet/period.ts';
import type { Client } from './client.ts';
import { choicesFor, COUNTRY_NAME, dataAddress, fingerprint, isArea, type Data } from './shape.ts';
import { JobindsatsTrouble } from './trouble.ts';

/** A period's value as the table has it. */
type Fetched = {
	period: Period;
	value: number | null;
	delivered: string;
	/** Absent where the table has no such line or column: that says nothing of what a person has entered. */
	national?: number | null;
	expected?: number | null;
};
export type FetchedTable = { name: string; fingerprint: string; values: Fetched[] };

/** Everything that a table has about one measure. @throws JobindsatsTrouble */
export async function fetchTable(
	client: Client,
	{ every }: Pick<RegisteredMeasure, 'every'>,
	table: Table,
	{ area, isFirst }: { area: string; isFirst: boolean }
): Promise<FetchedTable> {
	const metadata = await client.table(table.id);
	const { own, country } = choicesFor(metadata, table, area);
	const ours = await client.data(dataAddress(table.id, { every, isFirst, chosen: own }));
	const theirs = await client.data(dataAddress(table.id, { every, isFirst, chosen: country }));
	const nationals = new Map(
		valuesIn(theirs, table, COUNTRY_NAME, every).map(({ period, value }) => [period, value])
	);
	return {
		name: metadata.table_name ?? '',
		fingerprint: fingerprint(metadata, ours),
		values: valuesIn(ours, table, area, every).map((each) => {
			const national = nationals.get(each.period);
			return { ...each, ...(national !== undefined && { national }) };
		})
	};
}

/** Columns are named in Danish and by table, so they are known by what stands in them. */
function valuesIn(
	{ columns, rows }: Data,
	table: Table,
	area: string,
	every: Every
): Omit<Fetched, 'national'>[] {
	// A number of JSON is one; only what is text is read as people write numbers.
	const numbers = rows.map((row) => row.map(numberIn));
	const cells = rows.map((row) => row.map((each) => (each === null ? '' : String(each))));
	const all = columns.map((name, at) => ({ name, at }));
	const isOfAll = (at: number, test: (cell: string) => boolean): boolean =>
		cells.every((row) => test(row[at] ?? ''));
	if (cells.length === 0) return [];
	const period = all.find(({ at }) => isOfAll(at, (cell) => periodFrom(cell) !== undefined));
	const place = all.find(({ at }) => cells.some((row) => isArea(row[at] ?? '', area)));
	if (!period || !place) throw new JobindsatsTrouble('other-shape', columns.join(', '));
	const figures = all.filter(
		({ at }) => at !== period.at && at !== place.at && numbers.every((row) => row[at] !== undefined)
	);
	const value = columnOf(figures, table.column);
	const expected = table.expected === undefined ? undefined : columnOf(figures, table.expected);
	const found = new Map<Period, Omit<Fetched, 'national'>>();
	for (const [index, row] of cells.entries()) {
		if (!isArea(row[place.at] ?? '', area)) continue;
		const of = periodFrom(row[period.at] ?? '');
		if (of === undefined || everyOf(of) !== every) {
			throw new JobindsatsTrouble('other-shape', columns[period.at]);
		}
		// Two lines of one period: the plan has chosen too little of the table.
		if (found.has(of)) throw new JobindsatsTrouble('choose-hierarchies', columns.join(', '));
		const read = numbers[index] ?? [];
		found.set(of, {
			period: of,
			value: read[value.at] ?? null,
			delivered: row[value.at] ?? '',
			...(expected && { expected: read[expected.at] ?? null })
		});
	}
	return [...found.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}

type Column = { name: string; at: number };

function columnOf(figures: readonly Column[], wanted: string | undefined): Column {
	const found =
		wanted === undefined
			? figures.length === 1
				? figures[0]
				: undefined
			: figures.find(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
	if (found) return found;
	throw new JobindsatsTrouble('choose-column', figures.map(({ name }) => name).join(', '));
}

/** Undefined for what is no number and no sign for one that is missing. */
function numberIn(cell: string | number | null): number | null | undefined {
	if (typeof cell === 'number' || cell === null) return cell;
	const read = readNumber(cell);
	return read.ok ? read.value : undefined;
}
