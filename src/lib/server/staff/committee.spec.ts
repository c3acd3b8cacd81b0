import { expect, it } from 'vitest';
import * as committee from './committee.ts';
import { openFile } from '../core/database.ts';

const term = (changed: Partial<committee.Term> = {}): committee.Term => ({
	name: 'Arbejdsmarkedsudvalget',
	chair: 'Karen Prøve',
	members: ['Ole Prøve', 'Fatima Prøve'],
	from: '2026-01-01',
	...changed
});

it('knows who sat on a day, before and after a change', () => {
	const db = openFile(':memory:');
	committee.begin(db, term());
	committee.begin(db, term({ chair: 'Ole Prøve', from: '2026-09-01' }));
	expect(committee.on(db, '2026-08-31')?.chair).toBe('Karen Prøve');
	expect(committee.on(db, '2026-09-01')?.chair).toBe('Ole Prøve');
	expect(committee.on(db, '2025-12-31')).toBeUndefined();
	expect(committee.list(db).map(({ from, to }) => [from, to])).toEqual([
		['2026-09-01', null],
		['2026-01-01', '2026-08-31']
	]);
});

it('begins no term before the one that sits, and mends only the latest', () => {
	const db = openFile(':memory:');
	committee.begin(db, term());
	expect(committee.begin(db, term())).toEqual({ ok: false, reason: 'not-later' });
	committee.begin(db, term({ from: '2026-09-01' }));
	const [latest, first] = committee.list(db);
	expect(committee.mend(db, latest?.id ?? 0, { ...term(), chair: 'Karin Prøve' }).ok).toBe(true);
	expect(committee.mend(db, first?.id ?? 0, { ...term(), chair: 'x' })).toEqual({
		ok: false,
		reason: 'unknown-term'
	});
	expect(committee.on(db, '2026-10-01')?.chair).toBe('Karin Prøve');
});
