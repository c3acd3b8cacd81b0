import { describe, expect, it } from 'vitest';
import { many, municipality, round } from '../../../../tests/support/survey.ts';
import type { Plan } from '../../plan/plan.ts';
import * as codes from '../rounds/codes.ts';
import * as daily from '../daily.ts';
import * as progress from './progress.ts';
import * as intake from '../intake/intake.ts';
import * as plans from '../plan/plans.ts';

const shipped = plans.find('stevns') as Plan;
const plan: Plan = {
	...shipped,
	teams: ['nord', 'syd', 'vest'].map((id) => ({
		id,
		name: { da: id.toUpperCase() },
		caseworkers: 5
	}))
};

describe('how it goes in the field', () => {
	it('says by team what was offered and, in fives, what was answered', async () => {
		const { db, keysFolder } = municipality();
		codes.handOutPaper(db, { round: round.id, team: 'nord', month: '2026-02', count: 30 });
		codes.handOutPaper(db, { round: round.id, team: 'syd', month: '2026-02', count: 12 });
		const answers = [
			...many(13, { channel: 'paper', team: 'nord' }),
			...many(7, { channel: 'tablet', team: 'nord' }),
			...many(8, { channel: 'paper', team: 'syd' })
		];
		await intake.count(db, keysFolder, answers, '2026-02-20');
		daily.turn(db, keysFolder, '2026-02-21');
		expect(progress.inTheField(db, plan, '2026-02-21')).toEqual([
			{
				round: { id: round.id, name: 'Forår 2026', closesOn: '2026-06-30' },
				day: '2026-02-21',
				teams: [
					{ name: 'NORD', offered: 35, answered: 20, rate: { k: 20, n: 35 } },
					// Twelve forms are too few for a share of them.
					{ name: 'SYD', offered: 12, answered: 5, rate: null }
				]
			}
		]);
	});

	it('leaves out what is released: those offers are in the results', async () => {
		const { db, keysFolder } = municipality();
		codes.handOutPaper(db, { round: round.id, team: 'nord', month: '2026-01', count: 40 });
		await intake.count(
			db,
			keysFolder,
			many(25, { channel: 'paper', team: 'nord', answeredOn: '2026-01-10' }),
			'2026-01-20'
		);
		daily.turn(db, keysFolder, '2026-01-31');
		expect(progress.inTheField(db, plan, '2026-01-31')[0]?.teams[0]?.offered).toBe(40);
		daily.turn(db, keysFolder, '2026-02-10');
		expect(progress.inTheField(db, plan, '2026-02-10')[0]?.teams).toEqual([]);
	});

	it('says nothing before the first turn of the day, nor long after the end', () => {
		const { db, keysFolder } = municipality();
		expect(progress.inTheField(db, plan, '2026-02-20')).toEqual([]);
		daily.turn(db, keysFolder, '2026-08-15');
		expect(progress.inTheField(db, plan, '2026-08-15')).toEqual([]);
	});

	it('knows the next days, the soonest first', () => {
		const { db } = municipality();
		const days = progress
			.coming(db, '2026-06-10')
			.map(({ day, what, unit }) => `${day} ${what} ${unit}`);
		// February to May are due and wait for the day's turn: what is announced for today is not to come.
		expect(days.slice(0, 2)).toEqual(['2026-06-30 closes ', '2026-07-31 publishes 2026-06']);
		expect(progress.coming(db, '2025-12-01')[0]).toMatchObject({
			what: 'opens',
			day: '2026-01-01'
		});
	});
});
