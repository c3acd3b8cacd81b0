import {
	cpSync,
	linkSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { faults, read, written } from './language-file.ts';
import { run } from './language.ts';

let folder: string;
let printed: string[];
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'words-'));
	for (const code of ['da', 'en', 'uk'])
		cpSync(join('src/lib/i18n/messages', code), join(folder, code), { recursive: true });
	printed = [];
	vi.spyOn(console, 'log').mockImplementation((line: string) => void printed.push(line));
});
afterEach(() => rmSync(folder, { recursive: true }));

const out = async (): Promise<string> => {
	await run(['out', 'uk'], folder);
	return printed.join('\n');
};
const back = async (csv: string) => {
	const path = join(folder, 'uk.csv');
	writeFileSync(path, csv);
	printed = [];
	await run(['in', 'uk', path], folder);
};
const all = () =>
	readdirSync(join(folder, 'uk')).map((name) => [
		name,
		JSON.parse(readFileSync(join(folder, 'uk', name), 'utf8')) as unknown
	]);

it('goes out and comes in again without a change', async () => {
	const before = all();
	await back(await out());
	expect(all()).toEqual(before);
	expect(printed).toEqual([expect.stringMatching(/^uk: \d{3,} texts$/)]);
});

it('takes in a text that was changed, and knows where it stands', async () => {
	const csv = await out();
	expect(csv).toContain(
		'citizen form.send;around every page, and the form that is answered;Send mine svar;'
	);
	const own = (
		JSON.parse(readFileSync(join(folder, 'uk', 'citizen.json'), 'utf8')) as {
			form: { send: string };
		}
	).form.send;
	await back(csv.replace(`;${own}`, ';Надішліть'));
	expect(JSON.stringify(all())).toContain('"send":"Надішліть"');
});

it('a text has its words until the new ones are whole', async () => {
	const csv = await out();
	const path = join(folder, 'uk', 'citizen.json');
	const before = readFileSync(path, 'utf8');
	// Another name of what lies there: it shows whether that was written over.
	linkSync(path, join(folder, 'watched'));
	await back(csv.replace(/^(citizen form\.send;.*);[^;\n\r]*$/m, '$1;Надішліть'));
	expect(readFileSync(path, 'utf8')).toContain('Надішліть');
	expect(readFileSync(join(folder, 'watched'), 'utf8')).toBe(before);
});

it('writes nothing when something is wrong, and says what', async () => {
	const before = all();
	const csv = (await out()).replace(
		/^(citizen form\.progress;.*);[^;\n\r]*$/m,
		'$1;Твердження {nummer}'
	);
	await expect(back(csv)).rejects.toThrow('1 to mend; nothing was written');
	expect(printed).toEqual([
		'citizen form.progress: it has {nummer}, the Danish has {number}, {of}'
	]);
	expect(all()).toEqual(before);
});

it('knows a text that is missing, one that is not ours, and a plural that the language has not', async () => {
	const line = {
		key: 'a',
		where: '',
		danish: '{n, plural, one {# svar} other {# svar}}',
		english: '',
		words: ''
	};
	const why = (given: { key: string; words: string }[]) =>
		faults([line], given, 'tr', () => false).map((each) => each.why);
	expect(why([])).toEqual(['it is not translated']);
	expect(
		why([
			{ key: 'a', words: '{n, plural, one {#} other {#}}' },
			{ key: 'b', words: 'x' }
		])
	).toEqual(['there is no such text']);
	expect(why([{ key: 'a', words: '{n, plural, few {#} other {#}}' }])).toEqual([
		expect.stringMatching(/few/)
	]);
	expect(why([{ key: 'a', words: '{n, plural, other {#}' }])).toHaveLength(1);
});

it('a text that a spreadsheet takes for a formula comes back as it was', async () => {
	const words = ['- 5 km', '=1+1', '@navn', 'Vi sagde «ja»; du sagde "nej"'];
	const lines = words.map((each, n) => ({
		key: `${n}`,
		where: '',
		danish: each,
		english: '',
		words: each
	}));
	expect(read(written(lines)).map((each) => each.words)).toEqual(words);
});

it('a text that a separator has cut off is not taken for the whole', () => {
	expect(() => read('key;translation\na.b;Ja\na.c;Nej; aldrig')).toThrow(/line 3 /);
	expect(read('key;translation;\na.b;Ja;;\na.c;"Nej; aldrig"')).toEqual([
		{ key: 'a.b', words: 'Ja' },
		{ key: 'a.c', words: 'Nej; aldrig' }
	]);
});
