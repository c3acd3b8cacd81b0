import { expect, it } from 'vitest';
import { municipality, round } from '../../../../tests/support/survey.ts';
import { later, NOW } from '../../../../tests/support/staff.ts';
import * as daily from '../daily.ts';
import * as startCodes from './start-codes.ts';

const chosen = { round: round.id, team: 'nord', label: 'Tablet 3' };

it('starts one tablet, once, however it is typed', () => {
	const { db, keysFolder } = municipality();
	const code = startCodes.make(db, keysFolder, chosen, NOW);
	expect(code).toMatch(/^[2-9A-HJ-NP-TV-Z]{4}-[2-9A-HJ-NP-TV-Z]{4}$/);
	const typed = code.toLowerCase().replace('-', ' ');
	expect(startCodes.use(db, keysFolder, typed, later(29))).toEqual(chosen);
	expect(startCodes.use(db, keysFolder, code, later(29))).toBeUndefined();
});

it('starts nothing when it is wrong or half an hour old', () => {
	const { db, keysFolder } = municipality();
	expect(startCodes.use(db, keysFolder, 'ABCD-EFGH', NOW)).toBeUndefined();
	expect(startCodes.use(db, keysFolder, '', NOW)).toBeUndefined();
	const code = startCodes.make(db, keysFolder, chosen, NOW);
	expect(startCodes.use(db, keysFolder, code, later(30))).toBeUndefined();
	expect(startCodes.use(db, keysFolder, code, NOW)).toBeUndefined();
});

it('is in no copy of the file, and gone from it the day after', () => {
	const { db, keysFolder } = municipality();
	const code = startCodes.make(db, keysFolder, { ...chosen, team: undefined }, NOW);
	const file = db.serialize().toString('latin1');
	expect(file).toContain('Tablet 3');
	for (const form of [code, code.replace('-', '')]) expect(file).not.toContain(form);
	daily.turn(db, keysFolder, '2026-05-21');
	expect(db.prepare('select count(*) from start_code').pluck().get()).toBe(0);
});
