import { expect, it } from 'vitest';
import { partsOf } from './sms.ts';

const CASES: [name: string, text: string, parts: number][] = [
	['nothing', '', 1],
	['Danish letters', 'æøåÆØÅ'.repeat(26), 1],
	['a full message', 'æ'.repeat(160), 1],
	['one letter more', 'æ'.repeat(161), 2],
	['two full ones', 'a'.repeat(306), 2],
	['one letter more than two', 'a'.repeat(307), 3],
	['a letter outside the alphabet', '–'.repeat(70), 1],
	['one more of all scripts', `a${'–'.repeat(70)}`, 2],
	['two full ones of all scripts', 'ç'.repeat(134), 2],
	['one more than two of all scripts', 'ç'.repeat(135), 3],
	['Arabic', 'مرحبا', 1],
	['a euro beside 99 letters', `€${'a'.repeat(99)}`, 1],
	['a euro takes two', `€${'a'.repeat(158)}`, 1],
	['a euro too much', `€${'a'.repeat(159)}`, 2],
	...['^', '{', '}', '\\', '[', '~', ']', '|', '€', '\f'].map((letter): (typeof CASES)[number] => [
		`eighty of ${JSON.stringify(letter)}`,
		letter.repeat(80),
		1
	]),
	...['^', '{', '}', '\\', '[', '~', ']', '|', '€', '\f'].map((letter): (typeof CASES)[number] => [
		`eighty-one of ${JSON.stringify(letter)}`,
		letter.repeat(81),
		2
	]),
	// 153 is odd: of 76 pairs in a message the last place stays empty, and an escape does not begin there.
	['a pair is not split', '€'.repeat(76 * 2), 2],
	['a pair that is not split takes a message more', '€'.repeat(76 * 2 + 1), 3],
	['a pair at the seam goes over', `${'a'.repeat(152)}€${'a'.repeat(151)}`, 2],
	['and what it pushes too', `${'a'.repeat(152)}€${'a'.repeat(152)}`, 3],
	['an emoji takes two', '🙂'.repeat(35), 1],
	['an emoji too much', '🙂'.repeat(36), 2],
	['an emoji is not split', '🙂'.repeat(33 * 2 + 1), 3]
];

it.each(CASES)('%s: %j', (_, text, parts) => {
	expect(partsOf(text)).toBe(parts);
});
