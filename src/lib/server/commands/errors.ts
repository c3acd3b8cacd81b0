import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import type { Takes } from './usage.ts';

const Line = z.looseObject({
	time: z.string(),
	event: z.string(),
	error: z.string(),
	kind: z._default(z.string(), ''),
	route: z.optional(z.nullable(z.string())),
	municipality: z.optional(z.string()),
	path: z.optional(z.string()),
	at: z._default(z.array(z.string()), [])
});
type Line = z.infer<typeof Line>;

export const takes = { most: 1 } satisfies Takes;

/**
 * `errors [id] < log`: what the log says of the error that a page told the id of; without an id, every error there is, those of
 * one kind and place together, the most frequent first.
 */
export async function run([id]: string[]): Promise<void> {
	const lines: Line[] = [];
	for await (const text of createInterface({ input: process.stdin })) {
		const line = lineIn(text);
		if (line && (id === undefined || line.error === id)) lines.push(line);
	}
	if (id !== undefined) {
		const [found] = lines;
		if (!found) throw new Error(`no error with the id ${id} in this log`);
		for (const each of inWords(found)) console.log(each);
		return;
	}
	const byPlace = Map.groupBy(lines, (line) => `${line.kind} ${placeOf(line)}`);
	for (const [place, of] of [...byPlace].sort(([, a], [, b]) => b.length - a.length)) {
		const [first, last] = [of[0]?.time, of.at(-1)?.time];
		console.log(`${of.length} × ${place}, ${first === last ? first : `${first} to ${last}`}`);
		for (const frame of of[0]?.at.slice(0, 2) ?? []) console.log(`    ${frame}`);
	}
	if (lines.length === 0) console.log('no errors in this log');
}

/** Whatever stands before it on the line, as a time of the journal's: the object is its end. */
export function lineIn(text: string): Line | undefined {
	const begin = text.indexOf('{');
	if (begin < 0) return undefined;
	try {
		const parsed = Line.safeParse(JSON.parse(text.slice(begin)));
		return parsed.success ? parsed.data : undefined;
	} catch {
		return undefined;
	}
}

const placeOf = ({ route, municipality, event }: Line): string =>
	route ?? (municipality === undefined ? event : `${event} of ${municipality}`);

const inWords = (line: Line): string[] => [
	`${line.kind} at ${placeOf(line)}, ${line.time}`,
	...(line.path ? [`about ${line.path}`] : []),
	...line.at.map((frame) => `    ${frame}`)
];
