/**
 * The XmR rules of METHOD §8, written a second time and another way: walking from point to point with counters, not over windows,
 * and in whole numbers, which have no last bit to be off by. It shares nothing with `src/lib/goals/xmr.ts`, which the tests hold
 * against it.
 */
export function alarms(values: readonly number[]): string[][] {
	const series = values.map(whole);
	const first = series.slice(0, 12);
	const found = series.map(() => new Set<string>());
	if (first.length < 12) return found.map(() => []);
	let total = 0n;
	for (const value of first) total += value;
	const { sum, count } = spread(first);
	// How far a point lies over the centre, and how far the limits do: both times 12 · 100 · the number of steps that count.
	const off = (value: bigint) => (12n * value - total) * 100n * count;
	const width = 12n * 266n * sum;
	const mark = (from: number, to: number, name: string) => {
		for (let at = from; at <= to; at++) found[at]?.add(name);
	};

	let above = 0;
	let below = 0;
	let rising = 0;
	let falling = 0;
	for (let at = 0; at < series.length; at++) {
		const value = series[at] as bigint;
		if (off(value) > width) mark(at, at, 'beyond-limit up');
		if (off(value) < -width) mark(at, at, 'beyond-limit down');

		above = off(value) > 0n ? above + 1 : 0;
		below = off(value) < 0n ? below + 1 : 0;
		if (above >= 7) mark(at - 6, at, 'run-of-seven up');
		if (below >= 7) mark(at - 6, at, 'run-of-seven down');

		const before = at > 0 ? (series[at - 1] as bigint) : value;
		rising = value > before ? rising + 1 : 0;
		falling = value < before ? falling + 1 : 0;
		// Seven points are six steps.
		if (rising >= 6) mark(at - 6, at, 'trend-of-seven up');
		if (falling >= 6) mark(at - 6, at, 'trend-of-seven down');

		if (at >= 2 && above >= 3 && nearAmong(series, at, (x) => 3n * off(x) > 2n * width)) {
			mark(at - 2, at, 'two-of-three up');
		}
		if (at >= 2 && below >= 3 && nearAmong(series, at, (x) => 3n * off(x) < -2n * width)) {
			mark(at - 2, at, 'two-of-three down');
		}
	}
	return found.map((names) => [...names].sort());
}

/** In thousandths of a millionth. */
const whole = (value: number): bigint => BigInt(value.toFixed(9).replace('.', ''));

function nearAmong(series: readonly bigint[], at: number, isNear: (value: bigint) => boolean) {
	let near = 0;
	for (let back = 0; back < 3; back++) if (isNear(series[at - back] as bigint)) near++;
	return near >= 2;
}

/** The steps that count, added up, and how many they are; where none is left the limits lie on the centre. */
function spread(values: readonly bigint[]): { sum: bigint; count: bigint } {
	const steps: bigint[] = [];
	for (let at = 1; at < values.length; at++) {
		const step = (values[at] as bigint) - (values[at - 1] as bigint);
		steps.push(step < 0n ? -step : step);
	}
	const all = steps.reduce((a, b) => a + b);
	let [sum, count] = [0n, 0n];
	for (const step of steps) {
		if (step * 1000n * BigInt(steps.length) >= 3267n * all) continue;
		sum += step;
		count += 1n;
	}
	return count === 0n ? { sum: 0n, count: 1n } : { sum, count };
}
