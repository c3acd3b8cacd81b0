import { describe, expect, it } from 'vitest';
import { municipality, questionnaire } from '../../../../tests/support/survey.ts';
import type { Plan } from '../../plan/plan.ts';
import { openFile } from '../core/database.ts';
import * as languages from './languages.ts';
import * as plans from './plans.ts';
import * as settings from '../core/settings.ts';

const plan = plans.find('stevns') as Plan;
const TODAY = '2026-02-20';

describe('the languages that citizens are offered', () => {
	it('are the plan’s, when nothing is missing', () => {
		expect(languages.offered(openFile(':memory:'), plan, TODAY)).toEqual(['da', 'let', 'en']);
	});

	it('are fewer where the municipality has chosen so', () => {
		const db = openFile(':memory:');
		settings.change(db, plan, { ...settings.read(db, plan), languages: ['da', 'en'] });
		expect(languages.offered(db, plan, TODAY)).toEqual(['da', 'en']);
	});

	it('are a draft only where the municipality has said so', () => {
		const db = openFile(':memory:');
		expect(plan.languages).toContain('uk');
		const { languages: before, ...others } = settings.read(db, plan);
		expect(before).not.toContain('uk');
		settings.change(db, plan, { ...others, languages: ['da', 'uk', 'ar'] });
		expect(languages.offered(db, plan, TODAY)).toEqual(['da', 'ar', 'uk']);
	});

	it.each<[string, Partial<Plan>]>([
		['the question', { question: { da: 'Hvordan gik det?', let: 'Hvordan gik det?' } }],
		[
			'a contact',
			{ contacts: [...plan.contacts, { name: { da: 'Borgerrådgiveren', let: 'Hjælp' } }] }
		]
	])('are without one that %s is missing in', (_what, change) => {
		expect(languages.offered(openFile(':memory:'), { ...plan, ...change }, TODAY)).toEqual([
			'da',
			'let'
		]);
	});

	it('are without one that the questionnaire in the field is missing in, as long as it is', () => {
		const { db } = municipality();
		expect(questionnaire.items[0]?.text).not.toHaveProperty('en');
		expect(languages.offered(db, plan, TODAY)).toEqual(['da']);
		expect(languages.offered(db, plan, '2026-07-01')).toEqual(['da', 'let', 'en']);
		expect(languages.offered(db, plan, '2025-12-31')).toEqual(['da', 'let', 'en']);
	});
});

describe('a text that lacks a language', () => {
	it('is told of, and Danish is shown', () => {
		const reading = plans.read('stevns', { ...plan, question: { da: 'Hvordan gik det?' } });
		expect(plans.usable(reading).question.da).toBe('Hvordan gik det?');
		expect(plans.validate([reading]).map(({ path, reason }) => `${path}: ${reason}`)).toEqual([
			'question: the text is missing in "let"',
			'question: the text is missing in "en"',
			...Object.keys(plans.DICTIONARIES).map((code) => `question: the text is missing in "${code}"`)
		]);
	});

	it('is told of where it is the picture’s model that comes with the program', () => {
		const vejen = plans.find('vejen') as Plan;
		const reading = plans.read('vejen', { ...vejen, languages: [...vejen.languages, 'sv'] });
		const lacking = plans.validate([reading]).map(({ path }) => path.split('.')[0]);
		expect(lacking).toEqual(expect.arrayContaining(['question', 'questionnaires', 'journey']));
	});
});
