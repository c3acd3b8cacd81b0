import { describe, expect, it } from 'vitest';
import type { Row, Sheet } from '../../spreadsheet/sheet.ts';
import { personIn } from './keys.ts';
import { guess, personal, PROBLEMS_TOLD, readCases } from './list.ts';

const TODAY = '2026-05-20';
const COLUMNS = { key: 0, start: 1, end: 2, team: 3 };

const sheet = (...lines: string[]): Sheet => ({
	encoding: 'utf-8',
	separator: ';',
	header: ['Sagsnøgle', 'Startdato', 'Slutdato', 'Team'],
	rows: lines.map((line, index): Row => ({ line: index + 2, cells: line.split(';') }))
});

it('reads key, start, end and team', () => {
	const read = readCases(
		sheet('A1;2025-01-31;;Job', 'A2;1.2.2025;03/04/2026;Unge'),
		COLUMNS,
		TODAY
	);
	expect(read).toEqual({
		cases: [
			{ key: 'A1', team: 'Job', start: '2025-01-31' },
			{ key: 'A2', team: 'Unge', start: '2025-02-01', end: '2026-04-03' }
		],
		problems: [],
		wrong: 0
	});
	const [without] = readCases(sheet('A1;2025-01-31;;Job'), { key: 0, start: 1 }, TODAY).cases;
	expect(without).toEqual({ key: 'A1', team: '', start: '2025-01-31' });
});

describe('every line that is wrong is told with its number', () => {
	it.each<[string, string, string, string]>([
		['a missing cell', 'A1;2025-01-31;Job', 'columns', '3'],
		['no key', ';2025-01-31;;Job', 'no-key', ''],
		['a CPR number as key', '010180-1234;2025-01-31;;Job', 'cpr', ''],
		['a CPR number without a line', '0101801234;2025-01-31;;Job', 'cpr', ''],
		['a CPR number in another column', 'A1;2025-01-31;;010180 1234', 'cpr', ''],
		['a name', 'Mette Hansen;2025-01-31;;Job', 'name', 'Mette Hansen'],
		['an e-mail address', 'a1@mail.dk;2025-01-31;;Job', 'email', 'a1@mail.dk'],
		['a telephone number', '22 33 44 55;2025-01-31;;Job', 'telephone', '22 33 44 55'],
		['signs that a key never has', 'A1?;2025-01-31;;Job', 'bad-key', 'A1?'],
		['a key that was there before', 'A0;2025-01-31;;Job', 'twice', '2'],
		['no date', 'A1;i går;;Job', 'no-date', 'i går'],
		['a date that no calendar has', 'A1;2025-02-29;;Job', 'no-date', '2025-02-29'],
		['a date to come', 'A1;2026-05-21;;Job', 'future', '2026-05-21'],
		['an end that is no date', 'A1;2025-01-31;snart;Job', 'no-date', 'snart'],
		['an end before the start', 'A1;2025-01-31;2025-01-30;Job', 'end-before-start', '2025-01-30'],
		['no team', 'A1;2025-01-31;;', 'no-team', 'A1']
	])('%s', (_, line, reason, said) => {
		const { problems, wrong } = readCases(sheet('A0;2025-01-01;;Job', line), COLUMNS, TODAY);
		expect(problems).toEqual([{ line: 3, reason, said }]);
		expect(wrong).toBe(1);
	});

	it('counts them all, and tells the first', () => {
		const lines = Array.from({ length: 80 }, (_, n) => `A${n};i går;;Job`);
		const { problems, wrong } = readCases(sheet(...lines), COLUMNS, TODAY);
		expect([problems.length, wrong]).toEqual([PROBLEMS_TOLD, 80]);
	});
});

it.each<[string, string | undefined]>([
	['A-1042', undefined],
	['20240017', undefined],
	['sag 17', undefined],
	['15.20.05-A26-3-26', undefined],
	['3f2a-99', undefined],
	['010180-1234', 'cpr'],
	['610180-1234', 'cpr'],
	['+45 22334455', 'telephone'],
	['m@x.dk', 'email'],
	['Mette', 'name'],
	['mette hansen', 'name'],
	['Hansen, Mette', 'name'],
	['METTE HANSEN', 'name'],
	['Mette Hansen 1980', 'name'],
	['Åse Ø. Bæk', 'name'],
	['A', undefined]
])('a key like %s: %s', (key, expected) => expect(personIn(key)).toBe(expected));

it('guesses the columns by their headings, each once', () => {
	expect(guess(['Sagsnøgle', 'Startdato', 'Slutdato', 'Team'])).toEqual(COLUMNS);
	expect(guess(['Afdeling', 'id', 'Samtaledato'])).toEqual({ key: 1, start: 2, team: 0 });
	expect(guess(['x', 'y'])).toEqual({});
	expect(personal(['Sag', 'CPR-nr.', 'Borgers navn', 'Start'])).toEqual([
		'CPR-nr.',
		'Borgers navn'
	]);
});
