import { expect, it } from 'vitest';
import { municipality, round } from '../../../../tests/support/survey.ts';
import * as box from '../rounds/box.ts';
import * as paperForms from './paper-forms.ts';

const form = (changed: Partial<paperForms.PaperForm> = {}): paperForms.PaperForm => ({
	id: paperForms.newId(),
	round: round.id,
	team: 'nord',
	month: '2026-02',
	language: 'en',
	about: { situation: 'syg' },
	answers: { a: 5, b: 'na' },
	comment: '',
	...changed
});

it('counts a form among those asked, by its own channel, once', async () => {
	const at = municipality();
	const count = (given: paperForms.PaperForm) =>
		paperForms.count(at.db, at.keysFolder, given, '2026-03-04');
	const one = form();
	expect(await count(one)).toEqual({ id: one.id, outcome: 'counted' });
	expect(await count(one)).toEqual({ id: one.id, outcome: 'already-counted' });
	await count(form({ answers: {} }));
	const counts = box.read(at.db, { ...at, ...at.kept, unit: '2026-02', kind: 'month' });
	const of = (name: string) => counts.get(name);
	expect(of('asked||||paper:answered')).toBe(1);
	expect(of('asked||||paper:declined')).toBe(1);
	expect(of('asked|team|nord||answered')).toBe(1);
	expect(of('asked|situation|syg||answered')).toBe(1);
	expect(of('asked|language|other||answered')).toBe(1);
});

it('takes none for a round without paper, nor one with statements of another', async () => {
	const at = municipality({ channels: ['tablet'] });
	expect(await paperForms.count(at.db, at.keysFolder, form(), '2026-03-04')).toBeUndefined();
	const other = municipality();
	const strange = form({ answers: { z: 5 } });
	expect(await paperForms.count(other.db, other.keysFolder, strange, '2026-03-04')).toBeUndefined();
	const nowhere = form({ round: 'x' });
	expect(await paperForms.count(other.db, other.keysFolder, nowhere, '2026-03-04')).toBeUndefined();
});

it('takes what was in the mail for thirty days after closing', async () => {
	const at = municipality();
	const on = (today: string) =>
		paperForms.count(at.db, at.keysFolder, form({ month: '2026-06' }), today);
	expect((await on('2026-07-30'))?.outcome).toBe('counted');
	expect((await on('2026-07-31'))?.outcome).toBe('not-counted');
});
