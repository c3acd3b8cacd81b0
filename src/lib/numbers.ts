/** A number of a text up to `end`. `other`: a date, a time, weeks, years or an amount, none of which names a person. */
export type Found = { kind: 'cpr' | 'telephone' | 'other'; end: number };

/**
 * What the number is that begins at a place of a text, if it is one of those that are known.
 * @param text with digits 0–9, hyphens and spaces alone (`identifiers.ts` makes it so)
 * @param afterAnother where a number ended that names a person: one may follow it behind a comma
 */
export function numberAt(text: string, at: number, afterAnother?: number): Found | undefined {
	const before = text.slice(Math.max(0, at - 24), at);
	const isInside = /\d[.,:]$/.test(before) && afterAnother !== at - 1;
	for (const { kind, pattern, holds } of isInside ? [CPR] : NUMBERS) {
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (!match) continue;
		const end = pattern.lastIndex;
		if (kind === 'telephone' && goesOn(text, end)) continue;
		if (!holds || holds(match, before)) return { kind, end };
	}
}

/** `20304050,50` is an amount; `20304050,21304050` are two telephone numbers. */
const goesOn = (text: string, end: number): boolean =>
	/^[.,]\d/.test(text.slice(end, end + 2)) &&
	(numberAt(text, end + 1, end)?.kind ?? 'other') === 'other';

type Pattern = {
	kind: Found['kind'];
	pattern: RegExp;
	/** @param before what stands before it */
	holds?: (match: RegExpExecArray, before: string) => boolean;
};

const sticky = (source: string): RegExp => new RegExp(source, 'iy');

const LONGEST_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDay = (day: number, month: number): boolean =>
	day >= 1 && day <= (LONGEST_DAYS[month - 1] ?? 0);

/** Somebody tells of a meeting of these years; a child of theirs has few numbers to write. */
const isRecent = (year: string): boolean =>
	Number(year.slice(-2)) >= 15 && Number(year.slice(-2)) < 40;

const GAP = '[ ./-]{0,3}';
const TIME = String.raw`(?:[01]?\d|2[0-3])[.:]?[0-5]\d(?!\d)`;
const TIMES = `${TIME}(?: ?- ?${TIME})?`;
const BEFORE_TIME = String.raw`,? (?:kl\.? ?|klokken |at )?`;
const YEAR = String.raw`(?:19|20)\d\d(?!\d)`;
const WEEK = String.raw`(?:0?[1-9]|[1-4]\d|5[0-3])(?!\d)`;
const DAY_AND_MONTH = String.raw`(\d\d?)(?:[./-] ?| )(\d\d?)`;

const dayHolds: Pattern['holds'] = ([, day, month]) => isDay(Number(day), Number(month));

/** `2 3 4 5 6 7 8 9` is how somebody counts. */
const isCounted = (spelled: string): boolean => {
	const digits = spelled.split(/\D+/).map(Number);
	return digits.every((digit, n) => n === 0 || digit === ((digits[n - 1] ?? 0) + 1) % 10);
};

const CPR: Pattern = {
	kind: 'cpr',
	pattern: sticky(
		String.raw`(?:(\d\d)[ ./-]?(\d\d)[ ./-]?|(\d\d?)[./-] ?(\d\d?)[ ./-] ?)(?:19|20)?\d\d(?:[,:;)]| ?${GAP} ?)\d\d[ -]?\d\d(?!\d)`
	),
	// Stand-in numbers add sixty to the day.
	holds: ([, day, month, short, shorter]) =>
		Number(day ?? short) < 92 && isDay(Number(day ?? short) % 60, Number(month ?? shorter))
};

/** The first that fits is it. What is none of a person's comes first, so that no piece of it is taken for one. */
const NUMBERS: Pattern[] = [
	{
		// 01.01.2025-31.12.2025.
		kind: 'other',
		pattern: sticky(
			String.raw`${DAY_AND_MONTH}[./-] ?((?:20)?\d\d) ?(?:-|til) ?${DAY_AND_MONTH}[./-] ?((?:20)?\d\d)(?!\d)`
		),
		holds: ([, day, month, year, toDay, toMonth, toYear]) =>
			isDay(Number(day), Number(month)) &&
			isDay(Number(toDay), Number(toMonth)) &&
			isRecent(year ?? '') &&
			isRecent(toYear ?? '')
	},
	{
		// 2026/27, as schools and budgets have their years.
		kind: 'other',
		pattern: sticky(String.raw`(20\d\d)[/-](\d\d)(?![./-]?\d)(?! \d\d(?!\d))`),
		holds: ([, year, next]) => (Number(year) + 1) % 100 === Number(next)
	},
	{
		// 2026-11-12, with its time.
		kind: 'other',
		pattern: sticky(
			String.raw`(20\d\d)([./-])(\d\d)\2(\d\d)(?!\d)(?:(?:${BEFORE_TIME}|t)${TIMES})?`
		),
		holds: ([, , , month, day]) => isDay(Number(day), Number(month))
	},
	{
		// 12.03.24 1400; the year in four digits needs no dots.
		kind: 'other',
		pattern: sticky(
			String.raw`(?:(\d\d?)[./-] ?(\d\d?)[./-] ?(\d\d)|${DAY_AND_MONTH}[ ./-] ?(20\d\d))${BEFORE_TIME}${TIMES}`
		),
		holds: ([, day, month, year, otherDay, otherMonth, otherYear]) =>
			isDay(Number(day ?? otherDay), Number(month ?? otherMonth)) &&
			isRecent(year ?? otherYear ?? '')
	},
	{
		// 30/11 1400, and 25/10-28/10.
		kind: 'other',
		pattern: sticky(
			String.raw`(\d\d?)[./-](\d\d?)(?:${BEFORE_TIME}${TIMES}|\.? ?- ?\d\d?[./]\d\d?(?:[./ -]${YEAR})?(?![\d]))`
		),
		holds: dayHolds
	},
	{ kind: 'other', pattern: sticky(String.raw`(?:[01]?\d|2[0-3])[.:][0-5]\d ?- ?${TIME}`) },
	{
		kind: 'other',
		pattern: sticky(`${TIME} ?- ?${TIME}`),
		holds: (_, before) => /(?:kl\.? ?|klokken |mellem |tid ?:? ?)$/i.test(before)
	},
	{
		// Weeks 45-48 2025.
		kind: 'other',
		pattern: sticky(
			String.raw`${WEEK}(?:(?: ?[,/-] ?| (?:og |til )?)${WEEK})*(?:[ ,./-]{1,2}${YEAR})?`
		),
		holds: (_, before) => /(?:uge|week)(?:r|rne|n|s)?\.? ?(?:nr\.? ?)?$/i.test(before)
	},
	{ kind: 'other', pattern: sticky(String.raw`${WEEK}[/-]${WEEK}[ ,/]{1,2}${YEAR}`) },
	{
		kind: 'other',
		pattern: sticky(String.raw`${YEAR}(?:(?: ?[/-] ?|,? (?:og |til )?)${YEAR})+`)
	},
	{ kind: 'other', pattern: sticky(String.raw`\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\.?\d)`) },
	CPR,
	{
		kind: 'other',
		pattern: sticky(`${DAY_AND_MONTH}[ ./-] ?${YEAR}`),
		holds: dayHolds
	},
	{
		// One by one, as it is spelled out to a phone.
		kind: 'cpr',
		pattern: sticky(String.raw`(\d) (\d) (\d) (\d)(?: \d){6}(?! ?\d)`),
		holds: ([spelled = '', ...digits]) =>
			!isCounted(spelled) &&
			isDay(Number(digits.slice(0, 2).join('')) % 60, Number(digits.slice(2, 4).join('')))
	},
	{
		kind: 'telephone',
		pattern: sticky(String.raw`[2-9](?: \d){7}(?! ?\d)`),
		holds: ([spelled = '']) => !isCounted(spelled)
	},
	...['(?:\\+ ?|00 ?)?45\\)?' + GAP + '(?:\\(0\\) ?)?', ''].map((country): Pattern => ({
		kind: 'telephone',
		pattern: sticky(
			String.raw`${country}(?:[2-9]\d\)?${GAP}\d\d${GAP}\d\d${GAP}\d\d|[2-9]\d(?:,\d\d){3}|[2-9]\d\d[ ./-]{1,2}(?:\d\d[ ./-]{1,2}\d{3}|\d{3}[ ./-]{1,2}\d\d|\d{5})|[2-9]\d{4}[ ./-]{1,2}\d{3})(?!\d)(?! ?(?:kr|kroner|dkk|eur|euro|%|€)(?![a-zæøå]))`
		),
		holds: (_, before) => !/(?:kr\.?|dkk|eur|[$€]) ?$/i.test(before)
	})),
	{
		// Any country, when it is written with a plus or 00.
		kind: 'telephone',
		pattern: sticky(
			String.raw`(?:\+ ?|00 ?)\d{1,3}(?:[()]|[ ./-]){0,3}\d(?:(?:[()]|[ ./-]){0,2}\d){5,11}(?!\d)`
		)
	}
];
