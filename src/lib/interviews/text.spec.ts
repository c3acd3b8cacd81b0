import { expect, it } from 'vitest';
import { overlap, paragraphs, sentences, span } from './text.ts';

const words = (text: string): string[] =>
	sentences(text).map(({ start, end }) => text.slice(start, end));

it.each<[string, string[]]>([
	['Hun lyttede. Jeg fik svar!', ['Hun lyttede.', 'Jeg fik svar!']],
	['Han spurgte: "Hvad vil du?" Det var nyt.', ['Han spurgte: "Hvad vil du?"', 'Det var nyt.']],
	['Det var bl.a. derfor. Og kl. 9.', ['Det var bl.a. derfor.', 'Og kl. 9.']],
	['Den 3. samtale var god…  Ja.', ['Den 3. samtale var god…', 'Ja.']],
	['– et punkt\n– et til\n\n  Slut', ['– et punkt', '– et til', 'Slut']],
	['', []],
	[' \n ', []]
])('takes %s apart', (text, expected) => expect(words(text)).toEqual(expected));

it('knows paragraphs by their lines', () => {
	const text = 'En. To.\r\n\r\nTre.';
	expect(paragraphs(text).map(({ start, end }) => text.slice(start, end))).toEqual([
		'En. To.',
		'Tre.'
	]);
});

it('marks from the first chosen sentence to the last', () => {
	const text = 'En. To. Tre.';
	expect(span(text, [1])).toEqual({ start: 4, end: 7 });
	expect(span(text, [2, 0])).toEqual({ start: 0, end: 12 });
	expect(span(text, [9])).toBeUndefined();
	expect(overlap({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
	expect(overlap({ start: 0, end: 4 }, { start: 3, end: 5 })).toBe(true);
});
