import { createSecretKey } from 'node:crypto';
import { expect, it } from 'vitest';
import { municipality, round } from '../../../../tests/support/survey.ts';
import type { Plan } from '../../plan/plan.ts';
import * as audit from '../core/audit.ts';
import * as keyring from '../core/keyring.ts';
import * as plans from '../plan/plans.ts';
import { invited } from '../results/offers.ts';
import * as fieldwork from '../results/fieldwork.ts';
import * as batches from './batches.ts';
import * as changes from './batch-changes.ts';
import * as codes from './codes.ts';
import * as rounds from './rounds.ts';

const asker = { by: null, today: '2026-02-20', now: new Date('2026-02-20T10:00:00Z') };
const plan = {
	...(plans.find('stevns') as Plan),
	teams: [
		{ id: 'nord', name: { da: 'Nord' }, caseworkers: 8 },
		{ id: 'syd', name: { da: 'Syd' }, caseworkers: 8 }
	]
};
const because = 'Trykt for den forkerte måned';

function place(count = 3) {
	const { db, keysFolder } = municipality();
	const asked = { round: round.id, team: 'nord', month: '2026-02', count, isWaiting: true };
	const made = batches.makeCodes({ db, keysFolder, plan }, asked, asker);
	if (!made.ok) throw new Error(made.reason);
	const kept = rounds.find(db, round.id);
	if (!kept) throw new Error('no round');
	const offered = () => {
		const span = {
			unit: '2026-02',
			kind: 'month' as const,
			publishesOn: '',
			state: 'open' as const
		};
		return invited(db, kept, span);
	};
	const log = () =>
		audit.search(db, { text: '', what: '', from: '', to: '' }, { limit: 1, offset: 0 }).lines[0];
	const use = (code = '') =>
		codes.use(db, createSecretKey(keyring.codeSecret(db, keysFolder)), round.id, code);
	return { db, keysFolder, id: made.batch, codes: made.codes, offered, log, use };
}

it('counts codes as offered when somebody has fetched or printed them, and once', () => {
	const { db, id, offered, log } = place();
	expect(offered()).toEqual([]);
	expect(codes.handedOut(db, round.id)).toEqual([]);
	expect(changes.takeOut(db, plan, id, asker)).toEqual({ ok: true });
	expect(changes.takeOut(db, plan, id, asker)).toEqual({ ok: true });
	expect(offered()).toEqual([{ channel: 'code', team: 'nord', n: 3 }]);
	expect(log()).toMatchObject({ what: 'codes-taken', about: 'Forår 2026, februar 2026, Nord: 3' });
});

it('puts right what was noted, and the answers to come follow', () => {
	const {
		db,
		id,
		codes: [code],
		offered,
		log,
		use
	} = place();
	changes.takeOut(db, plan, id, asker);
	const put = { month: '2026-02', team: 'syd', count: 2, reason: because };
	expect(changes.correct(db, plan, id, put, asker)).toEqual({ ok: true });
	expect(offered()).toEqual([{ channel: 'code', team: 'syd', n: 2 }]);
	expect(use(code)).toEqual({ ok: true, team: 'syd' });
	expect(log()).toMatchObject({
		what: 'batch-corrected',
		about: `Forår 2026, februar 2026, Syd: 2. ${because}`
	});
	expect(db.prepare('select month, team, invited, reason from batch_change').all()).toEqual([
		{ month: '2026-02', team: 'nord', invited: 3, reason: because }
	]);
});

it.each<[string, object, string]>([
	['more than were made', { count: 4 }, 'bad-count'],
	['none', { count: 0 }, 'bad-count'],
	['a month to come', { month: '2026-03' }, 'bad-month'],
	['a team of nobody', { team: 'vest' }, 'bad-team'],
	['no reason', { reason: ' ' }, 'no-reason']
])('puts nothing right with %s', (_, changed, reason) => {
	const { db, id, offered } = place();
	changes.takeOut(db, plan, id, asker);
	const put = { month: '2026-02', team: 'nord', count: 2, reason: because, ...changed };
	expect(changes.correct(db, plan, id, put, asker)).toEqual({ ok: false, reason });
	expect(offered()).toEqual([{ channel: 'code', team: 'nord', n: 3 }]);
});

it('takes back what was handed out by mistake: it invites nobody, and its codes are gone', () => {
	const {
		db,
		id,
		codes: [used, unused],
		offered,
		log,
		use
	} = place();
	changes.takeOut(db, plan, id, asker);
	use(used);
	expect(changes.cancel(db, plan, id, because, asker)).toEqual({ ok: true });
	expect(offered()).toEqual([]);
	expect(use(unused)).toEqual({ ok: false, reason: 'code-unknown' });
	// Who has answered is told so, and not that there was never such a code.
	expect(use(used)).toEqual({ ok: false, reason: 'code-used' });
	expect(log()?.what).toBe('batch-voided');
	expect(changes.cancel(db, plan, id, because, asker)).toEqual({ ok: false, reason: 'void' });
	expect(changes.takeOut(db, plan, id, asker)).toEqual({ ok: false, reason: 'void' });
});

it('changes nothing of a month whose figures are out', () => {
	const { db, id } = place();
	changes.takeOut(db, plan, id, asker);
	db.prepare("update unit set state = 'released' where unit = '2026-02'").run();
	const put = { month: '2026-02', team: '', count: 2, reason: because };
	for (const outcome of [
		changes.correct(db, plan, id, put, asker),
		changes.cancel(db, plan, id, because, asker)
	]) {
		expect(outcome).toEqual({ ok: false, reason: 'published' });
	}
});

it('says nothing of the use of a month that a batch was taken out of: before and after would tell of that batch', () => {
	const { db, keysFolder, id, codes: made, use } = place(100);
	for (const code of made.slice(0, 40)) use(code);
	const used = () =>
		fieldwork.read(db, round.id)?.rows.filter(({ dimension }) => dimension === 'sending');
	fieldwork.write(db, keysFolder, '2026-02-21');
	expect(used()).toEqual([{ dimension: 'sending', category: '2026-02', answer: 'used', n: 40 }]);
	batches.makeCodes(
		{ db, keysFolder, plan },
		{ round: round.id, team: '', month: '2026-02', count: 1 },
		asker
	);
	changes.cancel(db, plan, id + 1, because, asker);
	fieldwork.write(db, keysFolder, '2026-02-22');
	expect(used()).toEqual([]);
});
