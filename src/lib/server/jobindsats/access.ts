import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { Plan } from '../../plan/plan.ts';
import { environment } from '../core/environment.ts';

const Entry = z.strictObject({
	/** From STAR, one per organisation. */
	key: z.string().check(z.minLength(1)),
	/** What the tables call the municipality, where it is not what the plan calls it. */
	area: z.optional(z.string().check(z.minLength(1)))
});
const File = z.record(z.string(), Entry);

export type Access = { base: string; key: string; area: string };

let known: { path: string; entries: z.infer<typeof File> } | undefined;

/**
 * How a municipality reaches Jobindsats, or undefined where it has no key.
 * @throws naming the file, never what stands in it
 */
export function accessOf({ municipality, name }: Pick<Plan, 'municipality' | 'name'>) {
	const { JOBINDSATS_FILE, JOBINDSATS_URL } = environment();
	if (!JOBINDSATS_FILE) return undefined;
	const entries = read(JOBINDSATS_FILE);
	if (!Object.hasOwn(entries, municipality)) return undefined;
	const entry = entries[municipality];
	return (
		entry &&
		({ base: JOBINDSATS_URL, key: entry.key, area: entry.area ?? areaOf(name) } satisfies Access)
	);
}

/** "Vejen Kommune" is "Vejen" there. */
const areaOf = (name: string): string => name.replace(/ kommune$/i, '');

function read(path: string): z.infer<typeof File> {
	if (known?.path === path) return known.entries;
	let value: unknown;
	try {
		value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
	} catch (problem) {
		// The reader of JSON quotes what it was given.
		const reason = problem instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
		// eslint-disable-next-line preserve-caught-error -- the cause quotes the key
		throw new Error(`JOBINDSATS_FILE: ${path} ${reason}`);
	}
	const parsed = File.safeParse(value);
	if (!parsed.success) {
		const at = parsed.error.issues[0]?.path.join('.') ?? '';
		throw new Error(`JOBINDSATS_FILE: ${path}: ${at || 'it'} must be {"key": "…", "area": "…"}`);
	}
	known = { path, entries: parsed.data };
	return parsed.data;
}
