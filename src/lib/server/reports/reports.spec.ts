import { beforeAll, describe, expect, it } from 'vitest';
import { house, ok, plan, QUARTER, READ_ON } from '../../../../tests/support/reports.ts';
import { recounted } from '../../../../tests/support/recounted.ts';
import { cell } from '../../../../tests/support/published.ts';
import { Report, tablesOf } from '../../reports/document.ts';
import { recountFile } from '../../reports/recount.ts';
import { words as loadWords, type ReportWords } from '../../reports/words.ts';
import { json } from '../../json.ts';
import { canonical } from '../../survey/questionnaire.ts';
import type { Db } from '../core/database.ts';
import * as figures from '../goals/figures.ts';
import { isRegistered } from '../../goals/measure.ts';
import * as decisions from './decisions.ts';
import * as reports from './reports.ts';

let words: ReportWords;
beforeAll(async () => {
	words = await loadWords();
});

const frozen = (db: Db, version = 1, audience: 'committee' | 'public' = 'committee'): string => {
	const bytes = reports.bytesOf(db, QUARTER, version, audience);
	if (bytes === undefined) throw new Error(`version ${version} is not released`);
	return bytes;
};
const by = (user: string) => ({ user, today: READ_ON });
const released = () => {
	const { db, cast } = house();
	ok(reports.release(db, plan, words, QUARTER, by(cast.chair.user)));
	return { db, cast };
};

describe('a quarter’s report', () => {
	it('says what surely changed, by its rule and by no other', () => {
		const { db } = house();
		const version = reports.inWork(db, QUARTER);
		const report = version && reports.read(db, plan, words, version, READ_ON);
		const [first] = plan.questionnaires[0]?.items ?? [];
		expect(report?.front.known[0]).toBe(
			`»${first?.text.da}« er bedre end i 4. kvartal 2025: 85\u00a0% mod 58\u00a0%.`
		);
		expect(report?.data.changes.map(({ change }) => change)).toContain('better');
		expect(report?.front.about.join(' ')).toContain('1.040 spurgt');
	});

	it('has the same bytes of the same inputs, and stands when what it was made of is corrected', () => {
		const [one, other] = [released(), released()];
		expect(frozen(one.db)).toBe(frozen(other.db));
		const [version] = reports.versions(one.db, QUARTER);
		expect(version?.sha256).toBe(reports.digest(frozen(one.db)));
		expect(version).toMatchObject({ releasedBy: 'Lis', releasedOn: READ_ON });
		const before = frozen(one.db);
		enterFigure(one.db, one.cast.leader.user);
		if (!version) throw new Error('released');
		expect(canonical(reports.read(one.db, plan, words, version, '2026-12-01'))).toBe(before);
		expect(() => one.db.prepare("update report set bytes = '{}'").run()).toThrow(/stands/);
		expect(() => one.db.prepare('delete from report').run()).toThrow(/stands/);
	});

	it('keeps its rows as they were, and no more than everybody may see', () => {
		const { db } = house();
		cell(
			db,
			'2025-26',
			QUARTER,
			{ breakdown: 'team', category: 'nord' },
			{ answered: 30, any: 30 }
		);
		const { rows } = Report.parse(json(assembled(db))).data;
		expect(rows.length).toBeGreaterThan(50);
		expect(rows.every(([, unit]) => /^\d{4}-\d{2}$/.test(unit))).toBe(true);
	});

	it('is not released before the quarter is over and its last figures are out', () => {
		const { db, cast } = house();
		const early = { user: cast.chair.user, today: '2026-03-31' };
		expect(reports.release(db, plan, words, QUARTER, early)).toEqual({
			ok: false,
			reason: 'not-out'
		});
	});

	it('is corrected by a new version that says what changed, and the old one stands', () => {
		const { db, cast } = released();
		const leader = by(cast.leader.user);
		const said = { front: 'Vi har øvet os i at lytte.' };
		expect(reports.write(db, QUARTER, { meetingOn: null, said }, leader)).toMatchObject({
			reason: 'released'
		});
		expect(reports.correct(db, QUARTER, '  ', leader)).toMatchObject({ reason: 'empty' });
		expect(ok(reports.correct(db, QUARTER, 'Et tal var tastet forkert.', leader)).version).toBe(2);
		expect(reports.correct(db, QUARTER, 'Igen.', leader)).toMatchObject({ reason: 'in-work' });
		ok(reports.write(db, QUARTER, { meetingOn: '2026-06-03', said }, leader));
		const first = frozen(db, 1);
		ok(reports.release(db, plan, words, QUARTER, by(cast.chair.user)));
		expect(frozen(db, 1)).toBe(first);
		const second = Report.parse(json(frozen(db, 2)));
		expect(second).toMatchObject({
			version: 2,
			changed: 'Et tal var tastet forkert.',
			meetingOn: '2026-06-03'
		});
		expect(second.sections[0]?.said).toBe(said.front);
		expect(first).not.toContain(said.front);
	});

	it('is read by everybody only where it is published, and then without what is the committee’s', () => {
		const { db, cast } = released();
		expect(reports.published(db)).toEqual([]);
		expect(reports.publish(db, '2025-Q4', 1, READ_ON)).toMatchObject({ ok: false });
		ok(reports.publish(db, QUARTER, 1, READ_ON));
		expect(reports.published(db).map(({ version }) => version)).toEqual([1]);
		const open = Report.parse(json(frozen(db, 1, 'public')));
		expect(tablesOf(open).some(({ id }) => id === 'goals')).toBe(false);
		expect(tablesOf(Report.parse(json(frozen(db)))).some(({ id }) => id === 'goals')).toBe(true);
		const { data } = Report.parse(json(frozen(db)));
		expect(data.goals?.length).toBeGreaterThan(3);
		expect(open.data).toEqual({ ...data, goals: [] });
		ok(reports.correct(db, QUARTER, 'Rettet.', by(cast.leader.user)));
		expect(reports.published(db).map(({ version }) => version)).toEqual([1]);
		ok(reports.publish(db, QUARTER, 1, null));
		expect(reports.published(db)).toEqual([]);
	});

	it('keeps what was decided with the version that the committee had that day, whenever it is written down', () => {
		const { db, cast } = released();
		const later = (today: string) => ({ user: cast.secretary.user, today });
		ok(reports.correct(db, QUARTER, 'Et tal var tastet forkert.', later('2026-06-10')));
		ok(reports.release(db, plan, words, QUARTER, later('2026-06-11')));
		const decide = (meetingOn: string) =>
			decisions.decide(
				db,
				QUARTER,
				{ meetingOn, item: '4', decision: 'Drøftet.' },
				{ ...later('2026-06-20'), role: 'secretary' }
			);
		for (const day of ['2026-06-02', '2026-06-10', '2026-06-11', '2026-06-15']) ok(decide(day));
		expect(decide('2026-06-21')).toMatchObject({ reason: 'before-release' });
		expect(
			decisions.decisions(db, QUARTER).map(({ meetingOn, version }) => [meetingOn, version])
		).toEqual([
			['2026-06-02', 1],
			['2026-06-10', 1],
			['2026-06-11', 2],
			['2026-06-15', 2]
		]);
	});

	it('keeps what the committee decided, and the correction of it beside', () => {
		const { db, cast } = released();
		const decided = { meetingOn: '2026-05-20', item: '4', decision: 'Taget til efterretning.' };
		const secretary = { ...by(cast.secretary.user), role: 'secretary' as const };
		expect(
			decisions.decide(db, QUARTER, { ...decided, meetingOn: '2026-05-19' }, secretary)
		).toMatchObject({ reason: 'before-release' });
		expect(decisions.decide(db, '2025-Q4', decided, secretary)).toMatchObject({
			reason: 'not-released'
		});
		ok(decisions.decide(db, QUARTER, decided, secretary));
		const chair = { ...by(cast.chair.user), role: 'chair' as const };
		ok(decisions.decide(db, QUARTER, { ...decided, decision: 'Drøftet.' }, chair));
		expect(
			decisions.decisions(db, QUARTER).map(({ decision, role, name }) => [decision, role, name])
		).toEqual([
			['Taget til efterretning.', 'secretary', 'Eva'],
			['Drøftet.', 'chair', 'Lis']
		]);
		expect(() => db.prepare('delete from report_decision').run()).toThrow(/stands/);
	});
});

describe('the file to recount with', () => {
	it('finds every figure again by itself', () => {
		const { db } = released();
		const bytes = frozen(db);
		const { checked, differences, status } = recounted(recountFile(bytes, reports.digest(bytes)));
		expect(checked).toBeGreaterThan(50);
		expect([differences, status]).toEqual([0, 0]);
	});

	it('says which figure where one byte of the data is another', () => {
		const { db } = released();
		const bytes = frozen(db);
		const [row] = Report.parse(json(bytes)).data.rows.filter(
			([, , item, answer]) => item !== '' && answer === '5'
		);
		if (!row) throw new Error('a row');
		const forged = bytes.replace(canonical(row), canonical([...row.slice(0, 4), row[4] + 1]));
		expect(forged).not.toBe(bytes);
		const { out, status } = recounted(recountFile(forged, reports.digest(bytes)));
		expect(out).toContain(`FORSKEL  ${row[0]}/`);
		expect(out).toContain(`/${row[2]} enige: rapporten siger`);
		expect(out).toContain('FORSKEL  SHA-256');
		expect(status).toBe(1);
	});
});

function assembled(db: Db): string {
	const version = reports.inWork(db, QUARTER);
	if (!version) throw new Error('in work');
	return canonical(reports.read(db, plan, words, version, READ_ON));
}

/** A registered figure of the first goal that has one. */
function enterFigure(db: Db, user: string): void {
	const goal = plan.goals.find(({ measures }) => measures.some(isRegistered));
	const measure = goal?.measures.find(isRegistered);
	if (!goal || !measure) throw new Error('Stevns has a registered goal');
	const period = { month: '2026-03', quarter: '2026-Q1', 'half-year': '2025-H2', year: '2025' }[
		measure.every
	];
	const entry = {
		goal: goal.id,
		measure: measure.id,
		period,
		value: 12,
		delivered: '12',
		source: 'Jobindsats',
		retrievedOn: READ_ON
	};
	ok(figures.enter(db, plan, [entry], { way: 'typed', by: user, today: READ_ON }));
}
