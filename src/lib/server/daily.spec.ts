import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { many, municipality, round } from '../../../tests/support/survey.ts';
import * as daily from './daily.ts';
import type { Db } from './core/database.ts';
import * as boxKeys from './core/moving-keys/box-keys.ts';
import * as intake from './intake/intake.ts';
import * as unopened from './rounds/unopened.ts';

const fieldwork = (db: Db, dimension: string) =>
	Object.fromEntries(
		db
			.prepare<[string], { category: string; answer: string; n: number }>(
				'select category, answer, n from fieldwork where dimension = ? and n > 0'
			)
			.all(dimension)
			.map(({ category, answer, n }) => [`${category} ${answer}`.trim(), n])
	);

it('shows yesterday’s open counts rounded down to five, not crossed, and no other day’s', async () => {
	const { db, keysFolder } = municipality();
	const given = [
		...many(13, { team: 'nord' }),
		...many(9, { team: 'syd', outcome: 'declined', answers: {} }),
		...many(7, { team: 'syd', outcome: 'not-offered', reason: 'no-time', answers: {} }),
		...many(6, { channel: 'open' })
	];
	await intake.count(db, keysFolder, given, '2026-02-20');
	daily.turn(db, keysFolder, '2026-02-21');
	expect(fieldwork(db, '')).toEqual({
		answered: 10,
		declined: 5,
		'not-offered': 5,
		'open answered': 5,
		'tablet-offered': 20
	});
	expect(fieldwork(db, 'team')).toEqual({
		'nord answered': 10,
		'nord tablet-offered': 10,
		'syd declined': 5,
		'syd not-offered': 5,
		'syd tablet-offered': 5
	});
	expect(fieldwork(db, 'channel')).toEqual({ 'tablet answered': 10 });

	await intake.count(db, keysFolder, many(20, { team: 'nord' }), '2026-02-21');
	daily.turn(db, keysFolder, '2026-02-21');
	expect(fieldwork(db, '').answered).toBe(10);
	daily.turn(db, keysFolder, '2026-02-22');
	expect(fieldwork(db, '').answered).toBe(30);
});

it('destroys a released box’s key after the next verified backup, and after seven days at the latest', async () => {
	const { db, keysFolder } = municipality();
	const key = (unit: string) =>
		boxKeys.standing({ keysFolder, round: round.id, unit }) !== undefined;
	await intake.count(db, keysFolder, many(12), '2026-02-20');
	daily.turn(db, keysFolder, '2026-03-10');
	expect(key('2026-02')).toBe(true);
	daily.turn(db, keysFolder, '2026-03-16');
	expect(key('2026-02')).toBe(true);
	daily.turn(db, keysFolder, '2026-03-17');
	expect([key('2026-02'), key('2026-03')]).toEqual([false, true]);

	await intake.count(db, keysFolder, many(12, { answeredOn: '2026-03-20' }), '2026-03-20');
	daily.turn(db, keysFolder, '2026-04-10');
	db.prepare("insert into backup (day, verified) values ('2026-04-11', 1)").run();
	daily.turn(db, keysFolder, '2026-04-12');
	expect([key('2026-03'), key('2026-04')]).toEqual([false, true]);
});

it('catches up with every month that it slept through', async () => {
	const { db, keysFolder } = municipality();
	await intake.count(db, keysFolder, many(12), '2026-02-20');
	const released = daily.turn(db, keysFolder, '2027-01-01');
	expect(released.filter(({ state }) => state === 'released').map(({ unit }) => unit)).toContain(
		'2026-02'
	);
	expect(db.prepare("select count(*) as n from unit where state = 'open'").get()).toEqual({ n: 0 });
	expect(daily.turn(db, keysFolder, '2027-01-02')).toEqual([]);
});

it('destroys once more what a copy of the keys has brought back', async () => {
	const { db, keysFolder } = municipality();
	await intake.count(db, keysFolder, many(12), '2026-02-20');
	const at = { keysFolder, round: round.id, unit: '2026-02' };
	const copy = readFileSync(boxKeys.pathOf(at));
	daily.turn(db, keysFolder, '2026-03-10');
	daily.turn(db, keysFolder, '2026-03-17');
	writeFileSync(boxKeys.pathOf(at), copy);
	expect(boxKeys.standing(at)).toBeDefined();
	daily.turn(db, keysFolder, '2026-03-18');
	expect(boxKeys.standing(at)).toBeUndefined();
});

it('goes on where a unit cannot be opened, and says so once in the log', async () => {
	const { db, keysFolder } = municipality();
	await intake.count(db, keysFolder, many(12), '2026-02-20');
	boxKeys.destroy({ keysFolder, round: round.id, unit: '2026-01' });
	daily.turn(db, keysFolder, '2026-02-09');
	expect(unopened.list(db, keysFolder)).toMatchObject([{ unit: '2026-01', state: 'missing' }]);
	daily.turn(db, keysFolder, '2026-02-21');
	daily.turn(db, keysFolder, '2026-02-22');
	expect(fieldwork(db, '')).toMatchObject({ answered: 10 });
	expect(unopened.list(db, keysFolder)).toMatchObject([{ unit: '2026-01', state: 'lost' }]);
	expect(unopened.news(db, keysFolder, '2026-03-23')).toHaveLength(1);
	expect(unopened.news(db, keysFolder, '2026-03-24')).toEqual([]);
	const log = db.prepare("select about from audit where what = 'unit-lost'").pluck().all();
	expect(log).toEqual([`${round.id} 2026-01`]);
});
