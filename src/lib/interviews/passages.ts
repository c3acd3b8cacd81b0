import * as z from 'zod/mini';
import type { Piece } from './text.ts';

export const TONES = ['works', 'better'] as const;
export type Tone = (typeof TONES)[number];
/** What the citizen has allowed: a passage may be told in our words, quoted as it was said, or not be used. */
export const QUOTES = ['own-words', 'verbatim', 'no'] as const;
export type Quote = (typeof QUOTES)[number];

export const WORDING_MAX = 600;

/** What is said of a passage when it is coded. */
export const Coding = z.strictObject({
	/** A promise of the plan as theme; '' is none of them. */
	promise: z.string().check(z.maxLength(41)),
	tone: z.enum(TONES),
	quote: z.enum(QUOTES),
	/** The passage in our words, where it may be used so. */
	wording: z.string().check(z.trim(), z.maxLength(WORDING_MAX))
});
export type Coding = z.infer<typeof Coding>;

/** A coded passage. Its text is gone when the notes are erased, unless it may be quoted. */
export type Passage = Coding &
	Piece & { id: string; interview: string; author: string; question: string; text: string };

/** How often a theme came up: in how many passages, and by how many people. */
export type Theme = { promise: string; works: number; better: number; people: number };

/** By promise, in the plan's order; what is about none of them comes last. */
export function themes(
	passages: readonly Pick<Passage, 'promise' | 'tone' | 'interview'>[],
	promises: readonly string[]
): Theme[] {
	return [...promises, ''].flatMap((promise) => {
		const about = passages.filter((passage) =>
			promise === '' ? !promises.includes(passage.promise) : passage.promise === promise
		);
		const of = (tone: Tone) => about.filter((passage) => passage.tone === tone).length;
		if (promise === '' && about.length === 0) return [];
		const people = new Set(about.map(({ interview }) => interview)).size;
		return [{ promise, works: of('works'), better: of('better'), people }];
	});
}

/** How a passage may be shown to others, or undefined where it may not. */
export function shownAs({
	quote,
	text,
	wording
}: Pick<Passage, 'quote' | 'text' | 'wording'>): { text: string; isQuote: boolean } | undefined {
	if (quote === 'verbatim') return { text, isQuote: true };
	if (quote === 'own-words' && wording !== '') return { text: wording, isQuote: false };
	return undefined;
}
