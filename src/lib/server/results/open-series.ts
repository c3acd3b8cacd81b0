import { figureOver, type Figure } from '../../results/figure.ts';
import { total } from '../../results/tally.ts';
import { faceOf, type Item, type ItemFace } from '../../survey/questionnaire.ts';
import { months, type Round } from '../../survey/round.ts';
import type { Db } from '../core/database.ts';
import * as results from './results.ts';

/** Posters and open links: anyone can answer, so they stand apart. */
export type OpenSeries = { answered: number; items: { item: ItemFace; figure: Figure }[] };

/** All released months together, or null where nobody has answered so, or could have. */
export function openSeries(db: Db, round: Round, items: readonly Item[]): OpenSeries | null {
	if (!round.channels.includes('open')) return null;
	const rows = results.openSeries(db, round);
	const all = months(round);
	const answered = total(rows, all, { series: 'open' })?.['answered'];
	if (!answered) return null;
	return {
		answered,
		items: items.map((item) => ({
			item: faceOf(item),
			figure: figureOver(rows, all, { items: [item.id], series: 'open' })
		}))
	};
}
