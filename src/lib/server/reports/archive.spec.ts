import { beforeAll, expect, it } from 'vitest';
import { house, ok, plan, QUARTER, READ_ON } from '../../../../tests/support/reports.ts';
import { readSheet } from '../../spreadsheet/sheet.ts';
import { words as loadWords, type ReportWords } from '../../reports/words.ts';
import * as audit from '../core/audit.ts';
import { archive } from './archive.ts';
import * as decisions from './decisions.ts';
import * as reports from './reports.ts';

let words: ReportWords;
beforeAll(async () => {
	words = await loadWords();
});

it('hands over released rows, reports byte for byte, decisions and the log, each described', () => {
	const { db, cast } = house();
	const chair = { user: cast.chair.user, today: READ_ON };
	const { sha256 } = ok(reports.release(db, plan, words, QUARTER, chair));
	const decision = { meetingOn: READ_ON, item: '4', decision: 'Taget til efterretning; enigt.' };
	ok(decisions.decide(db, QUARTER, decision, { ...chair, role: 'chair' }));
	audit.log(db, {
		who: chair.user,
		what: 'report-released',
		about: QUARTER,
		day: READ_ON,
		time: '10:00'
	});
	const files = archive(db, plan, READ_ON);
	const report = files.get(`rapport-${QUARTER}-version-1.json`) ?? '';
	expect(reports.digest(report)).toBe(sha256);
	const rowsOf = (name: string) => {
		const reading = readSheet(files.get(name) ?? '');
		if (!reading.ok) throw new Error(reading.reason);
		return reading.sheet.rows.map(({ cells }) => cells);
	};
	expect(rowsOf('rapporter.csv')[0]).toEqual(
		expect.arrayContaining([QUARTER, `rapport-${QUARTER}-version-1.json`, sha256, 'Lis'])
	);
	expect(rowsOf('beslutninger.csv')[0]).toEqual(expect.arrayContaining([decision.decision, '4']));
	expect(rowsOf('haendelser.csv').at(-1)).toEqual(
		expect.arrayContaining(['report-released', 'Lis'])
	);
	const released = rowsOf('offentliggjorte-raekker.csv');
	const { n } = db
		.prepare<[], { n: number }>(
			'select sum(each.n) as n from (select (select count(*) from json_each(counts) as item, json_each(item.value)) as n from released_cell) as each'
		)
		.get() ?? { n: 0 };
	expect(released.length).toBe(n);
	const readMe = files.get('LAES-MIG.txt') ?? '';
	expect(readMe).toMatch(/aldrig har eksisteret/);
	// Every column of every table is described.
	for (const [name, text] of files) {
		if (!name.endsWith('.csv')) continue;
		expect(readMe).toContain(name);
		for (const column of text.slice(1).split('\r\n')[0]?.split(';') ?? []) {
			expect(readMe).toContain(`  ${column}: `);
		}
	}
});
