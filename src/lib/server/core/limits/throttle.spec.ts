import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readSources } from '../../../../../tests/support/sources.ts';
import * as throttle from './throttle.ts';

const NOW = Date.UTC(2026, 4, 20);
const at = (seconds: number) => ({ now: NOW + seconds * 1000 });
const { LIMITS, take, giveBack } = throttle;

beforeEach(throttle.forgetAll);

describe('a throttle', () => {
	it('lets the limit through and then says how long to wait', () => {
		for (let n = 0; n < 10; n++) expect(take('account', 'key', at(0))).toBe(0);
		expect(take('account', 'key', at(0))).toBe(90);
		expect(take('account', 'another', at(0))).toBe(0);
		expect(take('account', 'key', { ...at(0), place: 'vejen' })).toBe(0);
		expect(take('known-browser', 'key', at(0))).toBe(0);
	});

	it('says the seconds to the next try, and not the whole of its time', () => {
		for (let n = 0; n < 30; n++) take('wrong-codes', 'key', at(0));
		expect(take('wrong-codes', 'key', at(0))).toBe(120);
		expect(take('wrong-codes', 'key', at(119))).toBe(1);
		expect(take('wrong-codes', 'key', at(120))).toBe(0);
	});

	it('does not move the wait when one goes on trying', () => {
		for (let n = 0; n < 10; n++) take('account', 'key', at(0));
		for (let second = 0; second < 89; second++) {
			expect(take('account', 'key', at(second))).toBeGreaterThan(0);
		}
		expect(take('account', 'key', at(91))).toBe(0);
	});

	it('holds nobody off for as long as a clock was set back, and lets nobody in for being set on', () => {
		for (const back of [300, 3_600, 86_400]) {
			throttle.forgetAll();
			for (const name of Object.keys(LIMITS) as throttle.Name[]) {
				const { limit, perSeconds } = LIMITS[name];
				take(name, '192.0.2.1', at(0));
				expect([name, take(name, '192.0.2.2', at(-back))]).toEqual([name, 0]);
				if (limit > 1) expect([name, take(name, '192.0.2.1', at(-back))]).toEqual([name, 0]);
				for (let n = 0; n < limit; n++) take(name, '192.0.2.1', at(-back));
				expect(take(name, '192.0.2.1', at(-back))).toBeLessThanOrEqual(perSeconds);
			}
		}
		vi.useFakeTimers({ toFake: ['Date'], now: NOW });
		for (let n = 0; n < 10; n++) take('account', 'another');
		const waits = take('account', 'another');
		for (const days of [-1, 1]) {
			vi.setSystemTime(NOW + days * 86_400_000);
			expect(take('account', 'another')).toBe(waits);
		}
		vi.useRealTimers();
	});

	it('gives a right try back, and never more than the limit', () => {
		for (let n = 0; n < 10; n++) take('account', 'key', at(0));
		giveBack('account', 'key', at(0));
		expect(take('account', 'key', at(0))).toBe(0);
		for (let n = 0; n < 20; n++) giveBack('account', 'key', at(0));
		for (let n = 0; n < 10; n++) expect(take('account', 'key', at(0))).toBe(0);
		expect(take('account', 'key', at(0))).toBeGreaterThan(0);
	});

	it('forgets what was tried longest ago when strangers fill it, not what is being tried', () => {
		for (let n = 0; n < 10; n++) take('account', 'attacked', at(0));
		for (let n = 0; n < throttle.BUCKETS_MAX; n++) {
			take('account', `stranger ${n}`, at(0));
			if (n % 1000 === 0) take('account', 'attacked', at(0));
		}
		expect(take('account', 'attacked', at(0))).toBeGreaterThan(0);
	});
});

describe('what all have together', () => {
	const shared = Object.keys(LIMITS).filter((name) => 'total' in LIMITS[name as throttle.Name]);

	it.each(shared as throttle.Name[])(
		'%s: is never more, and whoever comes new finds room',
		(name) => {
			const limit = LIMITS[name] as { limit: number; total: { limit: number } };
			let taken = 0;
			for (let turn = 0; turn < limit.limit; turn++) {
				for (let network = 0; network < 60; network++) {
					if (take(name, `flood ${network}`, at(0)) === 0) taken++;
				}
			}
			expect(taken).toBeLessThan(limit.total.limit);
			expect(take(name, 'a library', at(0))).toBe(0);
			expect(take(name, 'flood 1', at(0))).toBeGreaterThan(0);
			expect(take(name, 'flood 1', { ...at(0), place: 'vejen' })).toBe(0);
		}
	);

	it('leaves half of it to others whatever one provider’s network sends', () => {
		const { total } = LIMITS['new-shares'];
		let taken = 0;
		for (let n = 0; n < 1000; n++) {
			if (take('new-shares', `2001:db8:1:${n.toString(16)}`, at(0)) === 0) taken++;
		}
		expect(taken).toBe(total.limit / 2);
		expect(take('new-shares', '2001:db8:2:0', at(0))).toBe(0);
		expect(take('new-shares', '192.0.2.1', at(0))).toBe(0);
	});

	it('is given back together with one’s own', () => {
		const total = LIMITS['sign-in'].total.limit;
		for (let n = 0; n < total * 2; n++) {
			expect(take('sign-in', `${n}`, at(0))).toBe(0);
			giveBack('sign-in', `${n}`, at(0));
		}
		for (let n = 0; n < total; n++) expect(take('sign-in', `new ${n}`, at(0))).toBe(0);
		expect(take('sign-in', 'one more', at(0))).toBe(3);
	});
});

describe('every limit', () => {
	const sources = [...readSources('src')].filter(([path]) => !/\.spec\.ts$/.test(path));
	const others = sources.filter(([path]) => !path.startsWith('src/lib/server/core/limits/'));

	it('stands in the one table, and is used', () => {
		const wide = others.filter(([, source]) => /\bperSeconds\b/.test(source));
		expect(wide.map(([path]) => path)).toEqual([]);
		const unused = Object.keys(LIMITS).filter(
			(name) => !others.some(([, source]) => source.includes(`'${name}'`))
		);
		expect(unused).toEqual([]);
	});

	it('counts networks, and nothing reads an address for itself', () => {
		const readers = others.filter(([, source]) => /\bgetClientAddress\b/.test(source));
		expect(readers.map(([path]) => path)).toEqual([]);
	});
});
