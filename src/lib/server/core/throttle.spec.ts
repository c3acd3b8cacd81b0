import { beforeEach, describe, expect, it } from 'vitest';
import * as throttle from './throttle.ts';

const limit = { limit: 10, perSeconds: 900 };
const NOW = Date.UTC(2026, 4, 20);

describe('a throttle', () => {
	beforeEach(throttle.forgetAll);

	it('lets the limit through and then says how long to wait', () => {
		for (let n = 0; n < 10; n++) expect(throttle.take('key', limit, NOW)).toBe(0);
		expect(throttle.take('key', limit, NOW)).toBe(90);
		expect(throttle.take('another', limit, NOW)).toBe(0);
	});

	it('does not move the wait when one goes on trying', () => {
		for (let n = 0; n < 10; n++) throttle.take('key', limit, NOW);
		for (let second = 0; second < 89; second++) {
			expect(throttle.take('key', limit, NOW + second * 1000)).toBeGreaterThan(0);
		}
		expect(throttle.take('key', limit, NOW + 91_000)).toBe(0);
	});

	it('gives a right try back, and never more than the limit', () => {
		for (let n = 0; n < 10; n++) throttle.take('key', limit, NOW);
		throttle.giveBack('key', limit, NOW);
		expect(throttle.take('key', limit, NOW)).toBe(0);
		for (let n = 0; n < 20; n++) throttle.giveBack('key', limit, NOW);
		for (let n = 0; n < 10; n++) expect(throttle.take('key', limit, NOW)).toBe(0);
		expect(throttle.isOut('key', limit, NOW)).toBe(true);
	});

	it('forgets what was tried longest ago when strangers fill it, not what is being tried', () => {
		for (let n = 0; n < 10; n++) throttle.take('attacked', limit, NOW);
		for (let n = 0; n < throttle.BUCKETS_MAX; n++) {
			throttle.take(`stranger ${n}`, limit, NOW);
			if (n % 1000 === 0) throttle.take('attacked', limit, NOW);
		}
		expect(throttle.isOut('attacked', limit, NOW)).toBe(true);
		expect(throttle.isOut('stranger 0', { limit: 1, perSeconds: 900 }, NOW)).toBe(false);
	});
});
