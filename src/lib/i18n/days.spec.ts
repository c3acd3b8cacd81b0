import { expect, it } from 'vitest';
import { intlOf, inWords } from './days.ts';

it.each([
	['da', '20. maj 2026'],
	['en', '20 May 2026'],
	['ar', '20 مايو 2026'],
	['fa', '20 مهٔ 2026'],
	['uk', '20 травня 2026 р.']
])('a day in %s has our calendar and our digits', (language, words) => {
	expect(inWords('2026-05-20', language)).toBe(words);
});

it('a number is written with the digits that codes and telephone numbers have', () => {
	for (const language of ['ar', 'fa', 'ti', 'so', 'uk'])
		expect(new Intl.NumberFormat(intlOf(language)).format(120)).toBe('120');
});
