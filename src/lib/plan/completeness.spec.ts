import { describe, expect, it } from 'vitest';
import { completeness, missing, wholeLanguages } from './completeness.ts';
import { Plan } from './plan.ts';

const both = { da: 'Tekst', en: 'Text' };
const source = { kind: 'ours', why: 'prøve' } as const;
const plan = Plan.parse({
	municipality: 'lilleby',
	name: 'Lilleby Kommune',
	title: 'Plan',
	period: { from: 2026, to: 2027 },
	committee: 'Udvalget',
	languages: ['da', 'let', 'en'],
	terms: { municipality: both, caseworker: both, meeting: both },
	question: both,
	promises: [
		{ id: 'listen', text: both, source },
		{ id: 'clear', text: { da: 'Vi er tydelige' }, source }
	],
	questionnaires: [
		{
			id: 'samtale',
			name: both,
			items: [
				{ id: 'heard', text: { da: 'Hørt' }, scale: 'agreement', source, promises: ['listen'] }
			]
		}
	],
	teams: [],
	situations: [
		{ id: 'sick-leave', text: both },
		{ id: 'other', text: both }
	],
	meetingForms: [
		{ id: 'video', text: both },
		{ id: 'telephone', text: both }
	],
	headings: [],
	goals: [],
	initiatives: [],
	contacts: [{ name: both }]
});
const translated = { ...plan, promises: [{ id: 'listen', text: both, source }] };

describe('completeness', () => {
	it('finds every text that lacks a language, and where it stands', () => {
		expect(missing(plan.promises, ['da', 'en'])).toEqual([{ path: [1, 'text'], language: 'en' }]);
	});

	it('counts by part and language', () => {
		expect(completeness(plan, 'promises')).toEqual({
			texts: 2,
			lacking: { da: 0, let: 2, en: 1 }
		});
		expect(completeness(plan, 'teams')).toEqual({ texts: 0, lacking: { da: 0, let: 0, en: 0 } });
	});

	it('takes a language to be whole when a citizen meets no hole in it', () => {
		expect(wholeLanguages(plan, [])).toEqual(['da']);
		expect(wholeLanguages(translated, [])).toEqual(['da', 'en']);
	});

	it('minds a questionnaire only once it is asked', () => {
		expect(wholeLanguages(translated, [plan.questionnaires[0]?.items])).toEqual(['da']);
	});
});
