import { expect, it } from 'vitest';
import { house, ok, plan, READ_ON } from '../../../../tests/support/reports.ts';
import { comparableSchema } from '../../reports/comparison.ts';
import { figureFile } from '../results/figure-file.ts';
import * as compared from './compared.ts';

it('keeps what another Øjenhøjde publishes, newest in place of older, and refuses what is none', () => {
	const { db, cast } = house();
	const by = { user: cast.leader.user, today: READ_ON, own: 'vejen' };
	const text = JSON.stringify(figureFile(db, plan));
	expect(ok(compared.add(db, text, by)).name).toBe('Stevns Kommune');
	ok(compared.add(db, text, { ...by, today: '2026-06-01' }));
	const [kept, ...more] = compared.list(db);
	expect(more).toEqual([]);
	expect(kept?.readOn).toBe('2026-06-01');
	expect(kept?.file.rounds[0]?.figures.length).toBe(figureFile(db, plan).rounds[0]?.figures.length);
	expect(compared.add(db, text, { ...by, own: 'stevns' })).toMatchObject({ reason: 'own' });
	for (const none of [
		'',
		'{}',
		'[]',
		text.slice(1),
		text.replace('"oejenhoejde":1', '"oejenhoejde":2')
	]) {
		expect(compared.add(db, none, by)).toMatchObject({ reason: 'no-figures' });
	}
	expect(compared.remove(db, 'stevns')).toBe(true);
	expect(compared.remove(db, 'stevns')).toBe(false);
	expect(compared.list(db)).toEqual([]);
	expect(JSON.stringify(comparableSchema())).toContain('"oejenhoejde"');
});
