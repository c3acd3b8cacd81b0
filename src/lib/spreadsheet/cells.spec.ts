import { expect, it } from 'vitest';
import { dayFrom, monthFrom, wholeNumberFrom } from './cells.ts';

it.each([
	['2026-03-01', '2026-03-01'],
	['20260301', '2026-03-01'],
	['2026/03/01', '2026-03-01'],
	['01-03-2026', '2026-03-01'],
	['1/3/2026', '2026-03-01'],
	['1. 3. 2026', '2026-03-01'],
	['1.3.2026 00:00:00', '2026-03-01'],
	['01-03-2026 kl. 10.15', '2026-03-01'],
	['2026-03-01T08:30:00Z', '2026-03-01'],
	['2026-03-01 00:00:00.000', '2026-03-01'],
	['2026-03-01T23:30:00.1234567+02:00', '2026-03-01'],
	['2026-03-01T08:30-0500', '2026-03-01'],
	['01.03.2026 08:30:00,5', '2026-03-01'],
	['29.2.2024', '2024-02-29'],
	['31.4.2026', undefined],
	['3/2026', undefined],
	['10203040', undefined],
	['', undefined]
])('reads the date %s', (typed, expected) => expect(dayFrom(typed)).toBe(expected));

it.each([
	['2026-03', '2026-03'],
	['2026-3', '2026-03'],
	['03-2026', '2026-03'],
	['3/2026', '2026-03'],
	['marts 2026', '2026-03'],
	['Maj 2026', '2026-05'],
	['okt-26', '2026-10'],
	['2026-03-01 00:00:00', '2026-03'],
	['01-03-2026', '2026-03'],
	['2026-13', undefined],
	['03-26', undefined],
	['tit 2026', undefined]
])('reads the month %s', (typed, expected) => expect(monthFrom(typed)).toBe(expected));

it.each([
	['1.240', 1240],
	[' 12 ', 12],
	['0', 0],
	['-3', undefined],
	['12,5', undefined],
	['1.24', undefined],
	['1 240', 1240],
	['1\u00a0240', 1240],
	['12.345.678', 12345678],
	['007', 7],
	['0.125', undefined],
	['000.001', undefined],
	['0 125', undefined],
	['45 50', undefined],
	['1,240', undefined],
	['12¹', undefined],
	['１２', undefined],
	['12 %', undefined],
	['', undefined]
])('reads the whole number %s', (typed, expected) => expect(wholeNumberFrom(typed)).toBe(expected));
