import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { scaleWords } from '../results/caption.ts';
import { localeOf } from '../results/locale.ts';
import { LANGUAGES, load } from './messages.ts';

/** What people whose comma is another one read. */
const READ_BY_CITIZENS = [
	'src/routes/?municipality?/{??lang=lang??,goal-board,tablet}/**/*.{svelte,ts}',
	'src/lib/{charts,goals,journey,results,survey,tablet,ui}/**/*.{svelte,ts}'
];
/** Two values, or all values of a list, with the Latin comma between them. */
const COMMA_IN_CODE = /\.join\((['"`]), \1\)|\}, (\$\{|\{(?=\w))/;

const OWN_COMMA = { ar: '،', fa: '،', ti: '፣' };

describe.each(Object.keys(LANGUAGES))('in %s', (language) => {
	it('what is said beside each other has the language’s own comma', async () => {
		const locale = localeOf(await load(language, 'results'), language);
		const comma = OWN_COMMA[language as keyof typeof OWN_COMMA] ?? (language === 'xr' ? '،' : ',');
		const plain = (text: string) => text.replaceAll('\u200f[مرحبا] ', '');
		expect(plain(locale.beside('1', '2', '3'))).toBe(`1${comma} 2${comma} 3`);
		expect(locale.beside('1')).toBe('1');
		expect(locale.beside()).toBe('');
		const said = scaleWords(locale, 'agreement');
		expect(said.split(comma).length).toBeGreaterThan(4);
		if (comma !== ',') expect(said).not.toContain(',');
	});
});

it('no comma between values stands in the code of what citizens read', () => {
	const files = READ_BY_CITIZENS.flatMap((glob) => globSync(glob)).filter(
		(file) => !file.endsWith('.spec.ts')
	);
	expect(files.length).toBeGreaterThan(250);
	const found = files.flatMap((file) =>
		readFileSync(file, 'utf8')
			.split('\n')
			.filter((line) => COMMA_IN_CODE.test(line))
			.map((line) => `${file}: ${line.trim()}`)
	);
	expect(found).toEqual([]);
});
