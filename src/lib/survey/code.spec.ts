import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALPHABET, CODE_LENGTH, format, normalise, parse, withCheck } from './code.ts';

const characters = (length: number) =>
	fc
		.array(fc.constantFrom(...ALPHABET), { minLength: length, maxLength: length })
		.map((each) => each.join(''));
const code = fc.tuple(characters(2), characters(7)).map(([a, b]) => withCheck(a, b));
const position = fc.nat({ max: CODE_LENGTH - 1 });

describe('a code', () => {
	it('is ten characters that parse to themselves, with the round first', () => {
		fc.assert(
			fc.property(code, (each) => {
				expect(parse(each)).toEqual({ ok: true, code: each, prefix: each.slice(0, 2) });
				expect(each).toHaveLength(CODE_LENGTH);
			})
		);
	});

	it('is never another code with one character wrong', () => {
		fc.assert(
			fc.property(code, position, fc.constantFrom(...ALPHABET), (each, at, wrong) => {
				fc.pre(each[at] !== wrong);
				const typed = each.slice(0, at) + wrong + each.slice(at + 1);
				expect(parse(typed)).toEqual({ ok: false, reason: 'mistyped' });
			}),
			{ numRuns: 2000 }
		);
	});

	it('is never another code with two neighbours swapped', () => {
		fc.assert(
			fc.property(code, fc.nat({ max: CODE_LENGTH - 2 }), (each, at) => {
				const [a, b] = [each.charAt(at), each.charAt(at + 1)];
				fc.pre(a !== b);
				const typed = each.slice(0, at) + b + a + each.slice(at + 2);
				expect(parse(typed)).toEqual({ ok: false, reason: 'mistyped' });
			}),
			{ numRuns: 2000 }
		);
	});

	it('is read with small letters, spaces, hyphens and U for V', () => {
		fc.assert(
			fc.property(code, (each) => {
				const typed = ` ${format(each).toLowerCase().replaceAll('v', 'u').split('').join(' ')}\u00a0–`;
				expect(parse(typed)).toMatchObject({ ok: true, code: each });
			})
		);
	});
});

describe('what is not a code', () => {
	it.each([
		['', 'empty'],
		[' - ', 'empty'],
		['ABCDE', 'too-short'],
		['ABCDE-FGHJK-2', 'too-long'],
		['ABCDE-FGHJO', 'mistyped'],
		['ABCDE-FGHJ1', 'mistyped'],
		['ÆØÅDE-FGHJK', 'mistyped']
	])('%j is %s', (typed, reason) => {
		expect(parse(typed)).toEqual({ ok: false, reason });
	});
});

it('is written in two groups', () => {
	expect(format('ABCDEFGHJK')).toBe('ABCDE-FGHJK');
	expect(normalise('abcde fghjk')).toBe('ABCDEFGHJK');
});

it('is not made of characters outside the alphabet', () => {
	expect(() => withCheck('OO', '2345678')).toThrow('alphabet');
	expect(() => withCheck('A', '2345678')).toThrow('check');
});
