import { stack } from 'd3-shape';

/** Where each of five parts of a row lies, as shares of the row, with the middle of the third part at zero. */
export type Segment = { part: number; from: number; to: number };

const PARTS = ['0', '1', '2', '3', '4'];
const stacked = stack<{ [part: string]: number }>()
	.keys(PARTS)
	// The neutral part stands astride zero: half of it on each side.
	.offset((series, order) => {
		const width = (index: number) => {
			const [low = 0, high = 0] = series[order[index] ?? 0]?.[0] ?? [];
			return high - low;
		};
		let at = -(width(0) + width(1) + width(2) / 2);
		for (const index of order) {
			const point = series[index]?.[0];
			if (!point) continue;
			const size = point[1] - point[0];
			point[0] = at;
			point[1] = at + size;
			at += size;
		}
	});

/** @param counts five counts, from the least to the most; not all zero */
export function segments(counts: readonly number[]): Segment[] {
	const all = counts.reduce((sum, count) => sum + count, 0);
	const row = Object.fromEntries(PARTS.map((part, index) => [part, (counts[index] ?? 0) / all]));
	return stacked([row]).map((series, part) => ({
		part,
		from: series[0]?.[0] ?? 0,
		to: series[0]?.[1] ?? 0
	}));
}

/** The span that all rows fit in, the same for each so that they can be compared; in tenths. */
export function spanOf(rows: readonly Segment[][]): [low: number, high: number] {
	const low = Math.min(0, ...rows.map((row) => row[0]?.from ?? 0));
	const high = Math.max(0, ...rows.map((row) => row.at(-1)?.to ?? 0));
	return [Math.floor(low * 10) / 10, Math.ceil(high * 10) / 10];
}
