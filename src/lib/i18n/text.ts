import * as z from 'zod/mini';

// A browser's first page must not carry zod, so this stands in a file of its own.
export { inLanguage } from './wording.ts';

/**
 * A citizen-facing text of a plan, by language code. Danish is always there; `let` is easy Danish.
 * Languages a text lacks fall back to Danish (`inLanguage`), and `npm run validate` lists them.
 */
export const Text = z.intersection(
	z.object({ da: z.string().check(z.minLength(1)) }),
	z.record(z.string(), z.string().check(z.minLength(1)))
);
export type Text = { da: string; [language: string]: string };
