import { beforeEach, expect, it } from 'vitest';
import type { GoalLocale } from '$lib/goals/words.ts';
import { openFile, type Db } from '$lib/server/core/database.ts';
import * as initiatives from '$lib/server/goals/initiatives.ts';
import { choose } from '$lib/server/goals/shown.ts';
import * as plans from '$lib/server/plan/plans.ts';
import { drawnRows } from './drawn-rows.ts';
import { publicRows, type Reading } from './rows.ts';
import { sayingOf } from './saying.ts';

const plan = plans.find('vejen')!;
const today = '2026-05-20';
let db: Db;
let danish: Reading;
beforeEach(async () => {
	db = openFile(':memory:');
	danish = { language: 'da', say: await sayingOf('da'), today };
});
const drawn = (reading = danish, home = '/vejen') => drawnRows(db, plan, home, reading);

it('says of every goal what its row says, with the way to its page in the same language', async () => {
	choose(db, 'all');
	const arabic: Reading = { language: 'ar', say: await sayingOf('ar'), today };
	for (const [reading, home] of [
		[danish, '/vejen'],
		[arabic, '/vejen/ar']
	] as const) {
		const html = drawn(reading, home);
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

it('is drawn once for all who ask, and anew when something is said', () => {
	choose(db, 'all');
	const first = drawn();
	const silent = new Proxy({} as GoalLocale, {
		get: () => {
			throw new Error('drawn again');
		}
	});
	expect(drawn({ ...danish, say: silent })).toBe(first);
	const words = { heard: '<script>alert(1)</script>', does: '<b>Vi ringer</b>', why: null };
	initiatives.begin(
		db,
		{ kind: 'theme' },
		{ ...words, owner: null, due: null, next: null, isPublic: true },
		{ by: null, today }
	);
	expect(() => drawn({ ...danish, say: silent })).toThrow('drawn again');
	const next = drawn();
	expect(next).toContain('&lt;b>Vi ringer&lt;/b>');
	expect(next).not.toMatch(/<script|<b>/);
});

it('is nothing at all where the municipality shows nothing', () => {
	choose(db, []);
	expect(drawn()).toBe('');
});
