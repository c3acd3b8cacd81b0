import { describe, expect, it } from 'vitest';
import { municipality, questionnaire, round } from '../../../../tests/support/survey.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import * as plans from '../plan/plans.ts';
import * as rounds from './rounds.ts';

describe('opening a round', () => {
	it('makes a key and an empty box for every unit, and announces every day', () => {
		const { db, keysFolder } = municipality();
		const units = rounds.units(db, round.id);
		expect(units.map(({ unit }) => unit).sort()).toEqual(
			[
				'2026-01',
				'2026-02',
				'2026-03',
				'2026-04',
				'2026-05',
				'2026-06',
				'2026-H1',
				'2026-Q1',
				'2026-Q2',
				'round'
			].sort()
		);
		for (const { unit } of units) {
			expect(boxKeys.standing({ keysFolder, round: round.id, unit })).toBeDefined();
		}
		expect(units.find(({ unit }) => unit === '2026-Q1')?.publishesOn).toBe('2026-04-10');
		expect(units.find(({ unit }) => unit === 'round')?.publishesOn).toBe('2026-07-31');
	});

	it.each([
		[
			'under 28 days',
			{ id: 'ny', prefix: 'CD', opensOn: '2026-08-01', closesOn: '2026-08-27' },
			500,
			'too-short'
		],
		['under 50 invitations', { id: 'ny', prefix: 'CD' }, 49, 'too-few-invitations'],
		['the same questionnaire at the same time', { id: 'ny', prefix: 'CD' }, 500, 'overlaps'],
		['a name that is taken', { prefix: 'CD' }, 500, 'id-taken'],
		['a prefix that is taken', { id: 'ny' }, 500, 'prefix-taken']
	])('refuses %s', (_, changed, invitations, reason) => {
		const { db, keysFolder } = municipality();
		const opened = rounds.open(
			db,
			keysFolder,
			{ ...round, ...changed },
			questionnaire,
			invitations
		);
		expect(opened).toEqual({ ok: false, reason });
		expect(rounds.list(db)).toHaveLength(1);
	});
});

it('never makes a team under four caseworkers a category', () => {
	for (const plan of plans.all()) {
		const team = rounds.breakdownsOf(plan, 'quarter').find(({ name }) => name === 'team');
		for (const category of team?.categories ?? []) {
			const counted = plan.teams.filter(({ id }) => (team?.merged?.[id] ?? id) === category);
			const caseworkers = counted.reduce((sum, each) => sum + each.caseworkers, 0);
			expect(category === 'unknown' || caseworkers >= 4).toBe(true);
		}
	}
});
