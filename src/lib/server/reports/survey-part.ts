import { quarterBefore } from '../../calendar.ts';
import type { Block, Estimate, PerCent, Table } from '../../reports/document.ts';
import type { ReportWords } from '../../reports/words.ts';
import type { Figure } from '../../results/figure.ts';
import { shareWords } from '../../results/sentence.ts';
import { perCent, type Fraction } from '../../rounding.ts';
import type { QuarterFigure, QuarterOfRound } from '../results/quarter-figures.ts';

/** What is shown of no answer in particular: five points, "passer ikke", "forstår ikke", skipped. */
const ANSWERS = 8;

const perCentOf = (share: Fraction | number): PerCent => ({
	whole: perCent(share),
	one: perCent(share, 1)
});

/** A figure as it stands in the report, or null where it is hidden. */
const estimateOf = (figure: Figure): Estimate | null =>
	figure.state === 'hidden'
		? null
		: {
				share: perCentOf(figure.share),
				low: figure.interval && perCentOf(figure.interval.low),
				high: figure.interval && perCentOf(figure.interval.high),
				n: figure.n
			};

const isPooled = ({ headline }: QuarterOfRound): boolean => headline.items.length > 1;

/** All figures of a quarter: the pooled one first, where there is no key statement. */
export const figuresOf = (of: QuarterOfRound): QuarterFigure[] =>
	isPooled(of) ? [of.headline, ...of.statements] : of.statements;

/** The headline and what stands under it: the interval, the change by its rule, how many were asked and answered. */
export function headlineOf(
	{ t, locale }: ReportWords,
	{ headline, missing }: QuarterOfRound,
	quarter: string
): { headline: string; estimate: Estimate | null; about: string[] } {
	const { figure, items, earlier } = headline;
	if (figure.state === 'hidden') return { headline: t.front.none(), estimate: null, about: [] };
	const before = locale.unit(quarterBefore(quarter));
	const { response, answered } = missing;
	const { interval } = figure;
	return {
		headline: shareWords(locale, locale.percent(figure.share), items),
		estimate: estimateOf(figure),
		about: [
			...(interval
				? [t.front.interval({ low: locale.bare(interval.low), high: locale.bare(interval.high) })]
				: []),
			earlier?.change && earlier.change !== 'baseline-unknown' && earlier.figure.state === 'shown'
				? t.front.change[earlier.change]({
						quarter: before,
						share: locale.percent(earlier.figure.share)
					})
				: t.front.noEarlier({ quarter: before }),
			response?.rate && response.offered !== null
				? t.front.asked({
						asked: locale.count(response.offered),
						answered: locale.count(response.answered)
					})
				: t.front.answered({ answered: locale.count(answered) })
		]
	};
}

/** Who was asked and did not answer, and who was not asked. */
export function missingBlocks({ t, locale }: ReportWords, of: QuarterOfRound): Block[] {
	const { missing, kept } = of;
	const round = locale.text(kept.round.name);
	const channels: Table = {
		kind: 'table',
		id: `missing-${kept.round.id}`,
		title: t.missing.table({ round }),
		columns: [
			{ name: t.missing.channel(), as: 'text' },
			{ name: t.missing.asked(), as: 'count' },
			{ name: t.missing.answered(), as: 'count' },
			{ name: t.missing.rate(), as: 'per-cent' }
		],
		rows: missing.channels.map(({ channel, offered, answered }) => [
			locale.m.channel[channel](),
			offered,
			answered,
			offered > 0 && answered <= offered ? perCentOf({ k: answered, n: offered }) : null
		]),
		caption: [
			t.missing.declined({
				n: locale.count(missing.declined),
				later: locale.count(missing.later)
			})
		]
	};
	const reasons: Table = {
		kind: 'table',
		id: `not-asked-${kept.round.id}`,
		title: t.missing.reasons({ round }),
		columns: [
			{ name: t.missing.reason(), as: 'text' },
			{ name: t.missing.n(), as: 'count' }
		],
		rows: missing.notOffered.map(({ reason, n }) => [locale.m.reason[reason](), n]),
		caption: []
	};
	return [
		missing.response ? channels : { kind: 'text', words: t.missing.unknown() },
		...(reasons.rows.length > 0 ? [reasons] : [])
	];
}

/** Every statement's figure in the quarter, beside the quarter before where the same was asked; and what was answered. */
export function figureTables(words: ReportWords, of: QuarterOfRound, quarter: string): Table[] {
	const { t, locale } = words;
	const about = { quarter: locale.unit(quarter), round: locale.text(of.kept.round.name) };
	const before = locale.unit(quarterBefore(quarter));
	const nameOf = ({ items }: QuarterFigure): string =>
		items.length === 1 && items[0] ? locale.text(items[0].text) : t.figures.pooled();
	return [
		{
			kind: 'table',
			id: `figures-${of.kept.round.id}`,
			title: t.figures.table(about),
			columns: [
				{ name: t.figures.statement(), as: 'text' },
				{ name: t.figures.share(), as: 'per-cent' },
				{ name: t.figures.low(), as: 'per-cent' },
				{ name: t.figures.high(), as: 'per-cent' },
				{ name: t.figures.n(), as: 'count' },
				{ name: t.figures.before({ quarter: before }), as: 'per-cent' },
				{ name: t.figures.change({ quarter: before }), as: 'text' }
			],
			rows: figuresOf(of).map((each) => {
				const now = estimateOf(each.figure);
				if (!now) return [nameOf(each), null, null, null, null, null, t.figures.hidden()];
				const { earlier } = each;
				return [
					nameOf(each),
					now.share,
					now.low,
					now.high,
					now.n,
					(earlier && estimateOf(earlier.figure)?.share) ?? null,
					earlier?.change && earlier.change !== 'baseline-unknown'
						? t.figures.changes[earlier.change]()
						: t.figures.notCompared()
				];
			}),
			caption: [...captionOf(words, of), t.figures.rule()]
		},
		{
			kind: 'table',
			id: `answers-${of.kept.round.id}`,
			title: t.figures.answers(about),
			columns: [
				{ name: t.figures.statement(), as: 'text' },
				...answerNames(words, of).map((name) => ({ name, as: 'count' as const }))
			],
			rows: of.statements.map((each) => [nameOf(each), ...answersOf(each.figure)]),
			caption: []
		}
	];
}

function answersOf(figure: Figure): (number | null)[] {
	if (figure.state === 'hidden') return Array<null>(ANSWERS).fill(null);
	const { points, na, unclear, skipped } = figure.distribution;
	return [...points.toReversed(), na, unclear, skipped];
}

/** From the most to the least agreeing; where statements differ in scale, of both. */
function answerNames({ t, locale }: ReportWords, { statements }: QuarterOfRound): string[] {
	const scales = [...new Set(statements.flatMap(({ items }) => items.map(({ scale }) => scale)))];
	const points = (['5', '4', '3', '2', '1'] as const).map((point) =>
		scales.map((scale) => locale.m[scale][point]()).join(' / ')
	);
	return [...points, t.figures.na(), t.figures.unclear(), t.figures.skipped()];
}

function captionOf({ locale }: ReportWords, { missing }: QuarterOfRound): string[] {
	const { caption, channel } = locale.m;
	const { response, answered, answeredBy } = missing;
	const channels = answeredBy.map(({ channel: by, n }) =>
		caption.channel({ share: locale.percent({ k: n, n: answered }), channel: channel[by]() })
	);
	return [
		response?.rate && response.offered !== null
			? caption.rate({
					answered: locale.count(response.answered),
					offered: locale.count(response.offered),
					rate: locale.percent(response.rate),
					quarters: locale.quarters(missing.quarters)
				})
			: caption.answered({ count: locale.count(answered) }),
		...(channels.length > 0 ? [caption.how({ channels: locale.list(channels) })] : []),
		caption.intervals(),
		caption.neither()
	];
}
