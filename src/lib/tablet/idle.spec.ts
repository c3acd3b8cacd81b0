import { expect, it } from 'vitest';
import { idleAfter } from './idle.ts';

it.each([
	[0, { is: 'in-use' }],
	[59.9, { is: 'in-use' }],
	[60, { is: 'asking', secondsLeft: 20 }],
	[60.4, { is: 'asking', secondsLeft: 20 }],
	[79.5, { is: 'asking', secondsLeft: 1 }],
	[80, { is: 'over' }],
	// The screen slept.
	[90_000, { is: 'over' }]
])('after %f seconds', (seconds, meaning) => {
	expect(idleAfter(seconds)).toEqual(meaning);
});
