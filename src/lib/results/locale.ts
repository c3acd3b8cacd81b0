import type { Day, Month } from '../calendar.ts';
import { type Language, languageOf, LANGUAGES, type Messages } from '../i18n/messages.ts';
import { DECIMALS_MAX, perCent, rounded, type Fraction } from '../rounding.ts';
import { inLanguage, type Text } from '../i18n/text.ts';

/** How figures are said in one language: its messages, and its way of writing numbers and dates. */
export type Locale = {
	m: Messages<'results'>;
	text: (text: Text) => string;
	count: (n: number) => string;
	/** `82 %`; whole per cent unless more decimals are needed. What is no fraction is the end of an interval, or of an axis. */
	percent: (share: Fraction | number, decimals?: number) => string;
	/** The same without the sign, for "mellem 77 og 87 %". */
	bare: (share: Fraction | number, decimals?: number) => string;
	/** A goal or a baseline: as exactly as the plan prints it. */
	goal: (share: number) => string;
	mean: (value: Fraction | number) => string;
	day: (day: Day) => string;
	month: (month: Month) => string;
	/** `feb.` */
	monthBriefly: (month: Month) => string;
	/** `februar til maj 2026`, or one month by itself. */
	span: (months: readonly Month[]) => string;
	/** `2026-Q2`, `2026-H1`, `2026-05`, `2026` or `round`. */
	unit: (name: string) => string;
	/** Quarters: a few by name, a long run by its ends. */
	quarters: (names: readonly string[]) => string;
	/** One and another: `maj, juni og juli`. */
	list: (parts: readonly string[]) => string;
	/** What is said beside each other, with the language's own comma: `juni 2026, foreløbigt`. */
	beside: (...parts: string[]) => string;
};

const NAMED_QUARTERS_MAX = 3;

/** A page says the same few figures and days again and again, and says the same ones at its next reader. */
function once<T>(say: (what: T) => string): (what: T) => string {
	const said = new Map<T, string>();
	return (what) => {
		const words = said.get(what) ?? say(what);
		if (said.size === SAID_MAX) said.clear();
		said.set(what, words);
		return words;
	};
}
const SAID_MAX = 5_000;

/** Making a format costs more than all its uses on a page, so each language has its own from the start. */
const FORMATS = new Map(
	Object.values(LANGUAGES).map(({ html, intl = html }) => {
		const number = (options?: Intl.NumberFormatOptions) => {
			const format = new Intl.NumberFormat(intl, options);
			return once((n: number) => format.format(n));
		};
		const date = (options: Intl.DateTimeFormatOptions) => {
			const format = new Intl.DateTimeFormat(intl, { ...options, timeZone: 'UTC' });
			return once((day: Day) => format.format(new Date(`${day}T00:00:00Z`)));
		};
		const fixed = (decimals: number, style: 'percent' | 'decimal') =>
			number({ style, minimumFractionDigits: decimals, maximumFractionDigits: decimals });
		return [
			html,
			{
				whole: number({ maximumFractionDigits: DECIMALS_MAX }),
				percents: [fixed(0, 'percent'), fixed(1, 'percent')],
				bares: [fixed(0, 'decimal'), fixed(1, 'decimal')],
				two: fixed(2, 'decimal'),
				day: date({ dateStyle: 'long' }),
				monthAndYear: date({ month: 'long', year: 'numeric' }),
				monthOnly: date({ month: 'long' }),
				monthBrief: date({ month: 'short' }),
				list: new Intl.ListFormat(intl, { type: 'conjunction' })
			}
		] as const;
	})
);

export function localeOf(m: Messages<'results'>, language: Language): Locale {
	const formats = FORMATS.get(languageOf(language).html);
	if (!formats) throw new Error(`no formats for ${language}`);
	const { whole, percents, bares, two, day, monthAndYear, monthOnly, monthBrief, list } = formats;
	const month = (name: Month) => monthAndYear(`${name}-01`);
	const percent: Locale['percent'] = (share, decimals = 0) =>
		(percents[decimals] ?? whole)(perCent(share, decimals) / 100);

	const span = (months: readonly Month[]): string => {
		const [first = '', last = first] = [months[0], months.at(-1)];
		if (!first) return '';
		if (first === last) return month(first);
		const from = first.slice(0, 4) === last.slice(0, 4) ? monthOnly(`${first}-01`) : month(first);
		return m.unit.span({ from, to: month(last) });
	};
	const unit = (name: string): string => {
		const [year = '', part = ''] = name.split('-');
		if (name === 'round') return m.unit.round();
		if (part.startsWith('Q')) return m.unit.quarter({ n: part.slice(1), year });
		if (part.startsWith('H')) return m.unit['half-year']({ n: part.slice(1), year });
		return part ? month(name) : year;
	};
	const quarters = (names: readonly string[]): string => {
		const [first, last] = [names[0], names.at(-1)];
		if (!first || !last || names.length <= NAMED_QUARTERS_MAX || !isRun(names)) {
			return list.format(names.map(unit));
		}
		return m.unit.span({ from: unit(first), to: unit(last) });
	};
	return {
		m,
		text: (text) => inLanguage(text, language),
		count: whole,
		percent,
		bare: (share, decimals = 0) => (bares[decimals] ?? whole)(perCent(share, decimals)),
		goal: (share) => percent(share, decimalsOf(share)),
		mean: (value) => two(rounded(value, 2)),
		day,
		month,
		monthBriefly: (name) => monthBrief(`${name}-01`),
		span,
		unit,
		quarters,
		list: (parts) => list.format(parts),
		beside: (first = '', ...parts) =>
			parts.reduce((one, other) => m.caption.beside({ one, other }), first)
	};
}

/** How many decimals a goal is printed with: hardly ever any, and then one. */
export const decimalsOf = (share: number): 0 | 1 => (perCent(share, 1) % 1 === 0 ? 0 : 1);

/** Whether quarters follow each other without a gap. */
function isRun(names: readonly string[]): boolean {
	const numbers = names.map((name) => Number(name.slice(0, 4)) * 4 + Number(name.slice(-1)));
	return numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
}
