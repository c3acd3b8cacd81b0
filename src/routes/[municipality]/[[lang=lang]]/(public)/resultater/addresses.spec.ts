import { expect, it } from 'vitest';
import { breakdownAddress, breakdownIn, unitAddress, unitIn } from './addresses.ts';

it.each(['2026-Q2', '2026-H1', 'round'])('%s is found again by its address', (unit) => {
	expect(unitIn(unitAddress(unit))).toBe(unit);
});

it.each(['team', 'situation', 'meeting-form', 'language'] as const)(
	'%s is found again by its address',
	(name) => expect(breakdownIn(breakdownAddress(name))).toBe(name)
);
