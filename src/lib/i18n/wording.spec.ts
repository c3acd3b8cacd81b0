import { expect, it } from 'vitest';
import { inLanguage, onlyIn } from './wording.ts';

const content = {
	id: 'x',
	question: { da: 'Hvordan?', en: 'How?', ar: 'كيف؟' },
	list: [{ text: { da: 'Ja', en: 'Yes' } }, null, 7]
};

it('keeps a language and Danish, and nothing of the others', () => {
	expect(onlyIn(content, 'ar')).toEqual({
		id: 'x',
		question: { da: 'Hvordan?', ar: 'كيف؟' },
		list: [{ text: { da: 'Ja' } }, null, 7]
	});
	expect(onlyIn(content, 'da')).toMatchObject({ question: { da: 'Hvordan?' } });
	expect(JSON.stringify(onlyIn(content, 'da'))).not.toMatch(/How|كيف|Yes/);
});

it('leaves out the Danish of what a language has, where it is not shown beside it', () => {
	expect(onlyIn(content, 'ar', false)).toEqual({
		id: 'x',
		question: { ar: 'كيف؟' },
		list: [{ text: { da: 'Ja' } }, null, 7]
	});
	expect(onlyIn(content, 'da', false)).toMatchObject({ question: { da: 'Hvordan?' } });
});

it('says in Danish what it lacks in a language', () => {
	expect(inLanguage({ da: 'Ja' }, 'ar')).toBe('Ja');
});
