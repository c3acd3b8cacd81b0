import { describe, expect, it } from 'vitest';
import { withCheck } from './code.ts';
import { codeIn, codePage } from './link.ts';

const CODE = withCheck('B3', 'FR692TT');
const at = (address: string) => new URL(address, 'https://example.dk');
const page = (address: string) => codePage(at(address)) ?? at(address).pathname;
const code = (address: string) => codeIn(at(address));

/** Each leads to the code page, with the code in it. */
const MANGLED: [name: string, address: string, page: string][] = [
	['as it is made', `/stevns/k#${CODE}`, '/stevns/k'],
	['in two groups', `/stevns/k#${CODE.slice(0, 5)}-${CODE.slice(5)}`, '/stevns/k'],
	['in small letters', `/stevns/k#${CODE.toLowerCase()}`, '/stevns/k'],
	['an escaped sign', `/stevns/k%23${CODE}`, '/stevns/k'],
	['twice escaped', `/stevns/k%2523${CODE}`, '/stevns/k'],
	['three times escaped', `/stevns/k%252523${CODE}`, '/stevns/k'],
	['behind a question mark', `/stevns/k?${CODE}`, '/stevns/k'],
	['behind an escaped question mark', `/stevns/k%3F${CODE}`, '/stevns/k'],
	['as a value', `/stevns/k?kode=${CODE}`, '/stevns/k'],
	['as a value with an escaped sign', `/stevns/k?k=%23${CODE}`, '/stevns/k'],
	['behind a slash', `/stevns/k/${CODE}`, '/stevns/k'],
	['behind a slash and a sign', `/stevns/k/#${CODE}`, '/stevns/k'],
	['behind a space', `/stevns/k%20${CODE}`, '/stevns/k'],
	['behind nothing', `/stevns/k${CODE}`, '/stevns/k'],
	['behind two signs', `/stevns/k##${CODE}`, '/stevns/k'],
	[
		'without its sign, in two groups',
		`/stevns/k/${CODE.slice(0, 5)}-${CODE.slice(5)}`,
		'/stevns/k'
	],
	['with a space between', `/stevns/k#${CODE.slice(0, 5)}%20${CODE.slice(5)}`, '/stevns/k'],
	['with a plus between', `/stevns/k?${CODE.slice(0, 5)}+${CODE.slice(5)}`, '/stevns/k'],
	['with a space at the end', `/stevns/k#${CODE}%20`, '/stevns/k'],
	['with a no-break space', `/stevns/k#${CODE}%C2%A0`, '/stevns/k'],
	['with what cannot be seen', `/stevns/k#%E2%80%8B${CODE}`, '/stevns/k'],
	['with tracking behind', `/stevns/k#${CODE}&fbclid=IwAR0abcdefghij`, '/stevns/k'],
	['with a question mark behind', `/stevns/k#${CODE}?utm_source=sms`, '/stevns/k'],
	['with tracking before', `/stevns/k?utm_source=sms&utm_medium=x#${CODE}`, '/stevns/k'],
	['among tracking', `/stevns/k?utm_source=sms&${CODE}&fbclid=x`, '/stevns/k'],
	['before tracking', `/stevns/k?${CODE}&utm_source=sms`, '/stevns/k'],
	['with a full stop', `/stevns/k#${CODE}.`, '/stevns/k'],
	['with a comma and a word', `/stevns/k#${CODE},tak`, '/stevns/k'],
	['with a bracket', `/stevns/k#${CODE})`, '/stevns/k'],
	['with an escaped bracket and full stop', `/stevns/k%23${CODE}%29.`, '/stevns/k'],
	['with a quotation mark', `/stevns/k%23${CODE}%C2%AB`, '/stevns/k'],
	['with the words behind it', `/stevns/k#${CODE}%20Svar%20her`, '/stevns/k'],
	['with a line break', `/stevns/k%23${CODE}%0A`, '/stevns/k'],
	['in Arabic digits', `/stevns/k#${CODE.replace('3', '٣')}`, '/stevns/k'],
	['in capitals', `/STEVNS/K%23${CODE}`, '/stevns/k'],
	['in another language', `/stevns/en/k%23${CODE}`, '/stevns/en/k'],
	['with Danish letters', `/sønderborg/k?${CODE}`, '/soenderborg/k'],
	['with Danish letters in capitals', `/SØNDERBORG/k%23${CODE}`, '/soenderborg/k']
];

describe('a mangled link', () => {
	it.each(MANGLED)('%s: %s', (_, address, right) => {
		expect(page(address)).toBe(right);
		expect(code(address)).toBe(CODE);
	});

	it('keeps a code with a mistake in it for its reader', () => {
		const wrong = `${CODE.slice(0, 8)}ZZ`;
		for (const address of [
			`/stevns/k#${wrong}`,
			`/stevns/k?${wrong}`,
			`/stevns/k%23${wrong}`,
			`/stevns/k?kode=${wrong}`,
			`/stevns/k?utm_source=sms&${wrong}`,
			`/stevns/k?utm_source=sms#${wrong}`
		]) {
			expect(code(address), address).toBe(wrong);
		}
		expect(code('/stevns/k#B3FR6')).toBe('B3FR6');
	});

	it.each([
		'/stevns/k',
		'/stevns/k#',
		'/stevns/k#main',
		'/stevns/k#help',
		'/stevns/k?utm_source=sms&utm_medium=text',
		'/stevns/k?fbclid=IwAR0abcdefghijk-_x'
	])('%s has no code', (address) => {
		expect(code(address)).toBe('');
	});
});

it.each([
	'/stevns/k',
	'/stevns/en/k',
	'/stevns/kommune',
	'/stevns/kX/y'.replace('X', 'x'),
	'/stevns/intern/koder',
	'/stevns/intern/k%23X',
	'/stevns/svar/k',
	'/k%23X',
	'/_app/immutable/k.js'
])('%s is no mangled link to a code', (path) => {
	expect(codePage(at(path))).toBeUndefined();
});
