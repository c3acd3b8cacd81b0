import { describe, expect, it } from 'vitest';
import { merge, NO_NOTE, rebased, type Note } from './notes.ts';

const BETWEEN = '[fra en anden enhed]';
const kept: Note = { text: 'Et', revision: 3, writer: 'a', turn: 5 };
const put = (note: Note, writer: string, turn: number, base: number, text: string) =>
	merge(note, { writer, turn, base, text }, BETWEEN);

describe('a note', () => {
	it('begins, and goes on from the same page whatever it was written on', () => {
		const first = put(NO_NOTE, 'a', 1, 0, 'Hun');
		expect(first).toEqual({ text: 'Hun', revision: 1, writer: 'a', turn: 1 });
		// The answer was lost, so the page still believes in revision 0.
		expect(put(first, 'a', 2, 0, 'Hun lytter')).toEqual({
			text: 'Hun lytter',
			revision: 2,
			writer: 'a',
			turn: 2
		});
	});

	it.each([
		['twice', 5],
		['late', 4]
	])('is not changed by what comes %s', (_, turn) => {
		expect(put(kept, 'a', turn, 2, 'Andet')).toBe(kept);
	});

	it('goes on from another page that has seen it', () => {
		expect(put(kept, 'b', 1, 3, 'Et to').text).toBe('Et to');
		expect(put(kept, 'b', 1, 3, '').text).toBe('');
	});

	it('keeps both texts where the other page has not', () => {
		const both = put(kept, 'b', 1, 2, 'To');
		expect(both).toEqual({ text: `Et\n\n${BETWEEN}\nTo`, revision: 4, writer: '', turn: 0 });
		// What the other page sends again is there already; what the first page sends on is kept too.
		expect(put(both, 'b', 2, 2, 'To')).toBe(both);
		expect(put(both, 'a', 6, 3, 'Et og et halvt').text).toContain('Et og et halvt');
		expect(put(both, 'a', 6, 3, 'Et og et halvt').text).toContain('To');
	});

	it('loses nothing to an empty field of a page that was left open', () => {
		expect(put(kept, 'b', 1, 2, '  ')).toBe(kept);
	});
});

it('puts what was written meanwhile after what the server had', () => {
	expect(rebased('To', 'To', 'Et\nTo')).toBe('Et\nTo');
	expect(rebased('To tre', 'To', 'Et\nTo')).toBe('Et\nTo tre');
	expect(rebased('Fire', 'To', 'Et\nTo')).toBe('Et\nTo\n\nFire');
});
