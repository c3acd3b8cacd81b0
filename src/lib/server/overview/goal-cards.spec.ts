import { expect, it } from 'vitest';
import { someone } from '../../../../tests/support/staff.ts';
import { openFile } from '../core/database.ts';
import { enter } from '../goals/figures.ts';
import * as initiatives from '../goals/initiatives.ts';
import * as plans from '../plan/plans.ts';
import { cards } from './overview.ts';

const vejen = plans.find('vejen')!;
const TODAY = '2024-10-20';

it('what is late stands first for the leader, and what turned remarkable this month beside it', async () => {
	const db = openFile(':memory:');
	const told = async (role: 'leader' | 'chair') => {
		const { user } = await someone(db, { name: `${role}-${Math.random()}`, roles: [role] });
		return cards({ db, plan: vejen, keysFolder: '' }, user, TODAY);
	};
	expect((await told('chair')).map(({ card }) => card)).not.toContain('goals');
	const values = [30, 31, 29, 30, 31, 30, 29, 30, 31, 29, 30, 31, 30, 29, 30, 31, 30, 31, 30, 44];
	const entries = values.map((value, at) => ({
		goal: 'sick-leave-weeks',
		measure: 'figure',
		period: `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
		value,
		delivered: String(value),
		source: 'Jobindsats',
		retrievedOn: '2024-10-10'
	}));
	expect(enter(db, vejen, entries, { way: 'typed', by: null, today: '2024-10-10' }).ok).toBe(true);
	const begun = initiatives.begin(
		db,
		{ kind: 'theme' },
		{
			heard: 'Brevet',
			does: 'Skriv det om',
			why: null,
			owner: null,
			due: '2024-10-01',
			next: null,
			isPublic: false
		},
		{ by: null, today: '2024-09-01' }
	);
	expect(begun.ok).toBe(true);
	const all = await told('leader');
	expect(all[0]).toMatchObject({
		card: 'initiatives',
		waits: true,
		values: { late: 1, first: 'Skriv det om', due: '1. oktober 2024' }
	});
	expect(all.find(({ card }) => card === 'goals')).toMatchObject({
		waits: true,
		values: { remarkable: expect.any(Number) as number }
	});
	expect(all.find(({ card }) => card === 'figures')).toMatchObject({ values: { state: 'typed' } });
	// The chair is told, and nothing awaits them.
	expect((await told('chair')).find(({ card }) => card === 'initiatives')?.waits).toBe(false);
});
