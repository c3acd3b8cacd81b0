/**
 * The XmR rules of METHOD §8, written a second time and another way: walking from point to point with counters, not over windows.
 * It shares nothing with `src/lib/goals/xmr.ts`, which the tests hold against it.
 */
export function alarms(series: readonly number[]): string[][] {
	const first = series.slice(0, 12);
	const found = series.map(() => new Set<string>());
	if (first.length < 12) return found.map(() => []);
	let total = 0;
	for (const value of first) total += value;
	const centre = total / 12;
	const width = spread(first) * 2.66;
	const mark = (from: number, to: number, name: string) => {
		for (let at = from; at <= to; at++) found[at]?.add(name);
	};

	let above = 0;
	let below = 0;
	let rising = 0;
	let falling = 0;
	for (let at = 0; at < series.length; at++) {
		const value = series[at] as number;
		if (value > centre + width) mark(at, at, 'beyond-limit up');
		if (value < centre - width) mark(at, at, 'beyond-limit down');

		above = value > centre ? above + 1 : 0;
		below = value < centre ? below + 1 : 0;
		if (above >= 7) mark(at - 6, at, 'run-of-seven up');
		if (below >= 7) mark(at - 6, at, 'run-of-seven down');

		const before = at > 0 ? (series[at - 1] as number) : value;
		rising = value > before ? rising + 1 : 0;
		falling = value < before ? falling + 1 : 0;
		// Seven points are six steps.
		if (rising >= 6) mark(at - 6, at, 'trend-of-seven up');
		if (falling >= 6) mark(at - 6, at, 'trend-of-seven down');

		if (at >= 2 && above >= 3 && nearAmong(series, at, (x) => 3 * (x - centre) > 2 * width)) {
			mark(at - 2, at, 'two-of-three up');
		}
		if (at >= 2 && below >= 3 && nearAmong(series, at, (x) => 3 * (centre - x) > 2 * width)) {
			mark(at - 2, at, 'two-of-three down');
		}
	}
	return found.map((names) => [...names].sort());
}

function nearAmong(series: readonly number[], at: number, isNear: (value: number) => boolean) {
	let near = 0;
	for (let back = 0; back < 3; back++) if (isNear(series[at - back] as number)) near++;
	return near >= 2;
}

function spread(values: readonly number[]): number {
	const steps: number[] = [];
	for (let at = 1; at < values.length; at++) {
		steps.push(Math.abs((values[at] as number) - (values[at - 1] as number)));
	}
	const bound = (3.267 * steps.reduce((a, b) => a + b)) / steps.length;
	let [sum, count] = [0, 0];
	for (const step of steps) {
		if (step >= bound) continue;
		sum += step;
		count += 1;
	}
	return count === 0 ? 0 : sum / count;
}
