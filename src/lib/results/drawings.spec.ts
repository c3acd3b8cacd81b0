import { load } from '../i18n/messages.ts';
import type { Distribution, Figure } from './figure.ts';
import { resultWords } from './sentence.ts';
import type { TrendPoint } from './trend.ts';
import { localeOf } from './locale.ts';
import { describe, expect, it } from 'vitest';
import { commonScale, figureCells, figureColumns, figureRow, trendPoints } from './drawings.ts';

const locale = localeOf(await load('da', 'results'), 'da');
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');
const shown: Figure = {
	state: 'shown',
	series: 'asked',
	n: 100,
	share: { k: 80, n: 100 },
	interval: { low: 0.711, high: 0.867 },
	mean: null,
	distribution: { points: [5, 5, 10, 40, 40], na: 2, unclear: 1, skipped: 3 },
	response: null
};

describe('a row', () => {
	it('says "enige", and only of satisfaction "tilfredse"', () => {
		expect(plain(figureRow(locale, 'A', 'agreement', shown).figure)).toBe('80 % enige');
		expect(plain(figureRow(locale, 'A', 'satisfaction', shown).figure)).toBe('80 % tilfredse');
	});

	it('of the open series has no interval', () => {
		const open: Figure = { ...shown, series: 'open', interval: null };
		expect(plain(figureRow(locale, 'A', 'agreement', shown).note)).toBe('71–87 % · 100 svar');
		expect(plain(figureRow(locale, 'A', 'agreement', open).note)).toBe('100 svar');
	});

	it('that is hidden says nothing but that', () => {
		const row = figureRow(locale, 'A', 'agreement', { state: 'hidden' });
		expect(row).toMatchObject({
			parts: null,
			figure: '',
			note: 'Skjult: få har svaret, eller det kunne regnes ud'
		});
	});

	it('has a cell under every heading, or words for all of them', () => {
		const columns = figureColumns(locale, 'Udsagn', null);
		expect(figureCells(locale, 'A', shown)).toHaveLength(columns.length);
		expect(figureCells(locale, 'A', { state: 'hidden' })).toEqual(['A', locale.m.items.hidden()]);
		expect(figureCells(locale, 'A', shown).slice(4)).toEqual('40 40 10 5 5 2 1 3'.split(' '));
	});
});

it('items of two scales have no legend in common', () => {
	expect(commonScale([{ scale: 'agreement' }, { scale: 'agreement' }])).toBe('agreement');
	expect(commonScale([{ scale: 'agreement' }, { scale: 'satisfaction' }])).toBeNull();
});

it('a long trend names the first month of each quarter, a longer one of each half-year, and January has its year under it', () => {
	const months = Array.from({ length: 26 }, (_, index): TrendPoint => {
		const month = `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
		return { month, state: 'open' };
	});
	const named = (n: number) =>
		trendPoints(locale, months.slice(0, n)).flatMap(({ tick, under }) =>
			tick === null ? [] : under === null ? tick : `${tick} ${under}`
		);
	expect(named(13)).toHaveLength(13);
	expect(named(14)).toEqual(['jan 2025', 'apr', 'jul', 'okt', 'jan 2026']);
	expect(named(26)).toEqual(['jan 2025', 'jul', 'jan 2026', 'jul', 'jan 2027']);
});

it('where months have long names, every second is named', async () => {
	const arabic = localeOf(await load('ar', 'results'), 'ar');
	const months = ['09', '10', '11', '12', '01', '02', '03', '04', '05'].map(
		(month): TrendPoint => ({
			month: `${month > '08' ? 2026 : 2027}-${month}`,
			state: 'open'
		})
	);
	const named = (of: typeof locale) =>
		trendPoints(of, months).map(({ tick, under }) => [tick !== null, under]);
	expect(named(locale).every(([isNamed]) => isNamed)).toBe(true);
	expect(named(arabic).map(([isNamed]) => isNamed)).toEqual(months.map((_, n) => n % 2 === 0));
	expect(named(arabic)[4]?.[1]).toBe('2027');
});

describe('51 of 80', () => {
	const points: Distribution['points'] = [5, 9, 15, 30, 21];
	const share = { k: 51, n: 80 };
	const figure: Figure = {
		...shown,
		n: 80,
		share,
		distribution: { ...shown.distribution, points }
	};

	it('is one figure in a row, on its bars, in a cell and in a sentence', () => {
		const row = figureRow(locale, 'A', 'agreement', figure);
		expect(plain(row.figure)).toBe('64 % enige');
		expect(row.labels).toEqual(['6', '11', '19', '38', '26']);
		expect(plain(figureCells(locale, 'A', figure)[1] ?? '')).toBe('64 %');
		const [words] = resultWords(locale, figure, [{ scale: 'agreement' }], null);
		expect(plain(words ?? '')).toContain('64 %');
	});

	it('is half up where a decimal is needed', () => {
		const close = { goal: 0.64, verdict: 'not-reached', settledBy: null } as const;
		const [words] = resultWords(locale, figure, [{ scale: 'agreement' }], close);
		expect(plain(words ?? '')).toContain('63,8 %');
		expect(plain(locale.percent(share, 1))).toBe('63,8 %');
		expect(locale.mean({ k: 201, n: 200 })).toBe('1,01');
	});

	it('and a goal is said as exactly as the plan prints it', () => {
		expect(plain(locale.goal(0.8))).toBe('80 %');
		expect(plain(locale.goal(0.575))).toBe('57,5 %');
		expect(plain(locale.goal(0.57))).toBe('57 %');
	});
});
