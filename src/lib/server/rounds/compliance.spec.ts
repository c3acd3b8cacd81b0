import { expect, it } from 'vitest';
import { entered } from '../../../../tests/support/compliance.ts';
import { openFile } from '../core/database.ts';
import * as compliance from './compliance.ts';

it('keeps what is half filled, and nothing rests on it', () => {
	const db = openFile(':memory:');
	compliance.writeDraft(db, { controller: 'Prøve Kommune', basisRule: 'Lov' }, '2026-05-01');
	expect(compliance.read(db)).toBeUndefined();
	expect(compliance.draft(db)).toEqual({
		savedOn: '2026-05-01',
		draft: { controller: 'Prøve Kommune', basisRule: 'Lov' }
	});
});

it('goes by what was whole until the next is', () => {
	const db = openFile(':memory:');
	compliance.write(db, entered, '2026-05-01');
	compliance.writeDraft(db, { ...entered, dpoName: '' }, '2026-06-01');
	expect(compliance.read(db)).toEqual({ ...entered, enteredOn: '2026-05-01' });
	compliance.write(db, { ...entered, dpoName: 'Ny Person' }, '2026-06-02');
	expect(compliance.read(db)?.dpoName).toBe('Ny Person');
	expect(compliance.draft(db)).toBeUndefined();
});
