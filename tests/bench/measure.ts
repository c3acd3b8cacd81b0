/** One line of the report: ours beside its reference, measured in turns in this process. */
export type Figure = {
	name: string;
	ours: string;
	reference: string;
	/** What is asked of `ratio`; absent where the line only informs. */
	wanted?: { ratio: number; atLeast?: number; atMost?: number };
};

export const isReached = ({ wanted }: Figure): boolean =>
	!wanted ||
	((wanted.atLeast === undefined || wanted.ratio >= wanted.atLeast) &&
		(wanted.atMost === undefined || wanted.ratio <= wanted.atMost));

/** @param share 0.5 is the median */
export function quantile(numbers: number[], share: number): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const perSecond = (n: number, milliseconds: number): number => (n * 1000) / milliseconds;

/** Turns before the first that is counted: code that is run for the first time is slow, in ours and in the reference by its amount of it. */
export const WARM_UP = 3;

/**
 * Runs the two in turns, so that a busy moment of the machine hits both, and compares the medians.
 * Each returns how much it did per second.
 */
export async function inTurns(
	turns: number,
	ours: (turn: number) => number | Promise<number>,
	reference: (turn: number) => number | Promise<number>
): Promise<{ ours: number; reference: number; ratio: number }> {
	const rates = { ours: [] as number[], reference: [] as number[] };
	for (let turn = 0; turn < turns + WARM_UP; turn++) {
		const measured = { ours: await ours(turn), reference: await reference(turn) };
		if (turn < WARM_UP) continue;
		rates.ours.push(measured.ours);
		rates.reference.push(measured.reference);
	}
	const [a, b] = [quantile(rates.ours, 0.5), quantile(rates.reference, 0.5)];
	return { ours: a, reference: b, ratio: a / b };
}

export const inThousands = (rate: number): string =>
	`${Math.round(rate).toLocaleString('en-GB')}/s`;
