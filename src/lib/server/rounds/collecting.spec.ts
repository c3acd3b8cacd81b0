import { expect, it } from 'vitest';
import { municipality, round } from '../../../../tests/support/survey.ts';
import * as changes from './changes.ts';
import * as collecting from './collecting.ts';

it('names the months that have begun, the newest first, and before the first day the first', () => {
	const months = (today: string) => collecting.months(round, today);
	expect(months('2026-03-15')).toEqual(['2026-03', '2026-02', '2026-01']);
	expect(months('2026-09-01')).toEqual([
		'2026-06',
		'2026-05',
		'2026-04',
		'2026-03',
		'2026-02',
		'2026-01'
	]);
	expect(months('2025-12-20')).toEqual(['2026-01']);
});

it('has codes and paper made before the first day, and answers taken from it on', () => {
	const { db } = municipality();
	const ids = (rounds: { id: string }[]) => rounds.map(({ id }) => id);
	const before = '2025-12-20';
	expect(ids(collecting.sendable(db, before))).toEqual([round.id]);
	expect(ids(collecting.printable(db, before))).toEqual([round.id]);
	expect(ids(collecting.receiving(db, 'paper', before))).toEqual([]);
	expect(ids(collecting.sendable(db, '2026-01-01'))).toEqual([round.id]);
	expect(ids(collecting.receiving(db, 'paper', '2026-01-01'))).toEqual([round.id]);
	// Paper is on its way for thirty days more; codes are not made.
	expect(ids(collecting.sendable(db, '2026-07-15'))).toEqual([]);
	expect(ids(collecting.printable(db, '2026-07-15'))).toEqual([round.id]);
});

it('has nothing made for a round that asks otherwise, or was stopped', () => {
	const { db } = municipality({ channels: ['tablet'] });
	expect(collecting.sendable(db, '2025-12-20')).toEqual([]);
	expect(collecting.printable(db, '2025-12-20')).toEqual([]);
	const stopped = municipality();
	changes.stop(stopped.db, round.id, { reason: 'Nok svar', today: '2026-02-01' });
	expect(collecting.sendable(stopped.db, '2026-02-02')).toEqual([]);
});
