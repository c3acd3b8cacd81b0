import { expect, it } from 'vitest';
import { entered } from '../../../../tests/support/compliance.ts';
import { openFile } from '../core/database.ts';
import * as plans from '../plan/plans.ts';
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

it.each(['stevns', 'vejen', 'glostrup', 'soenderborg', 'slagelse'])(
	'tells citizens of %s whom to call, and leaves the others as they are',
	(name) => {
		const db = openFile(':memory:');
		const plan = plans.find(name);
		if (!plan) throw new Error(name);
		expect(compliance.contacts(db, plan)).toEqual(plan.contacts);
		// Nobody of the municipality itself has a number in any plan: it is not there until somebody writes it.
		expect(plan.contacts[0]?.telephone).toBeUndefined();
		compliance.write(db, entered, '2026-05-01');
		const [first, ...others] = compliance.contacts(db, plan);
		expect(first).toEqual({ ...plan.contacts[0], telephone: entered.telephone });
		expect(others).toEqual(plan.contacts.slice(1));
		const written = { ...plan, contacts: [{ name: { da: 'Lederen' }, telephone: '11 22 33 44' }] };
		expect(compliance.contacts(db, written)).toEqual(written.contacts);
	}
);

it('takes no number that nobody can call, and does not count as whole without one', () => {
	const isTaken = (telephone: string) =>
		compliance.Compliance.safeParse({ ...entered, telephone }).success;
	for (const each of ['', 'Kommunen', '12', '56 57 57 57, lokal 2'])
		expect([each, isTaken(each)]).toEqual([each, false]);
	for (const each of ['56 57 57 57', '+45 56575757'])
		expect([each, isTaken(each)]).toEqual([each, true]);
});
