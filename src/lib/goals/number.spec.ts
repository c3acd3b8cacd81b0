import { expect, it } from 'vitest';
import { readNumber } from './number.ts';

it.each([
	['12', 12],
	['12,5', 12.5],
	['12,50 %', 12.5],
	['1.234', 1234],
	['1.234,5', 1234.5],
	['12.345.678,25', 12345678.25],
	['12.3', 12.3],
	['1234.56', 1234.56],
	['1.2345', 1.2345],
	['1 234,5', 1234.5],
	['1 234', 1234],
	['1 234 kr.', 1234],
	['29,1 uger', 29.1],
	['18 uge', 18],
	['-0,4', -0.4],
	['−0,4', -0.4],
	['–3', -3],
	['+2', 2],
	["'7", 7],
	['0', 0],
	['0,0', 0]
])('reads %s', (written, value) => expect(readNumber(written)).toEqual({ ok: true, value }));

it.each(['', ' ', '-', '–', '.', '..', '…', ':', 'x', ' .. '])('takes %j for no value', (written) =>
	expect(readNumber(written)).toEqual({ ok: true, value: null })
);

it.each(['tolv', '1,2,3', '1.23,4', '12.34.567', '3-4', '1e5', 'Infinity', '0x10', '1'.repeat(16)])(
	'does not guess at %s',
	(written) => expect(readNumber(written)).toEqual({ ok: false })
);
