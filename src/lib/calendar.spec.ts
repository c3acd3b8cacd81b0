import { expect, it } from 'vitest';
import * as calendar from './calendar.ts';

it('knows the Danish day where the server’s clock says another', () => {
	expect(calendar.today(new Date('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
	expect(calendar.today(new Date('2026-01-01T22:30:00Z'))).toBe('2026-01-01');
});

it('adds days and months over ends of months, years and leap days', () => {
	expect(calendar.addDays('2024-02-28', 1)).toBe('2024-02-29');
	expect(calendar.addDays('2026-12-31', 1)).toBe('2027-01-01');
	expect(calendar.addMonths('2026-01', -2)).toBe('2025-11');
	expect(calendar.lastDay('2024-02')).toBe('2024-02-29');
	expect(calendar.daysBetween('2026-03-28', '2026-03-30')).toBe(2);
});

it('lists the months between two days, both ends included', () => {
	expect(calendar.monthsBetween('2025-11-30', '2026-01-01')).toEqual([
		'2025-11',
		'2025-12',
		'2026-01'
	]);
});

it.each([
	['month', '2026-05'],
	['quarter', '2026-Q2'],
	['half-year', '2026-H1'],
	['round', 'round']
] as const)('names the %s that May belongs to', (kind, name) => {
	expect(calendar.unitOf(kind, '2026-05')).toBe(name);
});
