import { describe, expect, it } from 'vitest';
import { LANGUAGES, load, type Language } from '../i18n/messages.ts';
import { caption, stamp, decimalsAgainst, type Caption } from './caption.ts';
import { figureOver, type Figure } from './figure.ts';
import type { Missing } from './missing.ts';
import type { Period } from './period.ts';
import { changeWords, resultWords } from './sentence.ts';
import { tally } from './tally.ts';
import { localeOf, type Locale } from './locale.ts';

type Shown = Extract<Figure, { state: 'shown' }>;

const localeIn = async (language: Language): Promise<Locale> =>
	localeOf(await load(language, 'results'), language);
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

function figureOf(points: { [answer: string]: number }): Shown {
	const cell = { unit: '2026-05', series: 'asked' as const, category: '' };
	const rows = tally([{ ...cell, counts: { overall: points } }]);
	const figure = figureOver(rows, ['2026-05'], { items: ['overall'], series: 'asked' });
	if (figure.state === 'hidden') throw new Error('nothing to say');
	return figure;
}

const figure = figureOf({ 5: 100, 4: 75, 3: 20, 2: 10, 1: 9 });
const satisfied = [{ scale: 'satisfaction' as const }];

describe('a result in words', () => {
	it('says share, goal, how many, how sure and what follows', async () => {
		const locale = await localeIn('da');
		const against = { goal: 0.75, verdict: 'reached', settledBy: null } as const;
		expect(resultWords(locale, figure, satisfied, against).map(plain)).toEqual([
			'82 % af dem, der svarede, er tilfredse.',
			'Målet er 75 %.',
			'Tallet bygger på 214 svar.',
			'Det rigtige tal er nok mellem 76 og 86 %.',
			'Derfor kan vi sige, at målet er nået.',
			'Tallet siger ikke noget om dem, der ikke svarede.'
		]);
	});

	it.each([
		[
			{ verdict: 'undecided', settledBy: 3140 } as const,
			'Hvis tallet holder, skal omkring 3.140 svare'
		],
		[
			{ verdict: 'undecided', settledBy: null } as const,
			'Forskellen er for lille til at måle her.'
		],
		[
			{ verdict: 'not-reached', settledBy: null } as const,
			'Derfor kan vi sige, at målet ikke er nået.'
		],
		[{ verdict: 'not-over', settledBy: null } as const, 'de sidste tal er ude den 3. marts 2027.']
	])('%o', async (against, words) => {
		const locale = await localeIn('da');
		const said = resultWords(locale, figure, satisfied, { goal: 0.8, ...against }, '2027-03-03');
		expect(plain(said.join(' '))).toContain(words);
	});

	it('does not judge a change from a baseline that nobody knows the n of', async () => {
		const locale = await localeIn('da');
		const baseline = { share: 0.75, year: 2023, wording: 'samtaler med jobrådgiver' };
		expect(plain(changeWords(locale, 'baseline-unknown', baseline, 'samtalerne').join(' '))).toBe(
			'I 2023 var tallet 75 %. Vi ved ikke, hvor mange der svarede i 2023, så vi kan ikke sige, om det er steget. ' +
				'Udgangspunktet handler om »samtaler med jobrådgiver«, målet om »samtalerne«. Det er ikke helt det samme.'
		);
	});

	it('takes a decimal where whole per cent would put it at the goal', () => {
		const close = figureOf({ 5: 796, 3: 204 });
		expect(decimalsAgainst(close, 0.8)).toBe(1);
		expect(decimalsAgainst(close, 0.7)).toBe(0);
		expect(decimalsAgainst(close, null)).toBe(0);
	});

	it.each(Object.keys(LANGUAGES) as Language[])(
		'leaves no placeholder unsaid in %s',
		async (language) => {
			const locale = await localeIn(language);
			const against = { goal: 0.8, verdict: 'undecided', settledBy: 900 } as const;
			const said = resultWords(locale, figure, satisfied, against);
			const under = whole(caption(locale, missing, items, figure));
			expect([...said, ...under].join(' ')).not.toMatch(/undefined|NaN|[{}]/);
		}
	);
});

const items = [{ text: { da: 'Hvor tilfreds er du?' }, scale: 'satisfaction' as const }];
const period: Period = {
	kind: 'round',
	name: 'round',
	months: ['2026-03', '2026-04', '2026-05'],
	without: ['2026-Q1'],
	publishedOn: '2026-07-15',
	isOver: false
};
const missing: Missing = {
	response: { answered: 160, offered: 400, rate: { k: 160, n: 400 } },
	quarters: ['2026-Q2'],
	declined: 30,
	later: 5,
	silent: 210,
	channels: [],
	notOffered: [],
	answered: 220,
	answeredBy: [
		{ channel: 'code', n: 165 },
		{ channel: 'paper', n: 55 }
	]
};

const whole = ({ brief, rest }: Caption): string[] => [...brief, ...rest];

describe('a caption', () => {
	it('says all that METHOD §5 asks for', async () => {
		const said = plain(whole(caption(await localeIn('da'), missing, items, figure)).join(' '));
		for (const words of [
			'220 har svaret i alt.',
			'Svarene er givet 75 % med en kode og 25 % på papir.',
			'Spørgsmålet lød: »Hvor tilfreds er du?«.',
			'»Meget tilfreds«, »Tilfreds«, »Hverken tilfreds eller utilfreds«',
			'Tallet bygger på 214 svar.',
			'Nok mellem 76 og 86 % (95 % sikkerhedsinterval efter Wilson).'
		]) {
			expect(said).toContain(words);
		}
	});

	it('keeps who answered, how many, how sure and who is missing in sight', async () => {
		const { brief } = caption(await localeIn('da'), missing, items, figure);
		expect(plain(brief.join(' '))).toBe(
			'220 har svaret i alt. ' +
				'Tallet bygger på 214 svar. Nok mellem 76 og 86 % (95 % sikkerhedsinterval efter Wilson).'
		);
	});

	it('says how many of how many only of the very months of the figure, so that one section has one period', async () => {
		const locale = await localeIn('da');
		const settled = { ...missing, answered: 160 };
		expect(plain(caption(locale, settled, items, figure).brief.join(' '))).toBe(
			'160 af 400 spurgte svarede (40 %, 2. kvartal 2026). ' +
				'Tallet bygger på 214 svar. Nok mellem 76 og 86 % (95 % sikkerhedsinterval efter Wilson). ' +
				'240 blev spurgt uden at svare. Deres mening er ikke med.'
		);
		expect(caption(locale, null, items, figure).brief.join(' ')).not.toMatch(/har svaret|spurgt/);
	});

	it('has the months and the day it came out above it', async () => {
		const locale = await localeIn('da');
		expect(stamp(locale, period)).toBe(
			'Svar fra marts til maj 2026, uden 1. kvartal 2026. Offentliggjort 15. juli 2026.'
		);
		expect(stamp(locale, { ...period, publishedOn: null })).not.toContain('Offentliggjort');
	});

	it('names a few quarters, the ends of a long run, and every one where there is a gap', async () => {
		const { quarters } = await localeIn('da');
		expect(quarters(['2025-Q4', '2026-Q1'])).toBe('4. kvartal 2025 og 1. kvartal 2026');
		expect(quarters(['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'])).toBe(
			'3. kvartal 2025 til 2. kvartal 2026'
		);
		expect(quarters(['2025-Q1', '2025-Q4', '2026-Q1', '2026-Q2'])).toContain('1. kvartal 2025, ');
	});

	it('says that the denominator is not known yet, rather than nothing', async () => {
		const unsettled = { ...missing, response: null };
		const said = caption(await localeIn('da'), unsettled, items, figure);
		expect(said.brief).toContain('Vi ved ikke, hvor mange der er spurgt.');
	});
});

describe('what is published', () => {
	it.each(Object.keys(LANGUAGES) as Language[])(
		'has one phrase for one count and one for what is hidden, and promises nothing of what is over, in %s',
		async (language) => {
			const { m } = await localeIn(language);
			const n = { n: 12, count: '12' };
			expect(m.result.answered(n)).toBe(m.caption.n(n));
			const hidden = m.items.hidden();
			expect([m.months.hidden(), m.breakdown.tooFew()]).toEqual([hidden, hidden]);
			const over = [m.verdict.undecided(), m.verdict['no-figure'](), m.caption.missingUnknown()];
			expect(over.join(' ')).not.toMatch(/\bendnu\b|\byet\b/);
		}
	);
});
