import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanComment } from './comment.ts';
import { COMMENT_MAX_BYTES, COMMENT_MAX_CHARACTERS } from './submission.ts';

describe('a comment as it travels', () => {
	it.each([
		['to\r\nlinjer\rog\nen', 'to\nlinjer\nog\nen'],
		['a\tb', 'a b'],
		['a\u0000b\u0007c\u007fd\u0085e', 'abcde'],
		['  god samtale \n', 'god samtale'],
		['halv \ud83d emoji', 'halv  emoji'],
		['\udc4d', ''],
		['hel 👍🏽 emoji, 👩‍👩‍👧', 'hel 👍🏽 emoji, 👩‍👩‍👧'],
		['ære العربية 日本', 'ære العربية 日本']
	])('%j becomes %j', (typed, clean) => {
		expect(cleanComment(typed)).toBe(clean);
	});

	it('is cut at the limit, and never through an emoji', () => {
		expect(cleanComment('x'.repeat(2001))).toHaveLength(2000);
		expect(cleanComment('x' + '👍'.repeat(1000))).toBe('x' + '👍'.repeat(999));
	});

	it('fits whatever was typed, and cleaning twice changes nothing', () => {
		const anything = fc.string({
			unit: fc.oneof(
				fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
				fc.constantFrom('\r', '\n', '\t', ' ', '👍', '\ud83d')
			),
			maxLength: 2500,
			size: 'max'
		});
		fc.assert(
			fc.property(anything, (typed) => {
				const clean = cleanComment(typed);
				expect(clean.length).toBeLessThanOrEqual(COMMENT_MAX_CHARACTERS);
				expect(Buffer.byteLength(clean)).toBeLessThanOrEqual(COMMENT_MAX_BYTES);
				expect(clean).not.toMatch(/[\p{Cs}\r\t\0]/u);
				expect(cleanComment(clean)).toBe(clean);
			})
		);
	});
});
