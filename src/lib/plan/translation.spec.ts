import { expect, it } from 'vitest';
import { danishOf, translated } from './translation.ts';

const content = {
	id: 'x',
	question: { da: 'Hvordan gik det?', let: 'Gik det godt?' },
	list: [{ text: { da: 'Ja', en: 'Yes, indeed' } }, { text: { da: 'Nej' } }, null, 3]
};

it('fills in what a language’s dictionary has, and keeps what stands there', () => {
	const words = { 'Hvordan gik det?': 'How did it go?', Ja: 'Yes' };
	expect(translated(content, { en: words, ar: { Nej: 'لا' } })).toEqual({
		id: 'x',
		question: { da: 'Hvordan gik det?', let: 'Gik det godt?', en: 'How did it go?' },
		list: [{ text: { da: 'Ja', en: 'Yes, indeed' } }, { text: { da: 'Nej', ar: 'لا' } }, null, 3]
	});
});

it('does not translate a text whose Danish words have changed', () => {
	expect(translated({ da: 'Nej tak' }, { ar: { Nej: 'لا' } })).toEqual({ da: 'Nej tak' });
});

it('lists the Danish of every text once', () => {
	expect(danishOf([content, content])).toEqual(['Hvordan gik det?', 'Ja', 'Nej']);
});
