import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Table } from '../../goals/measure.ts';
import type { Every } from '../../goals/period.ts';
import { json } from '../../json.ts';
import { JobindsatsTrouble } from './trouble.ts';

// Everything that is assumed of Jobindsats' addresses and replies stands here: change it here alone. Where it lies is in
// `environment.ts`.

/** The hierarchy of municipalities, and what in it is the whole country. */
const AREA = '_nykom';
const WHOLE_COUNTRY = '/';
export const COUNTRY_NAME = 'Hele landet';
const LETTER: { [every in Every]: string } = {
	month: 'M',
	quarter: 'Q',
	'half-year': 'H',
	year: 'Y'
};
/** Of what is fetched again and again, and of what is fetched for the first time. */
const LATEST: { [every in Every]: number } = { month: 14, quarter: 8, 'half-year': 6, year: 5 };
const FIRST_TIME = 3;

export const tableAddress = (id: string): string => `/table/${encodeURIComponent(id)}?format=json`;

/** @param chosen value of each hierarchy, by its id */
export function dataAddress(
	id: string,
	{
		every,
		isFirst,
		chosen
	}: { every: Every; isFirst: boolean; chosen: ReadonlyMap<string, string> }
): string {
	const latest = LATEST[every] * (isFirst ? FIRST_TIME : 1);
	const parts = [
		'mgroup.*=*',
		`period.${LETTER[every]}=latest:${latest}`,
		...[...chosen].map(([name, value]) => `hierarchy.${name}=${encodeURIComponent(value)}`),
		'format=json'
	];
	return `/data/${encodeURIComponent(id)}?${parts.join('&')}`;
}

const id = z.union([z.string(), z.number()]);
const Value = z.looseObject({ value_id: id, value_name: z.string() });
const Level = z.looseObject({ values: z.array(Value) });
const Hierarchy = z.looseObject({
	hierarchy_id: z.string(),
	hierarchy_name: z.optional(z.string()),
	levels: z.array(Level)
});
const Metadata = z.looseObject({
	table_name: z.optional(z.string()),
	table_text: z.optional(z.string()),
	dimensions: z.array(z.looseObject({ hierarchies: z.array(Hierarchy) })),
	measures: z.optional(z.array(z.unknown()))
});
export type Metadata = z.infer<typeof Metadata>;

const cell = z.union([z.string(), z.number(), z.null()]);
const Data = z.looseObject({ columns: z.array(z.string()), rows: z.array(z.array(cell)) });
export type Data = z.infer<typeof Data>;

/** A byte order mark before the JSON, once or twice, and one that was read as Latin-1 on its way. */
const MARKS = /^(?:\uFEFF|ï»¿)+/;

/** @throws JobindsatsTrouble where it was cut off */
export function jsonOf(text: string): unknown {
	const read = json(text.replace(MARKS, ''));
	if (read === undefined) throw new JobindsatsTrouble('half-a-reply');
	return read;
}

export function metadataOf(reply: unknown): Metadata {
	const parsed = Metadata.safeParse(reply);
	if (!parsed.success) throw new JobindsatsTrouble('other-shape', pathOf(parsed.error));
	return parsed.data;
}

/** A row that is shorter than the columns is half a reply. */
export function dataOf(reply: unknown): Data {
	const parsed = Data.safeParse(reply);
	if (!parsed.success) throw new JobindsatsTrouble('other-shape', pathOf(parsed.error));
	if (parsed.data.rows.some((row) => row.length !== parsed.data.columns.length)) {
		throw new JobindsatsTrouble('half-a-reply');
	}
	return parsed.data;
}

const pathOf = ({ issues }: z.core.$ZodError): string => issues[0]?.path.join('.') ?? '';

/**
 * The value of each hierarchy to ask for: the municipality and the whole country, and beside them what the plan has chosen.
 * @throws JobindsatsTrouble naming what the plan has to choose
 */
export function choicesFor(
	metadata: Metadata,
	table: Table,
	area: string
): { own: Map<string, string>; country: Map<string, string> } {
	const hierarchies = metadata.dimensions.flatMap((each) => each.hierarchies);
	const areas = hierarchies.find(({ hierarchy_id }) => hierarchy_id === AREA);
	if (!areas) throw new JobindsatsTrouble('other-shape', AREA);
	const own = valueIn(areas, area);
	if (own === undefined) throw new JobindsatsTrouble('no-such-municipality', area);
	const others = hierarchies.filter(({ hierarchy_id }) => hierarchy_id !== AREA);
	const missing = others.filter(
		({ hierarchy_id }) => table.hierarchies[hierarchy_id] === undefined
	);
	if (missing.length > 0) {
		const names = missing.map((each) => `${each.hierarchy_id} (${each.hierarchy_name ?? '?'})`);
		throw new JobindsatsTrouble('choose-hierarchies', names.join(', '));
	}
	const chosen = others.map((each): [string, string] => {
		const wanted = table.hierarchies[each.hierarchy_id] ?? '';
		const value = wanted === WHOLE_COUNTRY || wanted === '*' ? wanted : valueIn(each, wanted);
		if (value === undefined) {
			throw new JobindsatsTrouble('no-such-value', `${each.hierarchy_id}: ${wanted}`);
		}
		return [each.hierarchy_id, value];
	});
	return {
		own: new Map([[AREA, own], ...chosen]),
		country: new Map([[AREA, WHOLE_COUNTRY], ...chosen])
	};
}

/** By what it is called or by its id. */
function valueIn({ levels }: z.infer<typeof Hierarchy>, wanted: string): string | undefined {
	const values = levels.flatMap((level) => level.values);
	const found =
		values.find(({ value_name }) => fold(value_name) === fold(wanted)) ??
		values.find(({ value_id }) => String(value_id) === wanted);
	return found && String(found.value_id);
}

const fold = (text: string): string =>
	text
		.normalize('NFKC')
		.trim()
		.toLowerCase()
		.replace(/ kommune$/, '');

export const isArea = (name: string, area: string): boolean => fold(name) === fold(area);

/** Changes when a table's text, measures or columns do: then something else may be counted. */
export const fingerprint = (
	{ table_name, table_text, measures }: Metadata,
	{ columns }: Data
): string =>
	createHash('sha256')
		.update(JSON.stringify([table_name ?? '', table_text ?? '', measures ?? [], columns]))
		.digest('hex')
		.slice(0, 32);
