import { PARTS, type Part } from './parts.ts';
import type { Plan } from './plan.ts';

/** One thing that a plan says, and where: an entry of a list is named by its own Danish words. */
export type Line = {
	part: Part;
	/** From the outermost: a questionnaire, and a statement in it. Empty for what stands in no list. */
	entry: string[];
	/** The last name of the path, as `text`, `goal` or `caseworkers`; `order` is the order of a list. */
	field: string;
	language: string | null;
	value: string;
};
export type Change = Omit<Line, 'value'> & { before: string; after: string };

/** All that a plan's edited parts say, in their order. */
export const lines = (plan: Plan): Line[] =>
	keyed(plan)
		.map(([, line]) => line)
		.filter(({ field }) => field !== ORDER);

/** What is otherwise in the later of two plans; '' where there was or is nothing. */
export function changes(earlier: Plan, later: Plan): Change[] {
	const [before, after] = [new Map(keyed(earlier)), new Map(keyed(later))];
	const keys = new Set([...after.keys(), ...before.keys()]);
	return [...keys].flatMap((key) => {
		const [was, is] = [before.get(key), after.get(key)];
		const line = is ?? was;
		if (!line || was?.value === is?.value) return [];
		// Where something came or went, the order is otherwise as a matter of course.
		if (line.field === ORDER && !isReordered(was?.value ?? '', is?.value ?? '')) return [];
		const { value: _, ...where } = line;
		return [{ ...where, before: was?.value ?? '', after: is?.value ?? '' }];
	});
}

const ORDER = 'order';
const isReordered = (was: string, is: string): boolean =>
	was.split(' · ').sort().join() === is.split(' · ').sort().join();

type Where = Omit<Line, 'value'> & { key: string };

const keyed = (plan: Plan): [string, Line][] =>
	(Object.keys(PARTS) as Part[]).flatMap((part) =>
		PARTS[part].flatMap((key) =>
			walk(plan[key], { part, entry: [], field: key, language: null, key })
		)
	);

function walk(value: unknown, where: Where): [string, Line][] {
	if (value === undefined) return [];
	if (typeof value !== 'object' || value === null) return [leaf(String(value ?? '–'), where)];
	if (Array.isArray(value)) return walkList(value, where);
	if ('da' in value) {
		return Object.entries(value).map(([language, words]) =>
			leaf(String(words), { ...where, language, key: `${where.key}.${language}` })
		);
	}
	return Object.entries(value)
		.filter(([name]) => name !== 'id')
		.flatMap(([name, inner]) =>
			walk(inner, { ...where, field: name, key: `${where.key}.${name}` })
		);
}

function walkList(list: unknown[], where: Where): [string, Line][] {
	const entries = list.filter((each) => typeof each === 'object' && each !== null);
	if (entries.length < list.length || list.length === 0) return [leaf(list.join(', '), where)];
	const named = entries.map((entry, at) => ({
		entry,
		name: nameOf(entry) ?? String(at + 1),
		id: idOf(entry) ?? nameOf(entry) ?? String(at + 1)
	}));
	return [
		leaf(named.map(({ name }) => name).join(' · '), {
			...where,
			field: ORDER,
			key: `${where.key}.`
		}),
		...named.flatMap(({ entry, name, id }) =>
			walk(entry, { ...where, entry: [...where.entry, name], key: `${where.key}.${id}` })
		)
	];
}

const leaf = (value: string, { key, ...where }: Where): [string, Line] => [
	key,
	{ ...where, value }
];

/** What has neither words nor an id of its own is told by its place. */
function nameOf(entry: object): string | undefined {
	for (const name of ['name', 'text', 'wording']) {
		const text: unknown = Reflect.get(entry, name);
		if (typeof text === 'object' && text !== null && 'da' in text) return String(text.da);
	}
	return idOf(entry);
}

const idOf = (entry: object): string | undefined => ('id' in entry ? String(entry.id) : undefined);
