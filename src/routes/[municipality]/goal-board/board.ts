import type { Day } from '$lib/calendar.ts';
import { inPerCent, valueOf } from '$lib/rounding.ts';
import type { Goal } from '$lib/goals/goal.ts';
import { isRegistered, type Measure } from '$lib/goals/measure.ts';
import { decimalsBeside, type GoalLocale } from '$lib/goals/words.ts';
import type { GoalView } from '$lib/server/goals/board.ts';

/** The newest value of a measure: a registered point, or what the released figures say of a statement. */
export function newestOf({ measure, series, surveyed }: GoalView['measures'][number]) {
	const last = series?.points.at(-1);
	if (last) return { value: last.value, period: last.period, isProvisional: last.isProvisional };
	if (!surveyed || surveyed.figure.state !== 'shown' || isRegistered(measure)) return null;
	const { share, mean } = surveyed.figure;
	const value = measure.statistic === 'mean' ? mean && valueOf(mean.value) : inPerCent(share);
	return value === null ? null : { value, period: null, isProvisional: false };
}

/** The value of a goal's last aim that is a number of this measure. */
export const aimedAt = (goal: Pick<Goal, 'aims'>, { id }: Measure): number | null =>
	goal.aims
		.flatMap((aim) => (aim.kind === 'value' && aim.measure === id ? [aim.value] : []))
		.at(-1) ?? null;

/** How many decimals the newest value takes to be told from what is said beside it: where to, from where, and the whole country. */
export function decimalsOf(
	{ aims }: Pick<Goal, 'aims'>,
	view: GoalView['measures'][number]
): number {
	const { measure, series } = view;
	return decimalsBeside(measure, [
		newestOf(view)?.value,
		series?.points.at(-1)?.national,
		series?.points.at(-1)?.expected,
		measure.baseline?.value,
		...aims.flatMap((aim) =>
			aim.kind === 'value' && aim.measure === measure.id ? [aim.value] : []
		)
	]);
}

/** `29,1 uger (juni 2026, foreløbigt)` */
export function valueWords(
	say: GoalLocale,
	measure: Measure,
	{ value, period, isProvisional }: NonNullable<ReturnType<typeof newestOf>>,
	decimals: number
): string {
	const about = [
		...(period ? [say.period(period)] : []),
		...(isProvisional ? [say.g.page.provisional()] : [])
	];
	const words = say.ofMeasure(value, measure, decimals);
	return about.length > 0 ? `${words} (${say.locale.beside(...about)})` : words;
}

/** `Fra ca. 30 uger (august 2023)` */
export function baselineWords({ g, exactly, period }: GoalLocale, measure: Measure): string {
	const { baseline } = measure;
	if (!baseline) return '';
	if (baseline.value === null) return g.page.fromUnknown({ period: period(baseline.period) });
	const value = exactly(baseline.value, measure);
	return g.page.from({
		value: baseline.about ? g.page.aboutValue({ value }) : value,
		period: period(baseline.period)
	});
}

/** `Næste tal ventes 9. februar 2027`; a day that is over without it is said to be. */
export const nextWords = ({ g, locale }: GoalLocale, next: Day, today: Day): string =>
	next < today
		? g.page.nextLate({ day: locale.day(next) })
		: g.page.next({ day: locale.day(next) });
