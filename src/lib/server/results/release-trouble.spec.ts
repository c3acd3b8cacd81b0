import Database from 'better-sqlite3';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { many, municipality, questionnaire, round } from '../../../../tests/support/survey.ts';
import type { Submission } from '../../survey/submission.ts';
import * as codes from '../rounds/codes.ts';
import { openFile, type Db } from '../core/database.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import { KeyFile } from '../core/moving-keys/key-file.ts';
import * as rounds from '../rounds/rounds.ts';
import * as intake from '../intake/intake.ts';
import { release } from './release.ts';

type Row = {
	unit: string;
	breakdown: string;
	category: string;
	item: string;
	answer: string;
	n: number;
};

const rows = (db: Db, where = '1'): Row[] =>
	db
		.prepare<[], Row>(
			`select unit, breakdown, category, item, answer, n from released where ${where}`
		)
		.all();
const n = (db: Db, where: string): number | undefined => rows(db, where)[0]?.n;
const states = (db: Db) =>
	Object.fromEntries(
		db
			.prepare<[], { unit: string; state: string }>('select unit, state from unit')
			.all()
			.map(({ unit, state }) => [unit, state])
	);

async function given(submissions: Submission[], today = '2026-02-28') {
	const place = municipality();
	await intake.count(place.db, place.keysFolder, submissions, today);
	return place;
}

describe('a box that cannot be opened', () => {
	it('is lost on its day, and its neighbours are released as ever', async () => {
		const { db, keysFolder } = await given([
			...many(12),
			...many(11, { answeredOn: '2026-01-10' })
		]);
		boxKeys.destroy({ keysFolder, round: round.id, unit: '2026-01' });
		expect(release(db, keysFolder, '2026-02-09')).toEqual([]);
		expect(release(db, keysFolder, '2026-03-10')).toEqual([
			{ round: round.id, unit: '2026-01', state: 'lost' },
			{ round: round.id, unit: '2026-02', state: 'released' }
		]);
		expect(rows(db, "unit = '2026-01'")).toEqual([]);
		expect(n(db, "unit = '2026-02' and item = '' and answer = 'answered'")).toBe(12);
		expect(release(db, keysFolder, '2026-03-11')).toEqual([]);
	});

	it('takes no carried answers with it: they are counted in the next that opens', async () => {
		const { db, keysFolder } = await given(many(4));
		boxKeys.destroy({ keysFolder, round: round.id, unit: '2026-03' });
		await intake.count(db, keysFolder, many(9, { answeredOn: '2026-04-02' }), '2026-04-05');
		release(db, keysFolder, '2026-05-10');
		expect(states(db)).toMatchObject({ '2026-02': 'carried', '2026-03': 'lost' });
		expect(n(db, "unit = '2026-04' and item = '' and answer = 'answered'")).toBe(13);
	});

	it('of a quarter takes the breakdowns and comments along, and no month', async () => {
		const { db, keysFolder } = await given([
			...many(12, { comment: 'Godt møde' }),
			...many(12, { team: 'nord' })
		]);
		boxKeys.destroy({ keysFolder, round: round.id, unit: '2026-Q1' });
		release(db, keysFolder, '2026-04-10');
		expect(states(db)).toMatchObject({ '2026-02': 'released', '2026-Q1': 'lost' });
		expect(rows(db, "unit = '2026-Q1' and breakdown <> ''")).toEqual([]);
		expect(n(db, "unit = '2026-Q1' and answer = 'offered:tablet'")).toBe(24);
		expect(db.prepare('select count(*) as n from sealed_comment').get()).toEqual({ n: 0 });
	});

	it('counts no code among the offers whose month’s answers are lost', async () => {
		const { db, keysFolder } = await given(many(12));
		const batch = { round: round.id, prefix: 'AB', count: 60 };
		codes.make(db, keysFolder, { ...batch, month: '2026-01' });
		codes.make(db, keysFolder, { ...batch, month: '2026-02' });
		boxKeys.destroy({ keysFolder, round: round.id, unit: '2026-01' });
		release(db, keysFolder, '2026-04-10');
		expect(n(db, "unit = '2026-Q1' and answer = 'offered:code'")).toBe(60);
	});

	it('is one with a key of another box too, and one whose row is gone', async () => {
		const { db, keysFolder } = await given(many(12));
		const of = (unit: string) => ({ keysFolder, round: round.id, unit });
		const other = boxKeys.standing(of('2026-05'));
		const file = KeyFile.open(boxKeys.pathOf(of('2026-01')), 'r+');
		file?.remove('2026-01');
		if (other) file?.put('2026-01', other);
		file?.close();
		db.prepare("delete from box where unit = '2026-02'").run();
		expect(release(db, keysFolder, '2026-03-10').map(({ state }) => state)).toEqual([
			'lost',
			'lost'
		]);
	});
});

describe('two that release at once', () => {
	it('find what the other has done, also where one had looked before', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-release-'));
		const [one, other] = [1, 2].map(() => openFile(join(folder, 'live.sqlite')));
		if (!one || !other) throw new Error('there are two');
		const keysFolder = join(folder, 'keys');
		rounds.open(one, keysFolder, round, questionnaire, 500);
		await intake.count(one, keysFolder, many(12), '2026-02-20');
		const { transaction } = Database.prototype;
		vi.spyOn(other, 'transaction').mockImplementationOnce((work) => {
			release(one, keysFolder, '2026-03-10');
			return transaction.call(other, work);
		});
		expect(release(other, keysFolder, '2026-03-10')).toEqual([]);
		expect(states(other)).toMatchObject({ '2026-01': 'carried', '2026-02': 'released' });
		one.close();
		other.close();
	});

	it.each([
		"update unit set state = 'carried' where unit = '2026-02'",
		"update unit set state = 'open', released_on = null where unit = '2026-02'",
		"update unit set released_on = '2026-03-12' where unit = '2026-02'",
		"delete from unit where unit = '2026-02'",
		`insert or replace into unit (round, unit, kind, publishes_on)
		 values ('${round.id}', '2026-02', 'month', '2026-03-10')`,
		"update unit set publishes_on = '2026-04-20' where unit = '2026-04'"
	])('the file itself refuses: %s', async (sql) => {
		const { db, keysFolder } = await given(many(12));
		release(db, keysFolder, '2026-03-10');
		expect(() => db.exec(sql)).toThrow(/stays as it is|never moves/);
	});
});
