import * as z from 'zod/mini';

export const NOTE_MAX = 20_000;
const Id = z.string().check(z.regex(/^[\w-]{1,64}$/));

/**
 * What a page has written so far, all of it. `writer` is the page (a random id for each time it is opened) and `turn` counts
 * its sendings, so that one that comes late or twice changes nothing.
 */
export const Writing = z.strictObject({
	interview: Id,
	writer: Id,
	turn: z.int().check(z.positive()),
	notes: z
		.array(
			z.strictObject({
				question: Id,
				text: z.string().check(z.maxLength(NOTE_MAX)),
				/** The revision that it was written on. */
				base: z.int().check(z.nonnegative())
			})
		)
		.check(z.maxLength(30))
});
export type Writing = z.infer<typeof Writing>;

/** A note as it is kept. `writer` is '' after two pages' texts were put together. */
export type Note = { text: string; revision: number; writer: string; turn: number };
export const NO_NOTE: Note = { text: '', revision: 0, writer: '', turn: 0 };

export type Sent = Pick<Writing, 'writer' | 'turn'> & { text: string; base: number };

/**
 * The note after a sending. The same page goes on from itself; another page must have seen what is kept, else both texts
 * are kept, one below the other: nothing that somebody wrote is ever lost.
 */
export function merge(kept: Note, sent: Sent, between: string): Note {
	if (kept.writer === sent.writer && sent.turn <= kept.turn) return kept;
	const { writer, turn, text } = sent;
	const isNext = kept.writer === writer || sent.base === kept.revision;
	if (isNext) {
		const revision = text === kept.text ? kept.revision : kept.revision + 1;
		return { text, revision, writer, turn };
	}
	if (text.trim() === '' || kept.text.includes(text)) return kept;
	const both = kept.text.trim() === '' ? text : `${kept.text}\n\n${between}\n${text}`;
	return { text: both.slice(0, 2 * NOTE_MAX), revision: kept.revision + 1, writer: '', turn: 0 };
}

/** What stands in the field after the server has put two texts together, while the person wrote on. */
export function rebased(current: string, sent: string, merged: string): string {
	if (current === sent) return merged;
	return current.startsWith(sent) ? merged + current.slice(sent.length) : `${merged}\n\n${current}`;
}
