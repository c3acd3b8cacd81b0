import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { REMOVED, removeIdentifiers } from './identifiers.ts';

/** By kind of writing: what is taken for the number of a person, however a phone or a hurry has written it. */
const GOES: { [writing: string]: string[] } = {
	'CPR with another dash': [
		'010180—1234',
		'010180–1234',
		'010180−1234',
		'010180‑1234',
		'010180⁃1234'
	],
	'CPR with two dashes, or more room': ['010180--1234', '010180 — 1234', '010180 - 1234'],
	'CPR with a space of another width': [
		'010180\u202f1234',
		'010180\u00a01234',
		'010180\u20091234',
		'010180\t1234'
	],
	'CPR over two lines': ['010180\n1234', '010180-\n1234', '010180\r\n1234', '010180\n-1234'],
	'CPR with another sign': [
		'010180_1234',
		'010180/1234',
		'010180.1234',
		'010180:1234',
		'(010180)1234'
	],
	'CPR in pairs': ['01 01 80 12 34', '01-01-80-12-34', '010180 12 34', '0101 80 1234'],
	'CPR with the date as it is said': [
		'1/1-80 1234',
		'1.1.80-1234',
		'01.01.1980-1234',
		'010119801234'
	],
	'CPR of a child': ['12.03.24-1400', '120324 1400', '01 03 24 1400'],
	'CPR with what cannot be seen': [
		'0\u200b101801234',
		'01\u00ad0180-1234',
		'\u202a010180-1234\u202c'
	],
	'CPR in other digits': ['०१०१८०-१२३४', '۰۱۰۱۸۰-۱۲۳۴', '0️⃣1️⃣0️⃣1️⃣8️⃣0️⃣1️⃣2️⃣3️⃣4️⃣', '𝟎𝟏𝟎𝟏𝟖𝟎-𝟏𝟐𝟑𝟒'],
	'CPR beside another': ['010180-1234,020280-4321', '0101801234/0202804321'],
	'telephone beside another': [
		'20304050,21304050',
		'20304050, 21304050',
		'20304050/21304050',
		'20304050.21304050',
		'20304050,21304050,22304050',
		'20304050;21304050',
		'20 30 40 50 60 70 80 90'
	],
	'telephone with its country': [
		'4520304050',
		'45 20 30 40 50',
		'45-20304050',
		'(45)20304050',
		'(+45) 20304050',
		'+4520304050',
		'+45-20-30-40-50',
		'+45 (0) 20304050',
		'+ 45 20304050',
		'0045-20304050',
		'00 45 20304050',
		'＋4520304050',
		'+298 123456',
		'+48 600 700 800',
		'+380 50 123 45 67',
		'+1 (555) 123-4567'
	],
	'telephone in pairs': [
		'20—30—40—50',
		'20–30–40–50',
		'20_30_40_50',
		'20/30/40/50',
		'20 - 30 - 40 - 50',
		'20. 30. 40. 50',
		'20,30,40,50',
		'20·30·40·50',
		'20\u202f30\u202f40\u202f50',
		'20 30\n40 50'
	],
	'telephone in other groups': ['2030—4050', '2030 40 50', '20 30 4050', '20 304050', '203-04-050'],
	'telephone in other digits': ['２０３０４０５０', '۲۰۳۰۴۰۵۰', '২০৩০৪০৫০'],
	'a number spelled out': ['0 1 0 1 8 0 1 2 3 4', '2 0 3 0 4 0 5 0', '2 0\u00a03 0 4 0 5 0'],
	'telephone in brackets': ['(20) 30 40 50', '(20)304050'],
	'telephone close to words': [
		'tlf.nr.20304050',
		'tlf: 20304050.',
		'\u202a20 30 40 50\u202c',
		'20304050og21304050'
	]
};

/** What looks like one and is none: it stays, letter by letter. */
const STAYS: { [kind: string]: string[] } = {
	weeks: [
		'i uge 45-48 2025',
		'uge 45–48, 2025',
		'uge 45—48 2025',
		'45-48 2025',
		'uge 45/2025',
		'ugerne 22 23 24 25',
		'uge 45, 46, 47 og 48',
		'i ugerne 45-48 i 2025',
		'week 45-48 2025',
		'uge 40-41 2026 og uge 45-46 2026'
	],
	years: [
		'2024–2026',
		'2024—2026',
		'fra 2024-2026',
		'2024/2025',
		'2023, 2024, 2025 og 2026',
		'2022/2023 og 2023/2024',
		'2026/27',
		'2026/27 2027/28',
		'2025-26 og 2026-27',
		'2030 2031'
	],
	'a date': [
		'20-10-2026',
		'20.10.2026',
		'20/10/2026',
		'20/10 2026',
		'20 10 2026',
		'2026-11-12',
		'2026/11/12',
		'den 20-25.10.2026',
		'25.10-28.10',
		'01.01.2025-31.12.2025',
		'01-01-2025 - 31-12-2025',
		'1.1.25-30.6.25',
		'01/01/2025 til 31/12/2025',
		'25/10-28/10'
	],
	'a date with a time': [
		'den 12.03.24 1400',
		'den 12.03.24 14.00',
		'mødet 12-11-2026 1030',
		'den 12-11-2026 kl. 1030',
		'12-11-2026 10:30',
		'd. 12/11-2026 1030',
		'12/3-24 14:00',
		'12. 3. 2024 1400',
		'den 30/11 1400',
		'30-11 1400',
		'mandag 30/11 2026 1030-1130',
		'2026-11-12 1030',
		'2026-11-12T10:30'
	],
	'a time': [
		'20.30-21.15',
		'kl. 2030-2130',
		'kl 20.30-21.30',
		'1030-1130',
		'kl. 9.00-11.30 12.00-14.15'
	],
	'an amount': [
		'25.000.000',
		'25 000 000',
		'20304050 kr',
		'kr. 20304050',
		'20304050,50',
		'20304050%',
		'4.620 kr og 3.500 kr'
	],
	'other numbers': [
		'sag 2024/123456',
		'1 2 3 4 5 6 7 8 9 0',
		'2 3 4 5 6 7 8 9',
		'203040506',
		'4620 Køge',
		'20, 30, 40, 50 år',
		'§ 20 stk. 2',
		'20 år 30 dage 40 timer'
	]
};

describe('what goes', () => {
	it.each(Object.entries(GOES))('%s', (_, writings) => {
		for (const writing of writings) {
			const kept = removeIdentifiers(`Jeg er ${writing} og glad`);
			expect(kept.replaceAll(REMOVED, ''), writing).not.toMatch(/\p{Nd}/u);
			expect(kept, writing).toMatch(/^Jeg er .* og glad$/s);
		}
	});
});

describe('what stays', () => {
	it.each(Object.entries(STAYS))('%s', (_, writings) => {
		for (const writing of writings) {
			const text = `Det var ${writing} og godt`;
			expect(removeIdentifiers(text)).toBe(text);
			expect(removeIdentifiers(writing)).toBe(writing);
		}
	});

	it('and what names a person beside it goes', () => {
		expect(removeIdentifiers('i uge 45-48 2025, ring 20304050')).toBe(
			`i uge 45-48 2025, ring ${REMOVED}`
		);
		expect(removeIdentifiers('den 12.03.24 1400: 010180—1234')).toBe(
			`den 12.03.24 1400: ${REMOVED}`
		);
		expect(removeIdentifiers('2024-2026 20304050')).toBe(`2024-2026 ${REMOVED}`);
	});
});

it('asks nothing of a browser that an iPhone before 16.4 lacks', async () => {
	for (const file of ['identifiers', 'numbers', 'digits']) {
		const source = await readFile(`src/lib/${file}.ts`, 'utf8');
		expect(source).not.toMatch(/\(\?<[!=]/);
	}
});
