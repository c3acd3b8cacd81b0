import { expect, it, vi } from 'vitest';
import { municipality, round } from '../../../../tests/support/survey.ts';
import * as audit from '../core/audit.ts';
import type { Plan } from '../../plan/plan.ts';
import * as plans from '../plan/plans.ts';
import * as batches from './batches.ts';
import * as changes from './changes.ts';

const now = new Date('2026-02-20T10:00:00Z');
const at = { by: null, today: '2026-02-20', now };
const plan = {
	...(plans.find('stevns') as Plan),
	teams: [{ id: 'nord', name: { da: 'Nord' }, caseworkers: 8 }]
};
const asked = { round: round.id, team: 'nord', month: '2026-02', count: 3 };

function place(changed: Parameters<typeof municipality>[0] = {}) {
	const { db, keysFolder } = municipality(changed);
	const size = (table: string) =>
		db.prepare<[], number>(`select count(*) from ${table}`).pluck().get();
	return { db, keysFolder, plan, size };
}

it('makes codes and notes it', () => {
	const made = place();
	expect(batches.makeCodes(made, asked, at)).toMatchObject({ ok: true, round: { id: round.id } });
	expect(made.size('code')).toBe(3);
	const [line] = audit.search(
		made.db,
		{ text: '', what: '', from: '', to: '' },
		{ limit: 5, offset: 0 }
	).lines;
	expect(line).toMatchObject({ what: 'codes-made', about: 'Forår 2026, februar 2026, Nord: 3' });
});

it.each<[string, object, string]>([
	['a round of nobody', { round: 'x' }, 'bad-round'],
	['a team that it does not ask in', { team: 'vest' }, 'bad-team'],
	['a month to come', { month: '2026-03' }, 'bad-month'],
	['no codes', { count: 0 }, 'bad-count'],
	['half a code', { count: 1.5 }, 'bad-count'],
	['far too many', { count: 20_001 }, 'bad-count']
])('makes none for %s, and notes nothing', (_, changed, reason) => {
	const made = place();
	expect(batches.makeCodes(made, { ...asked, ...changed }, at)).toEqual({ ok: false, reason });
	expect([made.size('code'), made.size('batch'), made.size('audit')]).toEqual([0, 0, 0]);
});

it('makes none for a round that was stopped, is over or sends none', () => {
	const refused = { ok: false, reason: 'bad-round' };
	const stopped = place();
	changes.stop(stopped.db, round.id, { reason: 'Nok svar', today: '2026-02-19' });
	expect(batches.makeCodes(stopped, asked, at)).toEqual(refused);
	expect(batches.makeCodes(place({ channels: ['open', 'paper'] }), asked, at)).toEqual(refused);
	expect(batches.makeCodes(place(), asked, { ...at, today: '2026-07-01' })).toEqual(refused);
});

it('makes them before the first day, for the month that is to be asked about: post takes days', () => {
	const early = { ...at, today: '2025-12-20' };
	const made = place();
	expect(batches.makeCodes(made, { ...asked, month: '2026-01' }, early)).toMatchObject({
		ok: true
	});
	expect(batches.makeCodes(made, asked, early)).toEqual({ ok: false, reason: 'bad-month' });
	changes.stop(made.db, round.id, { reason: 'Ikke nu', today: '2025-12-21' });
	expect(batches.makeCodes(made, { ...asked, month: '2026-01' }, early).ok).toBe(false);
});

it('makes none where it cannot be noted', () => {
	const made = place();
	vi.spyOn(made.db, 'prepare').mockImplementation((sql: string) => {
		if (sql.includes('into audit')) throw new Error('the disk is full');
		return Object.getPrototypeOf(made.db).prepare.call(made.db, sql);
	});
	expect(() => batches.makeCodes(made, asked, at)).toThrow('full');
	vi.restoreAllMocks();
	expect([made.size('code'), made.size('batch')]).toEqual([0, 0]);
});

it('makes one batch of a form that was sent twice', () => {
	const made = place();
	const request = 'a-form';
	expect(batches.makeCodes(made, { ...asked, request }, at).ok).toBe(true);
	expect(batches.makeCodes(made, { ...asked, request }, at)).toEqual({
		ok: false,
		reason: 'already-made'
	});
	expect(made.size('code')).toBe(3);
});
