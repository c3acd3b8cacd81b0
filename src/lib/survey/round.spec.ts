import { expect, it } from 'vitest';
import { categoryOf, isOpen, months, publishesOn } from './round.ts';

const round = { opensOn: '2026-01-15', closesOn: '2026-04-20' };

it('is open on its first and last day', () => {
	expect(
		['2026-01-14', '2026-01-15', '2026-04-20', '2026-04-21'].map((day) => isOpen(round, day))
	).toEqual([false, true, true, false]);
});

it('publishes a month on the tenth of the next, and the last when nothing can come any more', () => {
	expect(months(round).map((month) => publishesOn(round, month))).toEqual([
		'2026-02-10',
		'2026-03-10',
		'2026-04-10',
		'2026-05-21'
	]);
});

it('counts a merged team with its host, and the unheard-of as unknown', () => {
	const teams = {
		name: 'team' as const,
		unit: 'quarter' as const,
		categories: ['nord', 'unknown'],
		merged: { lille: 'nord' }
	};
	expect(['nord', 'lille', 'syd', undefined].map((said) => categoryOf(teams, said))).toEqual([
		'nord',
		'nord',
		'unknown',
		'unknown'
	]);
});
