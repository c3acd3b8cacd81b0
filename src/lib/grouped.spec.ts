import { expect, it } from 'vitest';
import { grouped } from './grouped.ts';

it('groups in the order of the first of each', () => {
	expect([...grouped([3, 1, 2, 5], (n) => n % 2)]).toEqual([
		[1, [3, 1, 5]],
		[0, [2]]
	]);
});
