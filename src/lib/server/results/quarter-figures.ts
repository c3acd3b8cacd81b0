import { monthOf, quarterBefore, quarterOf, type Day } from '../../calendar.ts';
import { figureOver, type Change, type Figure } from '../../results/figure.ts';
import { missing, type Missing } from '../../results/missing.ts';
import { periodsOf, type Period } from '../../results/period.ts';
import type { Tally } from '../../results/tally.ts';
import { changeBetween } from '../../results/verdict.ts';
import type { Fraction } from '../../rounding.ts';
import { isSameStatement } from '../../plan/wordings.ts';
import type { Item } from '../../survey/questionnaire.ts';
import { NotOfferedReason } from '../../survey/submission.ts';
import type { Db } from '../core/database.ts';
import * as rounds from '../rounds/rounds.ts';
import type { KeptRound } from '../rounds/rounds.ts';
import * as results from './results.ts';

type Earlier = { round: string; items: readonly Item[]; figure: Figure; change: Change | null };
/** A figure in a quarter, and the same in the quarter before where that asked the same; `items`: one, or all pooled. */
export type QuarterFigure = { items: Item[]; figure: Figure; earlier: Earlier | null };
/** What a round shows of one quarter. */
export type QuarterOfRound = {
	kept: KeptRound;
	period: Period;
	missing: Missing;
	/** The key statement, or all of them pooled. */
	headline: QuarterFigure;
	statements: QuarterFigure[];
};

/** What every round shows of a quarter, the newest last: from released rows alone. A round without figures then is not there. */
export function quarterFigures(db: Db, quarter: string): QuarterOfRound[] {
	const now = rounds.list(db).flatMap((kept) => read(db, kept, quarter) ?? []);
	const before = rounds.list(db).flatMap((kept) => read(db, kept, quarterBefore(quarter)) ?? []);
	return now.map((source) => {
		const { kept, rows, period, about } = source;
		const { items } = kept.questionnaire;
		const key = items.find((item) => item.key);
		const figureOf = (of: Item[]): QuarterFigure => {
			const figure = figureIn(source, of);
			return { items: of, figure, earlier: earlierOf(before, source, of, figure) };
		};
		const statements = items.map((item) => figureOf([item]));
		return {
			kept,
			period,
			missing: missing(rows, period.months, about, NotOfferedReason.options),
			headline: statements.find(({ items: [item] }) => item === key) ?? figureOf(items),
			statements
		};
	});
}

/** Whether a quarter is over and every month of it that a round asked in is published, or never will be. */
export const isOut = (db: Db, quarter: string, today: Day): boolean =>
	quarterOf(monthOf(today)) > quarter &&
	rounds
		.list(db)
		.flatMap(({ round }) => periodsOf('quarter', rounds.units(db, round.id)))
		.every(({ name, isOver }) => name !== quarter || isOver);

/** What a survey can say has changed since the quarter before: by METHOD §3's rule, statement by statement, and by nothing else. */
type Changes = {
	before: string;
	state: 'compared' | 'not-out' | 'no-earlier';
	items: {
		item: { id: string; text: string; scale: Item['scale'] };
		change: Change;
		now: Fraction;
		before: Fraction;
	}[];
};

export function changes(db: Db, quarter: string, today: Day): Changes {
	const before = quarterBefore(quarter);
	if (!isOut(db, quarter, today)) return { before, state: 'not-out', items: [] };
	const items = quarterFigures(db, quarter)
		.flatMap(({ statements }) => statements)
		.flatMap(({ items: [item], figure, earlier }) =>
			item && earlier?.change && figure.state === 'shown' && earlier.figure.state === 'shown'
				? [
						{
							item: { id: item.id, text: item.text.da, scale: item.scale },
							change: earlier.change,
							now: figure.share,
							before: earlier.figure.share
						}
					]
				: []
		);
	return { before, state: items.length > 0 ? 'compared' : 'no-earlier', items };
}

type Source = { kept: KeptRound; rows: Tally; period: Period; about: Period[] };

function read(db: Db, kept: KeptRound, quarter: string): Source | undefined {
	const period = periodsOf('quarter', rounds.units(db, kept.round.id)).find(
		({ name }) => name === quarter
	);
	if (!period) return undefined;
	const source = {
		kept,
		rows: results.wholeMunicipality(db, kept.round),
		period,
		about: [period]
	};
	return figureIn(source, kept.questionnaire.items).state === 'shown' ? source : undefined;
}

const figureIn = ({ rows, period, about }: Source, items: readonly Item[]): Figure =>
	figureOver(rows, period.months, {
		items: items.map(({ id }) => id),
		series: 'asked',
		response: missing(rows, period.months, about, []).response
	});

/**
 * One statement is held against the same words and scale; several together only against the very same questionnaire, and where the
 * same of them are shown: else what differs is what was added up.
 */
function earlierOf(
	before: readonly Source[],
	at: Source,
	items: readonly Item[],
	now: Figure
): Earlier | null {
	const [item] = items;
	const shownIn = (source: Source): string[] =>
		items.filter((each) => figureIn(source, [each]).state === 'shown').map(({ id }) => id);
	for (const source of before.toReversed()) {
		const { round, questionnaire } = source.kept;
		const same =
			items.length === 1
				? questionnaire.items.filter((each) => item && isSameStatement(each, item))
				: round.questionnaire === at.kept.round.questionnaire &&
					  shownIn(source).join() === shownIn(at).join()
					? items
					: [];
		if (same.length === 0) continue;
		const figure = figureIn(source, same);
		if (figure.state === 'hidden') continue;
		return { round: round.id, items: same, figure, change: changeBetween(now, figure) };
	}
	return null;
}
