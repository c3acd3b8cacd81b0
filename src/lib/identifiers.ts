export type IdentifierKind = 'cpr' | 'telephone' | 'email';
/** Where something that names a person stands in a text: from `start`, up to but not including `end`. */
export type Identifier = { kind: IdentifierKind; start: number; end: number };

/** Stands where something was removed. Never longer than what it replaces, so a text within its limit stays there. */
export const REMOVED = '[…]';

/** CPR numbers, telephone numbers and e-mail addresses, in the order of the text. */
export function findIdentifiers(text: string): Identifier[] {
	const read = asciiDigits(text);
	// Most comments hold nothing that one could be made of.
	if (!/[\d@([]/.test(read)) return [];
	const found: Identifier[] = [];
	for (const { kind, pattern, holds } of PATTERNS) {
		for (const match of read.matchAll(pattern)) {
			const start = match.index;
			const end = start + match[0].length;
			const isTaken = found.some((other) => start < other.end && other.start < end);
			if (!isTaken && (!holds || holds(match))) found.push({ kind, start, end });
		}
	}
	return found.sort((a, b) => a.start - b.start);
}

export function removeIdentifiers(text: string): string {
	let kept = '';
	let from = 0;
	for (const { start, end } of findIdentifiers(text)) {
		kept += text.slice(from, start) + REMOVED;
		from = end;
	}
	return kept + text.slice(from);
}

const GAP = String.raw`[ \u00a0\u2009.\-\u2010-\u2013]`;
const NOT_IN_A_NUMBER = String.raw`(?<![\d+]|\d[.,])`;
const NUMBER_ENDS = String.raw`(?!\d|[.,]\d)`;

/** The first that takes a piece of the text keeps it. */
const PATTERNS: {
	kind: IdentifierKind;
	pattern: RegExp;
	holds?: (match: RegExpMatchArray) => boolean;
}[] = [
	{
		kind: 'email',
		pattern:
			/[\p{L}\p{N}][\p{L}\p{N}._%+'-]{0,63} ?(?:@|[([] ?(?:at|snabel-?a) ?[)\]]) ?(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,}/giu
	},
	{
		kind: 'cpr',
		pattern: new RegExp(
			String.raw`(?<!\d)(\d\d)[ ./-]?(\d\d)[ ./-]?(\d\d) ?${GAP}? ?\d{4}(?!\d)`,
			'g'
		),
		holds: ([, day, month]) => isDay(Number(day), Number(month))
	},
	{
		// Any country, when it is written with a plus or 00.
		kind: 'telephone',
		pattern: new RegExp(
			String.raw`(?<![\d+])(?:\+|00)\d{1,3}(?:[()/]|${GAP}){0,2}\d(?:(?:[()/]|${GAP}){0,2}\d){5,11}(?!\d)`,
			'g'
		)
	},
	{
		kind: 'telephone',
		pattern: new RegExp(
			String.raw`${NOT_IN_A_NUMBER}(?:[2-9]\d{3}${GAP}?\d{4}|[2-9]\d(?:${GAP}?\d\d){3}|[2-9]\d\d${GAP}\d\d${GAP}\d{3}|[2-9]\d\d[ -]\d{3}[ -]\d\d)${NUMBER_ENDS}(?! ?(?:kr|kroner|dkk|%)(?!\p{L}))`,
			'giu'
		),
		holds: ([number]) => !isSpanOfYears(number) && !isDate(number)
	}
];

const LONGEST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the month; stand-in CPR numbers add sixty to it. */
const isDay = (day: number, month: number): boolean =>
	day % 60 >= 1 && day % 60 <= (LONGEST_DAYS[month - 1] ?? 0) && day < 92;

/** "2024-2026" or "2024 2025" is no telephone number. */
const isSpanOfYears = (number: string): boolean => /^(?:19|20)\d\d\D(?:19|20)\d\d$/.test(number);

/** "20.10.2026" is none either. */
const isDate = (number: string): boolean => /^\d\d([.-])\d\d\1(?:19|20)\d\d$/.test(number);

/** Arabic, Persian and full-width digits read as ours; one for one, so that places stay the same. */
const asciiDigits = (text: string): string =>
	text.replace(/[٠-٩۰-۹０-９]/g, (digit) => {
		const code = digit.charCodeAt(0);
		const zero = code >= 0xff10 ? 0xff10 : code >= 0x06f0 ? 0x06f0 : 0x0660;
		return String(code - zero);
	});
