import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	ALPHABET,
	charactersOf,
	CODE_LENGTH,
	format,
	normalise,
	parse,
	withCheck
} from './code.ts';

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

describe('a code typed on another keyboard', () => {
	const own = withCheck('B3', 'FR692TY');
	it.each([
		['Arabic digits', { 2: '٢', 3: '٣', 6: '٦', 9: '٩' }],
		['Persian digits', { 2: '۲', 3: '۳', 6: '۶', 9: '۹' }],
		['Bengali digits', { 2: '২', 3: '৩', 6: '৬', 9: '৯' }],
		['full-width letters and digits', { 3: '３', B: 'Ｂ', F: 'Ｆ', R: 'ｒ' }],
		['circled and framed digits', { 3: '③', 6: '6️⃣', 9: '9️⃣' }],
		['Cyrillic', { B: 'В', T: 'Т', Y: 'У' }],
		['small Cyrillic', { B: 'в', T: 'т', Y: 'у', 3: 'З', 6: 'б' }],
		['Greek', { B: 'Β', T: 'Τ', Y: 'Υ' }],
		['small Greek', { B: 'β', T: 'τ', Y: 'υ' }]
	])('%s', (_, keys: { [character: string]: string }) => {
		const typed = [...own].map((character) => keys[character] ?? character).join('');
		expect(typed).not.toBe(own);
		expect(parse(typed)).toMatchObject({ ok: true, code: own });
	});

	it('has a look-alike for every letter of ours that Cyrillic or Greek has one for', () => {
		expect(normalise('АВЕЈКМНРЅТУХ')).toBe('ABEJKMHPSTYX');
		expect(normalise('авекмнрѕтух')).toBe('ABEKMHPSTYX');
		expect(normalise('ΑΒΕΖΗΚΜΝΡΤΥΧ')).toBe('ABEZHKMNPTYX');
	});

	it.each([
		['no-break space', '\u00a0'],
		['narrow space', '\u202f'],
		['ideographic space', '\u3000'],
		['zero width space', '\u200b'],
		['soft hyphen', '\u00ad'],
		['long dash', '—'],
		['minus', '−'],
		['hyphen bullet', '⁃'],
		['two dashes', '--'],
		['underscore', '_'],
		['full stop', '.'],
		['slash', '/'],
		['plus of an address', '+'],
		['tab and line break', '\t\n'],
		['marks of direction', '\u200f\u202b']
	])('with a %s between, before and after', (_, sign) => {
		const typed = `${sign}${own.slice(0, 5)}${sign}${own.slice(5)}${sign}`;
		expect(parse(typed)).toMatchObject({ ok: true, code: own });
	});

	it('in quotation marks, brackets and with a full stop after', () => {
		for (const typed of [`»${own}«`, `“${own}”`, `(${own})`, `<${own}>`, `${own}.`, `*${own}*`]) {
			expect(parse(typed)).toMatchObject({ ok: true, code: own });
		}
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

it('has no U, which other codes have', () => {
	expect(normalise('u v')).toBe('VV');
	expect(charactersOf('u v')).toBe('UV');
});

it('is not made of characters outside the alphabet', () => {
	expect(() => withCheck('OO', '2345678')).toThrow('alphabet');
	expect(() => withCheck('A', '2345678')).toThrow('check');
});
