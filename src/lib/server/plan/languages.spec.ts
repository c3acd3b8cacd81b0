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
