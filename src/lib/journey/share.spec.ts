import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET, readCode } from './share.ts';
import { makeShare, readFragment } from './sharing.ts';

describe('a code that is typed', () => {
	it.each([
		['full-width letters and digits', '２３４５ＡＢＣＤ'],
		['Arabic digits', '٢٣٤٥ABCD'],
		['Persian digits', '۲۳۴۵ABCD'],
		['Cyrillic letters', '2345АВCD'],
		['Greek letters', '2345ΑΒCD'],
		['small letters and spaces', ' 2345 abcd\u00a0'],
		['a dash, quotation marks and a soft hyphen', '»2345–AB\u00adCD«']
	])('is read with %s', (_, typed) => {
		expect(readCode(typed)).toBe('2345ABCD');
	});
	it('keeps every character of its own', () => {
		const groups = CODE_ALPHABET.match(/.{8}/g) ?? [];
		expect(groups).toHaveLength(4);
		for (const code of groups) expect(readCode(code.toLowerCase())).toBe(code);
	});
	it.each(['', '2345ABC', '2345ABCDE', '2345ABC0', '2345ABCI', '2345ABCÆ'])(
		'%j is none',
		(typed) => {
			expect(readCode(typed)).toBeUndefined();
		}
	);
});

describe('a link that went through other hands', () => {
	it('opens with what they have put around its secret, and with nothing of it missing', async () => {
		const made = await makeShare([], { days: 1, opens: 1, typed: false });
		const secret = made?.fragment ?? '';
		const read = await readFragment(`#${secret}`);
		expect(read?.id).toBe(made?.share.id);
		for (const each of [
			secret,
			`#${secret}.`,
			`#${secret})`,
			`#${secret}%3E`,
			`#%22${secret}%22`
		]) {
			expect(await readFragment(each)).toEqual(read);
		}
		for (const each of [`#${secret}A`, `#${secret.slice(0, -1)}`, `#A${secret}`, '#']) {
			expect(await readFragment(each)).toBeUndefined();
		}
	});
});
