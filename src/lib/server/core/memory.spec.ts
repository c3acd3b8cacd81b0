import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { begin, forgetSoon } from './memory.ts';

const collect = vi.fn();

beforeEach(() => {
	vi.useFakeTimers();
	collect.mockReset();
	begin({ by: collect });
});
afterEach(() => {
	vi.runAllTimers();
	vi.useRealTimers();
});

/** Answers at this pace for so long. @returns how often memory was given back meanwhile */
function answering(everyMilliseconds: number, minutes: number): number {
	for (let at = 0; at < minutes * 60_000; at += everyMilliseconds) {
		// As it is received, and as it is counted.
		forgetSoon();
		forgetSoon(1);
		vi.advanceTimersByTime(everyMilliseconds);
	}
	return collect.mock.calls.length;
}

it('gives memory back two seconds after the last answer', () => {
	forgetSoon();
	vi.advanceTimersByTime(1500);
	forgetSoon();
	vi.advanceTimersByTime(1500);
	expect(collect).not.toHaveBeenCalled();
	vi.advanceTimersByTime(500);
	expect(collect).toHaveBeenCalledOnce();
});

it('does so each minute where answers come one by one and there is never quiet', () => {
	expect(answering(700, 10)).toBeGreaterThanOrEqual(9);
});

it('keeps a stream of answers waiting for it at most once in ten minutes', () => {
	const times = answering(100, 30);
	expect(times).toBeGreaterThanOrEqual(2);
	expect(times).toBeLessThanOrEqual(3);
});
