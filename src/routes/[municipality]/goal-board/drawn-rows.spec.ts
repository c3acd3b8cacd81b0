import { beforeEach, expect, it } from 'vitest';
import { isRegistered } from '$lib/goals/measure.ts';
import type { GoalLocale } from '$lib/goals/words.ts';
import { openFile, type Db } from '$lib/server/core/database.ts';
import { enter } from '$lib/server/goals/figures.ts';
import * as initiatives from '$lib/server/goals/initiatives.ts';
import { choose } from '$lib/server/goals/shown.ts';
import * as plans from '$lib/server/plan/plans.ts';
import { drawnRows } from './drawn-rows.ts';
import { publicRows, type Reading } from './rows.ts';
import { sayingOf } from './saying.ts';

const plan = plans.find('vejen')!;
const today = '2026-05-20';
const PERIODS = { month: '2026-03', quarter: '2026-Q1', year: '2025' } as {
	[every: string]: string;
};
let db: Db;
let danish: Reading;
beforeEach(async () => {
	db = openFile(':memory:');
	danish = { language: 'da', say: await sayingOf('da'), today };
});
const drawn = (reading = danish) => drawnRows(db, plan, reading);

it('says of every goal what its row says, with the way to its page in the same language', async () => {
	choose(db, 'all');
	const arabic: Reading = { language: 'ar', say: await sayingOf('ar'), today };
	for (const [reading, home] of [
		[danish, '/vejen'],
		[arabic, '/vejen/ar']
	] as const) {
		const html = drawn(reading);
		const goals = publicRows(db, plan, reading).headings.flatMap((each) => each.goals);
		expect(goals.length).toBeGreaterThan(5);
		for (const { id, name, word } of goals) {
			expect(html).toContain(`href="${home}/maal/${id}"`);
			expect(html).toContain(name.replaceAll('&', '&amp;'));
			expect(html).toContain(word);
		}
		expect(html).not.toContain('<!--');
	}
});

const words = { heard: '<script>alert(1)</script>', does: '<b>Vi ringer</b>', why: null };
const written = { ...words, owner: null, due: null, next: null, isPublic: true };
const by = { by: null, today };
const silent = new Proxy({} as GoalLocale, {
	get: () => {
		throw new Error('drawn again');
	}
});

it('is drawn once for all who ask, and a text in it is a text', () => {
	choose(db, 'all');
	initiatives.begin(db, { kind: 'theme' }, written, by);
	const first = drawn();
	expect(drawn({ ...danish, say: silent })).toBe(first);
	expect(first).toContain('&lt;b>Vi ringer&lt;/b>');
	expect(first).not.toMatch(/<script|<b>/);
});

it('is drawn anew when a figure comes, an initiative begins or says something else, another goal is shown, or a day begins', () => {
	choose(db, 'all');
	drawn();
	const isDrawnAnew = (day = today) => {
		expect(() => drawn({ ...danish, say: silent, today: day })).toThrow('drawn again');
		drawn({ ...danish, today: day });
	};
	const [goal] = plan.goals.filter(({ measures }) => measures.some(isRegistered));
	const measure = goal!.measures.find(isRegistered)!;
	const figure = { goal: goal!.id, measure: measure.id, period: PERIODS[measure.every]!, value: 7 };
	const from = { source: 'Jobindsats', retrievedOn: today, delivered: '7' };
	expect(enter(db, plan, [{ ...figure, ...from }], { way: 'typed', ...by }).ok).toBe(true);
	isDrawnAnew();
	const begun = initiatives.begin(db, { kind: 'theme' }, written, by);
	if (!begun.ok) throw new Error(begun.reason);
	isDrawnAnew();
	initiatives.write(db, plan, begun.id, { ...written, does: 'Vi skriver også' }, by);
	isDrawnAnew();
	choose(db, [goal!.id]);
	isDrawnAnew();
	isDrawnAnew('2026-05-21');
});

it('is nothing at all where the municipality shows nothing', () => {
	choose(db, []);
	expect(drawn()).toBe('');
});
