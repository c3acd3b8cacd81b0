import { expect, it } from 'vitest';
import { municipality } from '../../../../tests/support/survey.ts';
import * as meetings from './meetings.ts';

const teams = [
	{ id: 'job', name: { da: 'Jobteamet' } },
	{ id: 'youth', name: { da: 'Ungeteamet' } }
];
const read = (text: string) => meetings.readCsv(text, { teams, today: '2026-05-20' });

it.each([
	['ids and a heading', 'team;måned;samtaler\njob;2026-03;120\nyouth;2026-03;85\n'],
	[
		'names, as a spreadsheet saves them',
		'\uFEFF"Jobteamet";03-2026;120\r\n"Ungeteamet";3/2026;85\r\n'
	],
	['commas', 'job,2026-03,120\nyouth,2026-03,85'],
	[
		'a title, a line that names the separator and an end mark',
		'sep=;\nSamtaler i marts\nAfdeling;Måned;Antal\njob;2026-03;120;\nyouth;marts 2026;85;\n\x1a'
	],
	['tabs and empty lines', 'job\t2026-03\t120\n\nyouth\t2026-3\t85']
])('reads %s', (_, text) => {
	expect(read(text)).toEqual({
		ok: true,
		rows: [
			{ team: 'job', month: '2026-03', held: 120 },
			{ team: 'youth', month: '2026-03', held: 85 }
		]
	});
});

it('reads a name with a comma in it, in quotes', () => {
	const south = [{ id: 'south', name: { da: 'Job, Syd' } }];
	expect(meetings.readCsv('"Job, Syd",2026-03,12', { teams: south, today: '2026-05-20' })).toEqual({
		ok: true,
		rows: [{ team: 'south', month: '2026-03', held: 12 }]
	});
});

it('says of a file that it is a workbook, and where a quote is never closed', () => {
	expect(
		meetings.readCsv(new Uint8Array([0x50, 0x4b, 3, 4]), { teams, today: '2026-05-20' })
	).toEqual({ ok: false, reason: 'spreadsheet' });
	expect(read('job;2026-03;1\n"youth;2026-03;2')).toEqual({
		ok: false,
		reason: 'open-quote',
		line: 2
	});
});

it('names every line that cannot be read, and what stands there', () => {
	const text = [
		'Team;Måned;Samtaler',
		'job;2026-03;1.240',
		'nobody;2026-03;12',
		'job;marts;12',
		'job;2026-06;12',
		'youth;2026-03;mange',
		'youth;2026-04',
		'job;03-2026;13',
		'youth;2026-04;-3'
	].join('\n');
	expect(read(text)).toEqual({
		ok: false,
		problems: [
			{ line: 3, reason: 'team', said: 'nobody' },
			{ line: 4, reason: 'month', said: 'marts' },
			{ line: 5, reason: 'future', said: '2026-06' },
			{ line: 6, reason: 'number', said: 'mange' },
			{ line: 7, reason: 'columns', said: 'youth;2026-04' },
			{ line: 8, reason: 'twice', said: 'job 03-2026' },
			{ line: 9, reason: 'number', said: '-3' }
		]
	});
});

it('reads no number that a comma or a space has parted, and passes over no first line that names a team', () => {
	const problems = (text: string) => {
		const reading = read(text);
		return 'problems' in reading && reading.problems.map(({ line, reason }) => [line, reason]);
	};
	expect(problems('job,2026-03,1,240\nyouth,2026-03,85')).toEqual([[1, 'columns']]);
	expect(problems('job;2026-03;0.125\nyouth;2026-03;45 50\nyouth;2026-04;12¹')).toEqual([
		[1, 'number'],
		[2, 'number'],
		[3, 'number']
	]);
	expect(problems('Jobteamet;marts;mange\nyouth;2026-03;85')).toEqual([[1, 'month']]);
	expect(read('job;2026-03;1 240;;\nyouth;2026-03;1.240;')).toMatchObject({
		rows: [{ held: 1240 }, { held: 1240 }]
	});
});

it('keeps the latest number of a team and month', () => {
	const { db } = municipality();
	meetings.write(db, [{ team: 'job', month: '2026-03', held: 120 }], '2026-04-02');
	meetings.write(
		db,
		[
			{ team: 'job', month: '2026-03', held: 124 },
			{ team: 'job', month: '2026-04', held: 90 }
		],
		'2026-05-02'
	);
	expect(meetings.list(db, '2026-01', '2026-03')).toEqual([
		{ team: 'job', month: '2026-03', held: 124 }
	]);
});
