import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { run } from '../lib/server/commands/language.ts';
import { gaps } from './arguments.mjs';

let root: string;
let folder: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'languages-'));
	folder = join(root, 'src/lib/i18n/messages');
	cpSync('src/lib/i18n/messages', folder, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

const change = (
	language: string,
	change: (words: { layout: { [key: string]: string } }) => void
) => {
	const path = join(folder, language, 'citizen.json');
	const words = JSON.parse(readFileSync(path, 'utf8')) as Parameters<typeof change>[0];
	change(words);
	writeFileSync(path, JSON.stringify(words));
};

it('finds no text that one language has and another has not', () => expect(gaps()).toEqual([]));

it.each(['da', 'en', 'ti'])('a text that is added in %s alone fails the check', (language) => {
	change(language, ({ layout }) => void (layout.added = 'Nyt'));
	const found = gaps(root);
	expect(found.length).toBe(language === 'da' ? readdirSync(folder).length - 1 : 1);
	for (const each of found)
		expect(each).toMatch(/\/citizen\.json layout\.added is (missing|in no Danish)$/);
});

it('a text that a language lacks, or that puts in something else, fails it too', () => {
	change('ar', ({ layout }) => void delete layout.help);
	change('fa', ({ layout }) => void (layout.call = '{tal}'));
	rmSync(join(folder, 'uk', 'thanks.json'));
	const found = gaps(root);
	expect(found).toContain('ar/citizen.json layout.help is missing');
	expect(found).toContain('fa/citizen.json layout.call is given other names than the Danish');
	expect(found.filter((each) => each.startsWith('uk/thanks.json')).length).toBeGreaterThan(3);
});

it('a language more is one folder, made from the file that a translator gives back', async () => {
	const printed: string[] = [];
	vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
	const before = readdirSync(folder);
	mkdirSync(join(folder, 'be'));
	writeFileSync(
		join(folder, 'be/language.json'),
		JSON.stringify({
			name: 'Беларуская',
			html: 'be',
			dir: 'ltr',
			plurals: 'be',
			madeBy: 'Prøve',
			reviewed: false
		})
	);
	// The same rules of plurals, so its words can stand in for a translator's.
	await run(['out', 'uk'], folder);
	writeFileSync(join(root, 'be.csv'), printed.join('\n'));
	await run(['in', 'be', join(root, 'be.csv')], folder);
	expect(readdirSync(folder)).toEqual([...before, 'be'].sort());
	expect(readdirSync(join(folder, 'be'))).toEqual(readdirSync(join(folder, 'uk')));
	expect(gaps(root)).toEqual([]);
});

/** Files in which a language's name may stand: its words, and what is invented for tests and the demo. */
const MAY_NAME = /\.spec\.ts$|\/i18n\/messages\/|\/server\/demo\//;

it('no code knows which languages there are', () => {
	// Plans write three themselves; the mirrored one is for tests.
	const codes = readdirSync(folder).filter((each) => !['da', 'let', 'en', 'xr'].includes(each));
	const named = new RegExp(`'(${codes.join('|')})'`);
	expect("language === 'ar'").toMatch(named);
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.map((path) => join('src', path))
		.filter((path) => /\.(ts|mjs|svelte)$/.test(path) && !MAY_NAME.test(path));
	expect(files.length).toBeGreaterThan(300);
	const naming = files.filter((path) => named.test(readFileSync(path, 'utf8')));
	expect(naming).toEqual([]);
});
