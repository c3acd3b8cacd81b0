import { expect, it } from 'vitest';
import { municipality, round, submission } from '../../../../tests/support/survey.ts';
import * as codes from '../rounds/codes.ts';
import * as daily from '../daily.ts';
import * as fieldwork from './fieldwork.ts';
import * as intake from '../intake/intake.ts';

const K = 10;
const shown = (invited: number) =>
	Array.from({ length: invited + 1 }, (_, used) => fieldwork.usedShown(invited, used, K));

it('never says that every code is used, nor that none is', () => {
	for (const invited of [50, 53, 55, 60, 137, 300]) {
		const numbers = shown(invited);
		// Each number that may be shown stands for at least five different truths, and the highest leaves five in doubt.
		for (const said of new Set(numbers)) {
			expect(numbers.filter((n) => n === said).length).toBeGreaterThanOrEqual(5);
		}
		expect(numbers.lastIndexOf(0)).toBe(K - 1);
		expect(invited - Math.max(...numbers)).toBeGreaterThanOrEqual(5);
		expect(numbers.every((n) => n % 5 === 0 && (n === 0 || n >= K))).toBe(true);
	}
});

it('says nothing of a sending that one person could make up', () => {
	expect(new Set(shown(49))).toEqual(new Set([0]));
	expect(fieldwork.usedShown(300, 12, 15)).toBe(0);
});

it('tells a month’s codes together, whatever the team and batch, at the day’s turn alone', async () => {
	const { db, keysFolder } = municipality();
	const batch = { round: round.id, prefix: 'AB', month: '2026-02', count: 30 };
	const nord = codes.make(db, keysFolder, { ...batch, team: 'nord' });
	const syd = codes.make(db, keysFolder, { ...batch, team: 'syd' });
	const answer = (code: string) => submission({ channel: 'code', code });
	const sending = () =>
		fieldwork.read(db, round.id)?.rows.filter(({ dimension }) => dimension === 'sending');
	await intake.count(
		db,
		keysFolder,
		[...nord.slice(0, 14), ...syd.slice(0, 3)].map(answer),
		'2026-02-20'
	);
	daily.turn(db, keysFolder, '2026-02-20');
	expect(sending()).toEqual([{ dimension: 'sending', category: '2026-02', answer: 'used', n: 15 }]);
	await intake.count(db, keysFolder, syd.slice(3, 20).map(answer), '2026-02-20');
	daily.turn(db, keysFolder, '2026-02-20');
	expect(sending()?.[0]?.n).toBe(15);
	daily.turn(db, keysFolder, '2026-02-21');
	expect(sending()?.[0]?.n).toBe(30);
	daily.turn(db, keysFolder, '2026-07-31');
	expect(sending()).toBeUndefined();
});

it('reads nothing before the first turn', () => {
	const { db } = municipality();
	expect(fieldwork.read(db, round.id)).toBeUndefined();
});
