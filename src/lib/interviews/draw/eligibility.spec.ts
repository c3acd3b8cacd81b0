import { describe, expect, it } from 'vitest';
import { isEligible, monthsOn } from './eligibility.ts';

const halfYear = { rule: 'course-months', months: 6 } as const;
const fourWeeks = { rule: 'talk-weeks', weeks: 4 } as const;

describe('a course of six months', () => {
	it.each<[string, string, string | undefined, string, boolean]>([
		['the day before', '2026-01-15', undefined, '2026-07-14', false],
		['the day itself', '2026-01-15', undefined, '2026-07-15', true],
		['over a new year, the day before', '2025-08-01', undefined, '2026-01-31', false],
		['over a new year', '2025-08-01', undefined, '2026-02-01', true],
		['from the last of August, the day before', '2025-08-31', undefined, '2026-02-27', false],
		[
			'from the last of August to the last of February',
			'2025-08-31',
			undefined,
			'2026-02-28',
			true
		],
		[
			'from the 29th of August to the last of February',
			'2025-08-29',
			undefined,
			'2026-02-28',
			true
		],
		['to the 28th in a leap year', '2027-08-31', undefined, '2028-02-28', false],
		['to the leap day', '2027-08-31', undefined, '2028-02-29', true],
		['to the leap day from its own day', '2027-08-29', undefined, '2028-02-29', true],
		['from the leap day, the day before', '2028-02-29', undefined, '2028-08-28', false],
		['from the leap day', '2028-02-29', undefined, '2028-08-29', true],
		['from the 31st into a month of thirty', '2026-03-31', undefined, '2026-09-30', true],
		['from the 30th into one of thirty-one', '2026-04-30', undefined, '2026-10-30', true],
		['over the turn to summer time', '2025-10-15', undefined, '2026-04-15', true],
		['one that has ended, and lasted', '2024-01-10', '2024-07-10', '2026-05-20', true],
		['one that has ended a day too soon', '2024-01-10', '2024-07-09', '2026-05-20', false],
		['one that ends later than today', '2025-11-20', '2026-12-31', '2026-05-20', true],
		['one that ends later, and is too young', '2025-11-21', '2026-12-31', '2026-05-20', false],
		['one that has not begun', '2026-06-01', undefined, '2026-05-20', false]
	])('%s: from %s to %s, on %s', (_, start, end, on, expected) => {
		expect(isEligible({ start, ...(end && { end }) }, halfYear, on)).toBe(expected);
	});
});

describe('a talk within four weeks', () => {
	it.each([
		['2026-05-20', true],
		['2026-04-22', true],
		['2026-04-21', false],
		['2026-05-21', false]
	])('%s', (start, expected) => {
		expect(isEligible({ start }, fourWeeks, '2026-05-20')).toBe(expected);
	});
});

it('goes to a month’s last day where the day itself is missing', () => {
	expect(monthsOn('2026-01-31', 1)).toBe('2026-02-28');
	expect(monthsOn('2026-12-31', 12)).toBe('2027-12-31');
});
