import { describe, expect, it } from 'vitest';
import { readRows, readSheet } from './sheet.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (each) => each.charCodeAt(0));
const utf16 = (text: string): Uint8Array => {
	const units = Uint16Array.from(`\uFEFF${text}`, (each) => each.charCodeAt(0));
	return new Uint8Array(units.buffer);
};
type SheetReading = ReturnType<typeof readSheet>;
const cells = (reading: SheetReading): string[][] =>
	reading.ok ? [reading.sheet.header, ...reading.sheet.rows.map((row) => row.cells)] : [];

const plain = 'nøgle;start\nA1;2026-01-01\nA2;2026-01-02\n';
const rows = [
	['nøgle', 'start'],
	['A1', '2026-01-01'],
	['A2', '2026-01-02']
];

describe('a file is read however it was saved', () => {
	it.each<[string, Uint8Array]>([
		['with semicolons', utf8(plain)],
		['with commas', utf8(plain.replaceAll(';', ','))],
		['with tabs', utf8(plain.replaceAll(';', '\t'))],
		['with a byte order mark', utf8(`\uFEFF${plain}`)],
		['with Windows line ends', utf8(plain.replaceAll('\n', '\r\n'))],
		['with old Mac line ends', utf8(plain.replaceAll('\n', '\r'))],
		['without a last line end', utf8(plain.trimEnd())],
		['with empty lines', utf8(plain.replaceAll('\n', '\n;\n\n'))],
		['with quotes', utf8('"nøgle";"start"\n"A1";"2026-01-01"\nA2;"2026-01-02"\n')],
		['with spaces around', utf8(' nøgle ; start\nA1 ;2026-01-01\nA2;2026-01-02\n')],
		['in the old Danish encoding', latin1(plain)],
		['in UTF-16, as "Unicode text"', utf16(plain.replaceAll(';', '\t'))],
		['with a first line that names the separator', utf8(`sep=;\n${plain}`)],
		['with that line behind a byte order mark', utf8(`\uFEFFsep=;\r\n${plain}`)],
		['with that line in quotes, and commas', utf8(`"sep=,"\n${plain.replaceAll(';', ',')}`)],
		[
			'with a separator more on its rows than in its heading',
			utf8(plain.replaceAll('01-01', '01-01;').replaceAll('01-02', '01-02;'))
		],
		['with separators more on every line', utf8(plain.replaceAll('\n', ';;\n'))],
		['with a title above its headings', utf8(`Aktive sager\n\n${plain}`)],
		[
			'with a title that the spreadsheet has filled up',
			utf8(`Aktive sager, udtrukket 1. maj;\n${plain}`)
		],
		['with an end mark', utf8(`${plain}\x1a`)],
		['with an end mark behind line ends', utf8(`${plain}\r\n\x1a\r\n`)],
		['with line ends of two kinds', utf8(plain.replace('\n', '\r\n'))]
	])('%s', (_, bytes) => expect(cells(readSheet(bytes))).toEqual(rows));

	it('and says how', () => {
		const said = (bytes: Uint8Array) => {
			const reading = readSheet(bytes);
			return reading.ok && [reading.sheet.encoding, reading.sheet.separator];
		};
		expect(said(utf8(plain))).toEqual(['utf-8', ';']);
		expect(said(latin1(plain.replaceAll(';', ',')))).toEqual(['windows-1252', ',']);
		expect(said(utf16(plain.replaceAll(';', '\t')))).toEqual(['utf-16', '\t']);
	});

	it('with separators, line ends and quotes inside quotes, and lines counted as an editor does', () => {
		const reading = readSheet(utf8('k;t\n"a;\nb ""c""";1\n\nx;2'));
		expect(reading.ok && reading.sheet.rows).toEqual([
			{ line: 2, cells: ['a;\nb "c"', '1'] },
			{ line: 5, cells: ['x', '2'] }
		]);
	});

	it('with cells that the spreadsheet left out at the end', () => {
		expect(cells(readSheet(utf8('a;b;c\n1;2;3\n4\n5;6')))).toEqual([
			['a', 'b', 'c'],
			['1', '2', '3'],
			['4', '', ''],
			['5', '6', '']
		]);
	});

	it('with commas in names and in numbers', () => {
		const named = readRows('"Job, Syd",2026-03,12\n"Job, Nord",2026-03,9');
		expect(named.ok && named.rows.rows.map((row) => row.cells)).toEqual([
			['Job, Syd', '2026-03', '12'],
			['Job, Nord', '2026-03', '9']
		]);
		const numbers = readRows('a;1,5;2,5\nb;2,5;3,5');
		expect(numbers.ok && numbers.rows.separator).toBe(';');
	});

	it('counts the lines of what it passes over', () => {
		const reading = readSheet(utf8('sep=;\nAktive sager\n\nk;t\n\nA1;1'));
		expect(reading.ok && reading.sheet.rows).toEqual([{ line: 6, cells: ['A1', '1'] }]);
	});

	it('leaves a row too long as it is', () => {
		expect(cells(readSheet(utf8('a;b\n1;2\n3;4\n5;6;7')))[3]).toEqual(['5', '6', '7']);
	});

	it('keeps an empty last cell', () => {
		expect(cells(readSheet(utf8('a;b;c\n1;2;\n3;4;')))).toEqual([
			['a', 'b', 'c'],
			['1', '2', ''],
			['3', '4', '']
		]);
	});
});

it.each<[string, Uint8Array, SheetReading]>([
	['an empty file', utf8(''), { ok: false, reason: 'empty' }],
	['blank lines alone', utf8('\uFEFF \r\n\r\n'), { ok: false, reason: 'empty' }],
	['headings alone', utf8('nøgle;start\n'), { ok: false, reason: 'only-header' }],
	['one column', utf8('nøgle\nA1\n'), { ok: false, reason: 'one-column' }],
	['a spreadsheet', latin1('PK\x03\x04'), { ok: false, reason: 'spreadsheet' }],
	['an old spreadsheet', latin1('\xd0\xcf\x11\xe0'), { ok: false, reason: 'spreadsheet' }],
	['a program', latin1('\x7fELF\0\0;\n'), { ok: false, reason: 'binary' }],
	[
		'a quote that is never closed',
		utf8('k;t\nA1;1\n"A2;1\n'),
		{ ok: false, reason: 'open-quote', line: 3 }
	]
])('refuses %s', (_, bytes, expected) => expect(readSheet(bytes)).toEqual(expected));

it('tells how far it has come with a long file', () => {
	const long = Array.from({ length: 50_000 }, (_, n) => `A${n};2026-01-01`).join('\n');
	const done: number[] = [];
	const reading = readSheet(utf8(`key;start\n${long}`), (share) => done.push(share));
	expect(reading.ok && reading.sheet.rows).toHaveLength(50_000);
	expect(done.length).toBeGreaterThan(50);
	expect([...done].sort((a, b) => a - b)).toEqual(done);
});
