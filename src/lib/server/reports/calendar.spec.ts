import { beforeAll, expect, it } from 'vitest';
import { house, ok, plan, READ_ON } from '../../../../tests/support/reports.ts';
import { ics } from '../../reports/files/ics.ts';
import { words as loadWords, type ReportWords } from '../../reports/words.ts';
import * as plans from '../plan/plans.ts';
import { duesOfReports, reportingYear } from './calendar.ts';
import * as reports from './reports.ts';

let words: ReportWords;
beforeAll(async () => {
	words = await loadWords();
});

it('has a year ahead: announced days first, the rule where nothing is announced, and the committee’s rhythm', () => {
	const { db, cast } = house();
	db.prepare(
		'insert into unit (round, unit, kind, publishes_on, state) values (?, ?, ?, ?, ?)'
	).run('2025-26', '2026-06', 'month', '2026-08-01', 'open');
	ok(
		reports.write(
			db,
			'2026-Q1',
			{ meetingOn: '2026-06-03', said: {} },
			{ user: cast.leader.user, today: READ_ON }
		)
	);
	const year = reportingYear(db, plan, words, READ_ON);
	const days = year.dues.map(({ day }) => day);
	expect(days).toEqual(days.toSorted());
	expect(days.every((day) => day > READ_ON && day <= '2027-05-21')).toBe(true);
	const figures = year.dues.filter(({ kind }) => kind === 'figures');
	expect(figures.find(({ what }) => what.includes('juni 2026'))).toMatchObject({
		day: '2026-08-01',
		isByRule: false
	});
	expect(figures.find(({ what }) => what.includes('juli 2026'))).toMatchObject({
		day: '2026-08-10',
		isByRule: true
	});
	expect(figures.length).toBeGreaterThanOrEqual(12);
	const due = year.dues.filter(({ kind }) => kind === 'report');
	expect(due.map(({ day }) => day)).toEqual([
		'2026-08-01',
		'2026-10-10',
		'2027-01-10',
		'2027-04-10'
	]);
	expect(due[0]).toMatchObject({
		what: 'Kvartalsrapport for 2. kvartal 2026: alle tal er ude',
		to: 'Udvalget for Arbejdsmarked, Erhverv, Kultur & Turisme'
	});
	expect(duesOfReports(year, '2026-08-05').map(({ day }) => day)).toEqual([
		'2026-06-03',
		'2026-08-01'
	]);
	expect(year.access).toEqual([
		{ role: 'leader', n: 2 },
		{ role: 'chair', n: 1 },
		{ role: 'secretary', n: 1 }
	]);
});

it('goes by each plan’s own words, and says where they are ours', () => {
	const rhythms = plans.all().map((each) => {
		const { rhythm } = reportingYear(house().db, each, words, READ_ON);
		return [each.municipality, rhythm.map(({ every, source }) => [every, source.kind])];
	});
	expect(Object.fromEntries(rhythms)).toEqual({
		stevns: [['quarter', 'derived']],
		vejen: [['quarter', 'ours']],
		glostrup: [
			['month', 'derived'],
			['quarter', 'derived']
		],
		soenderborg: [['year', 'derived']],
		slagelse: [['quarter', 'ours']]
	});
});

it('is a calendar file of whole days whose events keep their names', () => {
	const { db } = house();
	const { dues } = reportingYear(db, plan, words, READ_ON);
	const about = { name: 'Stevns', municipality: 'stevns', today: READ_ON };
	const file = ics(dues, about);
	expect(ics(dues, about)).toBe(file);
	expect(file.match(/BEGIN:VEVENT/g)?.length).toBe(dues.length);
	const names = file.match(/^UID:.*$/gm) ?? [];
	expect(new Set(names).size).toBe(dues.length);
	for (const { day } of dues) {
		expect(file).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`);
	}
	// A calendar reads lines of at most 75 bytes.
	expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
});
