/** `k` of `n`, whole numbers that are not divided yet: so they can be rounded without an error. `n` > 0. */
export type Fraction = { k: number; n: number };

export const valueOf = ({ k, n }: Fraction): number => k / n;

/**
 * The one way in which a figure is rounded, on a page, a label, a chart and in a file: once, half up.
 * @param value a fraction is rounded exactly, in whole numbers; the end of an interval or a goal comes as it is
 */
export function rounded(value: Fraction | number, decimals = 0): number {
	const scale = 10 ** decimals;
	// Less than the last digit that a number holds of a figure must not turn a half down.
	if (typeof value === 'number') return Math.floor(value * scale + 0.5 + 1e-9) / scale;
	const whole = 2 * value.n;
	const halves = 2 * value.k * scale + value.n;
	return (halves - (((halves % whole) + whole) % whole)) / whole / scale;
}

/** No figure has more that anybody reads. */
export const DECIMALS_MAX = 6;

/** How many decimals a number is written with. */
export const decimalsIn = (n: number): number =>
	Math.min(DECIMALS_MAX, String(n).split('.')[1]?.length ?? 0);

/** As few decimals as tell apart what differs: 79.96 beside 80 is not 80. */
export function decimalsApart(
	numbers: readonly number[],
	least: number,
	most = DECIMALS_MAX
): number {
	const apart = (decimals: number) => new Set(numbers.map((n) => rounded(n, decimals))).size;
	const all = apart(most);
	let decimals = least;
	while (decimals < most && apart(decimals) < all) decimals++;
	return decimals;
}

/** What reckoning in binary may leave between two numbers of this size that are the same; no two figures are as close. */
export const hairOf = (...sizes: readonly number[]): number =>
	HAIR * Math.max(...sizes.map(Math.abs));
const HAIR = 1e-12;

/** A share 0–1 in per cent. */
export const perCent = (share: Fraction | number, decimals = 0): number =>
	rounded(typeof share === 'number' ? share * 100 : { k: share.k * 100, n: share.n }, decimals);

/** A share in per cent, before it is rounded: to be held against others. */
export const inPerCent = ({ k, n }: Fraction): number => (k * 100) / n;

/** A number with all the decimals that it has, as Danes write it. */
export const withComma = (value: number): string => String(value).replace('.', ',');
