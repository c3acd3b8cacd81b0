import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';

type Entries<E> = { [municipality: string]: E };
type Reading<E> = { entries: Entries<E>; wrong: string[] };

/**
 * A JSON file that a variable names: an entry for each municipality that has one. What is wrong with it is said with the path,
 * and never with what stands in it, which may be a secret.
 *
 * @param shape how an entry is written, for whoever has written it otherwise
 */
export function municipalityFile<E>(
	variable: string,
	Entry: z.ZodMiniType<E>,
	shape: string
): {
	/** @throws naming the file, never what stands in it */
	entryOf: (path: string, municipality: string) => E | undefined;
	read: (path: string | undefined, municipalities: string[]) => Reading<E>;
} {
	const File = z.record(z.string(), Entry);
	let known: { path: string; entries: Entries<E> } | undefined;

	function readFile(path: string): Reading<E> {
		let value: unknown;
		try {
			value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
		} catch (problem) {
			// The reader of JSON quotes what it was given.
			const reason = problem instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
			return { entries: {}, wrong: [`${variable}: ${path} ${reason}`] };
		}
		const parsed = File.safeParse(value);
		if (parsed.success) return { entries: parsed.data, wrong: [] };
		const places = new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'it'));
		return {
			entries: {},
			wrong: [...places].map((at) => `${variable}: ${path}: ${at} must be ${shape}`)
		};
	}

	return {
		entryOf(path, municipality) {
			if (known?.path !== path) {
				const { entries, wrong } = readFile(path);
				if (wrong.length > 0) throw new Error(wrong.join('\n'));
				known = { path, entries };
			}
			const { entries } = known;
			return Object.hasOwn(entries, municipality) ? entries[municipality] : undefined;
		},
		read(path, municipalities) {
			if (!path) return { entries: {}, wrong: [] };
			const { entries, wrong } = readFile(path);
			// One of any other municipality is a slip of the pen.
			const strangers = Object.keys(entries)
				.filter((name) => !municipalities.includes(name))
				.map((name) => `${variable}: ${path}: ${name}: there is no municipality of that name`);
			return { entries, wrong: [...wrong, ...strangers] };
		}
	};
}
