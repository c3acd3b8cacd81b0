import { expect, it } from 'vitest';
import { openFile } from '../core/database.ts';
import * as look from '../look/look.ts';
import * as plans from '../plan/plans.ts';
import { dress } from './looks.ts';

it('tells every municipality from the others', () => {
	const looks = plans
		.all()
		.map(({ municipality }) => {
			const db = openFile(':memory:');
			dress(db, municipality);
			return look.read(db);
		})
		// A municipality that is new has no look of its own yet.
		.filter(({ logo }) => logo);
	expect(looks.length).toBeGreaterThanOrEqual(5);
	expect(new Set(looks.map(({ accent }) => accent)).size).toBe(looks.length);
	expect(new Set(looks.map(({ logo }) => logo)).size).toBe(looks.length);
});
