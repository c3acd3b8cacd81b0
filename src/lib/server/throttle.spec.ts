import { expect, it } from 'vitest';
import * as throttle from './throttle.ts';

const limit = { limit: 3, perSeconds: 60 };

it('lets three tries through, then asks to wait for the next to refill', () => {
	expect([0, 0, 0, 0].map((at) => throttle.take('a', limit, at))).toEqual([0, 0, 0, 20]);
	expect(throttle.take('a', limit, 20_000)).toBe(0);
	expect(throttle.take('a', limit, 20_000)).toBe(20);
});

it('tells that no try is left without taking one', () => {
	for (let tries = 0; tries < 3; tries += 1) {
		expect(throttle.isOut('b', limit, 0)).toBe(false);
		throttle.take('b', limit, 0);
	}
	expect(throttle.isOut('b', limit, 0)).toBe(true);
	expect(throttle.isOut('another', limit, 0)).toBe(false);
});
