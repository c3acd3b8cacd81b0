import * as z from 'zod/mini';
import type { Plan } from '../../plan/plan.ts';
import { environment } from '../core/environment.ts';
import { municipalityFile } from '../core/configured/municipality-file.ts';

const Entry = z.strictObject({
	/** From STAR, one per organisation. */
	key: z.string().check(z.minLength(1)),
	/** What the tables call the municipality, where it is not what the plan calls it. */
	area: z.optional(z.string().check(z.minLength(1)))
});
const file = municipalityFile('JOBINDSATS_FILE', Entry, '{"key": "…", "area": "…"}');

export type Access = { base: string; key: string; area: string };

/**
 * How a municipality reaches Jobindsats, or undefined where it has no key.
 * @throws naming the file, never what stands in it
 */
export function accessOf({ municipality, name }: Pick<Plan, 'municipality' | 'name'>) {
	const { JOBINDSATS_FILE, JOBINDSATS_URL } = environment();
	const entry = JOBINDSATS_FILE ? file.entryOf(JOBINDSATS_FILE, municipality) : undefined;
	return (
		entry &&
		({ base: JOBINDSATS_URL, key: entry.key, area: entry.area ?? areaOf(name) } satisfies Access)
	);
}

/** "Vejen Kommune" is "Vejen" there. */
const areaOf = (name: string): string => name.replace(/ kommune$/i, '');

/**
 * What is wrong with the file, each fault with its path; never what stands in it.
 * @param municipalities that there are; a key of any other is a slip of the pen
 */
export const faults = (path: string | undefined, municipalities: string[]): string[] =>
	file.read(path, municipalities).wrong;
