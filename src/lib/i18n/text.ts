import * as z from 'zod/mini';
import type { Text as Wording } from './wording.ts';

// A browser's first page must not carry zod, so this stands in a file of its own.
export { inLanguage } from './wording.ts';

/** The shape of a citizen-facing text. */
export const Text = z.intersection(
	z.object({ da: z.string().check(z.minLength(1)) }),
	z.record(z.string(), z.string().check(z.minLength(1)))
);
export type Text = Wording;
