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

it('begins no term before the one that sits, and mends those that are not over', () => {
	const db = openFile(':memory:');
	committee.begin(db, term());
	expect(committee.begin(db, term())).toEqual({ ok: false, reason: 'not-later' });
	committee.begin(db, term({ from: '2026-09-01' }));
	const [latest, first] = committee.list(db);
	const mend = (id: number | undefined, chair: string, today: string) =>
		committee.mend(db, id ?? 0, { ...term(), chair }, today);
	// In August the first one sits, and the other is to come: each is mended by itself.
	expect(committee.mendable(db, '2026-08-31').map(({ id }) => id)).toEqual([first?.id, latest?.id]);
	expect(mend(first?.id, 'Karen Prøve-Vej', '2026-08-31').ok).toBe(true);
	expect(mend(latest?.id, 'Karin Prøve', '2026-08-31').ok).toBe(true);
	expect(mend(first?.id, 'x', '2026-09-01')).toEqual({ ok: false, reason: 'unknown-term' });
	expect(committee.on(db, '2026-08-31')?.chair).toBe('Karen Prøve-Vej');
	expect(committee.on(db, '2026-10-01')?.chair).toBe('Karin Prøve');
});
