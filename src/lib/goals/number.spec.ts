import { expect, it } from 'vitest';
import { pointIn, readNumber, unitIn } from './number.ts';

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
	['- 3', -3],
	['0', 0],
	['0,0', 0],
	['0,125', 0.125],
	['0.5', 0.5],
	['0.1250', 0.125],
	['12 345 678', 12345678],
	['1\u00a0234', 1234],
	['1\u2009234,5', 1234.5],
	['1\u202f234', 1234],
	['\u200e45\ufeff', 45],
	['１２，５', 12.5],
	['45 procent', 45],
	['45 pct', 45],
	['1.200 kroner', 1200]
])('reads %s', (written, value) => expect(readNumber(written)).toEqual({ ok: true, value }));

it.each(['', ' ', '-', '–', '.', '..', '…', ':', 'x', ' .. '])('takes %j for no value', (written) =>
	expect(readNumber(written)).toEqual({ ok: true, value: null })
);

it.each([
	...['tolv', '1,2,3', '1.23,4', '12.34.567', '3-4', '1e5', 'Infinity', '0x10', '1'.repeat(16)],
	// Thousands do not begin with a nought: 125 or an eighth?
	...['0.125', '0.500', '00.125', '-0.125', '012.345', '0.125.000', '0 125', '0.125 %'],
	// A footnote is no figure, and neither is a fraction.
	...['12,5¹', '1.234²', '12,5₁', '½', '12½', '①', 'Ⅻ', '¹', '12,5*', '12,5 ¹'],
	// A space parts thousands alone.
	...[
		'45 50',
		'4 5',
		'1 23',
		'1234 567',
		'1 234 56',
		'1.234 567',
		'12, 5',
		'12 ,5',
		'1  234',
		'1\t234'
	],
	// The English way of writing, where it can be no other.
	...['1,234.5', '1,234,567', '1,234,567.8'],
	// A unit without a number, and units that are none of ours.
	...['%', 'kr.', ' uger', "'", '12 mio. kr.', '12,5 ‰', '12 %%', '12 % kr.', '12 % 3']
])('does not guess at %j', (written) => expect(readNumber(written)).toEqual({ ok: false }));

it('knows the unit behind a number, and which way its point is used', () => {
	expect(['12 %', '12pct.', '12 uger', '1 uge', '12 kr.', '12', '%', 'kr. 12'].map(unitIn)).toEqual(
		[...['per-cent', 'per-cent', 'weeks', 'weeks', 'kroner'], ...[undefined, undefined, undefined]]
	);
	expect(
		['12.3', '1234.567', '0.5 %', '1.234', '1,234', '12,5', '1.234,5', '12'].map(pointIn)
	).toEqual([
		...['decimal', 'decimal', 'decimal', 'either', 'either'],
		...[undefined, undefined, undefined]
	]);
});
