import type { Aim } from '../../goals/goal.ts';
import type { Measure } from '../../goals/measure.ts';
import { xmr } from '../../goals/xmr.ts';
import type { Judged } from '../../reports/document.ts';
import type { Surveyed } from '../../goals/surveyed.ts';
import type { ReportWords } from '../../reports/words.ts';
import type { Figure } from '../../results/figure.ts';
import { valueOf } from '../../rounding.ts';
import type { Board, GoalView } from '../goals/board.ts';

/** What each status in the goals' table is said of, row by row, so that anyone can say it again. */
export const judgedOf = ({ say }: ReportWords, board: Board): Judged[] =>
	board.headings.flatMap(({ goals }) =>
		goals.flatMap((view) =>
			view.aims.map(({ aim, measure, ruling, surveyed }, n): Judged => {
				const found = view.measures.find((each) => each.measure.id === measure?.id);
				return {
					id: `${view.goal.id}/${n + 1}`,
					status: ruling.status,
					word: say.g.status[ruling.status](),
					rule: ruling.rule,
					value: ruling.point?.value ?? null,
					target: ruling.target,
					wants: wantsOf(aim, measure),
					decimals:
						aim.kind === 'value' && aim.about
							? (String(aim.value).split('.')[1]?.length ?? 0)
							: null,
					points: pointsOf(found),
					...(measure?.kind === 'survey' && measure.statistic === 'share'
						? surveyOf(measure, surveyed)
						: { survey: null, before: null })
				};
			})
		)
	);

function wantsOf(aim: Aim, measure: Measure | null): Judged['wants'] {
	if (aim.kind === 'national') return aim.side;
	const better = measure?.kind === 'registered' ? measure.better : 'higher';
	if (better === 'neither') return 'none';
	if (aim.kind === 'direction') return better === 'lower' ? 'below' : 'above';
	return better === 'lower' ? 'at-most' : 'at-least';
}

/** What only ever rises has no limits. */
function pointsOf(found: GoalView['measures'][number] | undefined): number[] {
	if (!found?.series || found.measure.kind !== 'registered' || found.measure.runningTotal)
		return [];
	const segment = xmr(found.series.points, found.series.marks).at(-1);
	return segment?.points.map(({ value }) => value) ?? [];
}

function surveyOf(
	{ baseline }: Extract<Measure, { kind: 'survey' }>,
	surveyed: Surveyed | null
): Pick<Judged, 'survey' | 'before'> {
	const shares = (figure: Figure | null | undefined) =>
		figure?.state === 'shown' ? { share: figure.share, n: figure.n } : null;
	const now = shares(surveyed?.figure);
	const earlier = shares(surveyed?.earlier);
	const printed =
		baseline && baseline.value !== null ? { share: baseline.value / 100, n: baseline.n } : null;
	return {
		survey: now && { k: now.share.k, answers: now.share.n, n: now.n },
		before: earlier ? { share: valueOf(earlier.share), n: earlier.n } : printed
	};
}
