import { describe, expect, it } from 'vitest';
import { openFile } from './database.ts';
import { threshold } from './settings.ts';
import * as settings from './settings.ts';

const plan = { languages: ['da', 'let', 'en'] };
const usual: settings.Settings = {
	threshold: 10,
	commentMonths: 24,
	auditYears: 5,
	languages: ['da', 'let', 'en'],
	publicResults: true,
	notesDays: 60,
	notesAwaitJournal: false
};

describe('settings', () => {
	it('are the product’s own until a municipality changes them', () => {
		expect(settings.read(openFile(':memory:'), plan)).toEqual(usual);
	});

	it('raise the threshold of later releases, and never lower it', () => {
		const db = openFile(':memory:');
		expect(settings.change(db, plan, { ...usual, threshold: 15 })).toEqual({ ok: true });
		expect(threshold(db)).toBe(15);
		expect(settings.change(db, plan, { ...usual, threshold: 14 })).toEqual({
			ok: false,
			reason: 'threshold-down'
		});
		expect(threshold(db)).toBe(15);
		expect(settings.Settings.safeParse({ ...usual, threshold: 9 }).success).toBe(false);
	});

	it('always offer Danish, and no language that the plan lacks', () => {
		const db = openFile(':memory:');
		const change = (languages: string[]) => settings.change(db, plan, { ...usual, languages });
		expect(change(['en'])).toEqual({ ok: false, reason: 'no-danish' });
		expect(change(['da', 'ar'])).toEqual({ ok: false, reason: 'unknown-language' });
		expect(change(['en', 'da'])).toEqual({ ok: true });
		expect(settings.read(db, plan).languages).toEqual(['da', 'en']);
	});

	it('can close the public page', () => {
		const db = openFile(':memory:');
		settings.change(db, plan, { ...usual, publicResults: false });
		expect(settings.isPublic(db)).toBe(false);
	});
});
