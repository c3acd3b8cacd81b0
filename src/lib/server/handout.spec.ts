import { expect, it } from 'vitest';
import { municipality } from '../../../tests/support/survey.ts';
import { handout } from './handout.ts';
import * as plans from './plan/plans.ts';
import * as sealingKeys from './rounds/sealing-keys.ts';

const [plan] = plans.all();
if (!plan) throw new Error('no plan');
const on = (today: string) => ({ today, demo: false, extraLanguages: [] });

it('hands out what is needed to ask, and nothing about where it came from', async () => {
	const { db, keysFolder, kept } = municipality();
	await sealingKeys.prepare(db, keysFolder, '2026-01-01');
	const given = handout(db, keysFolder, plan, on('2026-02-20'));
	expect(given.rounds.map(({ id, nextFigures }) => [id, nextFigures])).toEqual([
		[kept.round.id, '2026-03-10']
	]);
	expect(given.questionnaires[kept.round.questionnaire]?.items).toHaveLength(3);
	expect(JSON.stringify(given)).not.toContain('privateKey');
	expect(JSON.stringify(given)).not.toContain('passage');
});

it('still names a round that has closed, without its questionnaire', async () => {
	const { db, keysFolder } = municipality();
	await sealingKeys.prepare(db, keysFolder, '2026-01-01');
	const closed = handout(db, keysFolder, plan, on('2026-07-05'));
	expect(closed.rounds).toHaveLength(1);
	expect(closed.questionnaires).toEqual({});
	expect(handout(db, keysFolder, plan, on('2027-07-05')).rounds).toEqual([]);
});
