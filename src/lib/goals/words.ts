import type { Messages } from '../i18n/messages.ts';
import { rounded } from '../rounding.ts';
import type { Locale } from '../results/locale.ts';
import { measuredBy, type Aim, type Goal, type When } from './goal.ts';
import { betterOf, isRegistered, type Measure, type Unit } from './measure.ts';
import type { Period } from './period.ts';
import type { Remark } from './remark.ts';
import type { Ruling } from './ruling.ts';

/** How goals are said in one language: the results' locale with the goals' own messages. */
export type GoalLocale = {
	locale: Locale;
	g: Messages<'goals'>;
	/** `29,1 uger`, `16 %`, `1.240`. */
	value: (value: number, unit: Unit) => string;
	/** A survey's share in per cent or its mean; a registered value in its unit. */
	ofMeasure: (value: number, measure: Measure) => string;
	/** `august 2026`, `3. kvartal 2026`, `2026`. */
	period: (period: Period) => string;
	periods: (periods: readonly Period[]) => string;
};

const DECIMALS_MAX = 1;

export function goalLocaleOf(locale: Locale, g: Messages<'goals'>): GoalLocale {
	// A number and its unit stand on one line.
	const value = (n: number, unit: Unit): string =>
		g.unit[unit]({ value: locale.count(rounded(n, DECIMALS_MAX)), n }).replaceAll(' ', '\u00a0');
	return {
		locale,
		g,
		value,
		ofMeasure: (n, measure) => {
			if (isRegistered(measure)) return value(n, measure.unit);
			return measure.statistic === 'mean' ? locale.mean(n) : locale.percent(n / 100);
		},
		period: locale.unit,
		periods: (all) => locale.list(all.map(locale.unit))
	};
}

/** What there is to reach, briefly: `ca. 28 uger`, `30 % lavere i alt`, `over landsgennemsnittet`. */
export function aimWords(say: GoalLocale, goal: Pick<Goal, 'measures'>, aim: Aim): string {
	const { g } = say;
	const measure = measuredBy(goal, aim);
	const better = measure ? betterOf(measure) : 'neither';
	if (aim.kind === 'value') {
		const target = measure ? say.ofMeasure(aim.value, measure) : say.locale.count(aim.value);
		if (aim.about) return g.aim.about({ target });
		return aim.atLeast ? g.aim.atLeast({ target }) : g.aim.value({ target });
	}
	if (aim.kind === 'change') {
		const own = measure && isRegistered(measure) ? measure.unit : 'number';
		const amount = say.value(aim.amount, aim.unit === 'per-cent' ? 'per-cent' : own);
		return g.aim.change({ amount, better, each: aim.each });
	}
	if (aim.kind === 'national') return g.aim.national({ side: aim.side });
	return aim.kind === 'direction' ? g.aim.direction({ better }) : g.aim[aim.kind]();
}

/** Which of a goal's figures it is: nothing where the goal has one. */
export function whichWords(
	{ locale }: GoalLocale,
	{ measures }: Pick<Goal, 'measures'>,
	measure: Measure | null | undefined
): string {
	if (!measure || measures.length < 2) return '';
	const name = measure.name ?? (isRegistered(measure) ? undefined : measure.wording);
	return name ? locale.text(name) : '';
}

/** `i 2016 og 2017`, `senest 30. juni 2016`, `uden frist`. */
export function whenWords({ g, locale, periods }: GoalLocale, when: When): string {
	if (when.kind === 'by') return g.when.by({ day: locale.day(when.day) });
	return when.kind === 'for' ? g.when.for({ period: periods(when.periods) }) : g.when.undated();
}

/** The sentence of a ruling: it has no other source than the rule that it comes from. */
export function rulingWords(
	say: GoalLocale,
	goal: Pick<Goal, 'measures'>,
	aim: Aim,
	{ rule, point, target, period }: Ruling
): string {
	const measure = measuredBy(goal, aim);
	const valued = (n: number | null | undefined): string => {
		if (n === null || n === undefined) return '';
		return measure ? say.ofMeasure(n, measure) : say.locale.count(n);
	};
	return capital(
		say.g.rules[rule]({
			aim: aim.kind,
			value: valued(point?.value),
			target: valued(target),
			period: point ? say.period(point.period) : '',
			step: period ? say.period(period) : ''
		})
	);
}

/** `Syv tal i træk over gennemsnittet`, or `Ingen sikker ændring`. */
export const remarkWords = ({ g }: GoalLocale, { rule, side }: Remark): string =>
	g.remarks[rule]({ side: side ?? '' });

/** A reason that the program gave itself, or a person's own words. */
export function reasonWords({ g }: GoalLocale, reason: string): string {
	if (reason === '@revised') return g.reasons.revised();
	if (reason === '@final') return g.reasons.final();
	return reason === '@table-changed' ? g.reasons['table-changed']() : reason;
}

/** A month begins a sentence now and then, and Danish writes it small. */
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('da') + text.slice(1);
