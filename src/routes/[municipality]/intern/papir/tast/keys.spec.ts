import { expect, it } from 'vitest';
import { answerOf, keyOf } from './keys.ts';

it('reads the paper from left to right', () => {
	expect(['1', '5', 'P', 'f', '0', 'x', 'Enter'].map(answerOf)).toEqual([
		5,
		1,
		'na',
		'unclear',
		'',
		undefined,
		undefined
	]);
	expect(([5, 1, 'na', ''] as const).map(keyOf)).toEqual(['1', '5', 'p', '0']);
});
