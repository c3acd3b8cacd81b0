import type { Messages } from '../i18n/messages.ts';
import { decimalsApart, rounded } from '../rounding.ts';
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
	/** `29,1 uger`, `16 %`, `1.240`; with one decimal at most, unless more are needed. */
	value: (value: number, unit: Unit, decimals?: number) => string;
	/** A survey's share in per cent or its mean; a registered value in its unit. */
	ofMeasure: (value: number, measure: Measure, decimals?: number) => string;
	/** As a plan prints it or a person wrote it, with all its decimals. */
	exactly: (value: number, measure: Measure) => string;
	/** `august 2026`, `3. kvartal 2026`, `2026`. */
	period: (period: Period) => string;
	periods: (periods: readonly Period[]) => string;
	/** How much a change is to be: of a measure in per cent, its own unit is the point. */
	change: (amount: number, unit: Unit | 'points') => string;
};

const DECIMALS = 1;

export function goalLocaleOf(locale: Locale, g: Messages<'goals'>): GoalLocale {
	// A number and its unit stand on one line. Its form goes by what is read: 1.96 with one decimal is two weeks.
	const inUnit = (n: number, unit: Unit | 'points'): string =>
		g.unit[unit]({ value: locale.count(n), n }).replaceAll(' ', '\u00a0');
	const value: GoalLocale['value'] = (n, unit, decimals = DECIMALS) =>
		inUnit(rounded(n, decimals), unit);
	return {
		locale,
		g,
		value,
		ofMeasure: (n, measure, decimals) => {
			if (isRegistered(measure)) return value(n, measure.unit, decimals);
			return measure.statistic === 'mean' ? locale.mean(n) : locale.percent(n / 100, decimals);
		},
		exactly: (n, measure) => {
			if (isRegistered(measure)) return inUnit(n, measure.unit);
			return measure.statistic === 'mean' ? locale.mean(n) : locale.goal(n / 100);
		},
		change: (amount, unit) => inUnit(amount, unit),
		period: locale.unit,
		periods: (all) => locale.list(all.map(locale.unit))
	};
}

/** How many decimals a measure's figures take beside each other, so that none that differ look alike. */
export function decimalsBeside(
	measure: Measure,
	numbers: readonly (number | null | undefined)[]
): number {
	const there = numbers.flatMap((n) => n ?? []);
	// Of a survey whole per cent are read, and one decimal at most.
	return isRegistered(measure) ? decimalsApart(there, DECIMALS) : decimalsApart(there, 0, 1);
}

/** What there is to reach, briefly: `ca. 28 uger`, `30 % lavere i alt`, `over landsgennemsnittet`. */
export function aimWords(say: GoalLocale, goal: Pick<Goal, 'measures'>, aim: Aim): string {
	const { g } = say;
	const measure = measuredBy(goal, aim);
	const better = measure ? betterOf(measure) : 'neither';
	if (aim.kind === 'value') {
		const target = measure ? say.exactly(aim.value, measure) : say.locale.count(aim.value);
		if (aim.about) return g.aim.about({ target });
		return aim.atLeast ? g.aim.atLeast({ target }) : g.aim.value({ target });
	}
	if (aim.kind === 'change') {
		const own = measure && isRegistered(measure) ? measure.unit : 'number';
		const inOwn = own === 'per-cent' ? 'points' : own;
		const amount = say.change(aim.amount, aim.unit === 'per-cent' ? 'per-cent' : inOwn);
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
	const decimals = measure && decimalsBeside(measure, [point?.value, target]);
	const valued = (n: number | null | undefined, isPrinted = false): string => {
		if (n === null || n === undefined) return '';
		if (!measure) return say.locale.count(n);
		return isPrinted ? say.exactly(n, measure) : say.ofMeasure(n, measure, decimals);
	};
	const sentence = capital(
		say.g.rules[rule]({
			aim: aim.kind,
			value: valued(point?.value),
			target: valued(target, aim.kind === 'value'),
			period: point ? say.period(point.period) : '',
			step: period ? say.period(period) : '',
			when: whenWords(say, aim.when)
		})
	);
	// A survey's figure stands beside its status without a period of its own.
	const isOfTime = period !== null && rule.startsWith('survey-');
	return isOfTime ? `${say.period(period)}: ${sentence}` : sentence;
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
