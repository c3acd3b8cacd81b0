import { expect, it } from 'vitest';
import { shownAs, themes } from './passages.ts';

const passage = (promise: string, tone: 'works' | 'better', interview: string) => ({
	promise,
	tone,
	interview
});

it('counts passages and people by promise, in the plan’s order, and what is left last', () => {
	const passages = [
		passage('clear', 'better', 'i1'),
		passage('clear', 'better', 'i1'),
		passage('clear', 'works', 'i2'),
		passage('', 'works', 'i2'),
		passage('gone', 'works', 'i3')
	];
	expect(themes(passages, ['listen', 'clear'])).toEqual([
		{ promise: 'listen', works: 0, better: 0, people: 0 },
		{ promise: 'clear', works: 1, better: 2, people: 2 },
		{ promise: '', works: 2, better: 0, people: 2 }
	]);
	expect(themes([], ['listen'])).toHaveLength(1);
});

it('shows a passage only as it may be', () => {
	const text = 'ord for ord';
	expect(shownAs({ quote: 'verbatim', text, wording: '' })).toEqual({ text, isQuote: true });
	expect(shownAs({ quote: 'own-words', text, wording: 'vores ord' })).toEqual({
		text: 'vores ord',
		isQuote: false
	});
	expect(shownAs({ quote: 'own-words', text, wording: '' })).toBeUndefined();
	expect(shownAs({ quote: 'no', text, wording: 'vores ord' })).toBeUndefined();
});
