import type { Month } from '../calendar.ts';
import type { Fraction } from '../rounding.ts';
import { figureOver } from './figure.ts';
import { monthUnits, type Unit } from './period.ts';
import type { Interval } from './statistics.ts';
import type { Tally } from './tally.ts';

/** A month of a trend. A month without a figure says why: counted into the next, too few to show, lost, or yet to come. */
export type TrendPoint =
	| { month: Month; state: 'shown'; n: number; share: Fraction; interval: Interval }
	| { month: Month; state: 'carried' | 'hidden' | 'lost' | 'open' };

/** The months of one item, or of several pooled. */
export const trend = (
	rows: Tally,
	units: readonly Unit[],
	items: readonly string[]
): TrendPoint[] =>
	monthUnits(units).map(({ unit, state }) => {
		const figure = figureOver(rows, [unit], { items, series: 'asked' });
		if (figure.state === 'shown' && figure.interval) {
			const { n, share, interval } = figure;
			return { month: unit, state: 'shown', n, share, interval };
		}
		return { month: unit, state: state === 'released' ? 'hidden' : state };
	});
