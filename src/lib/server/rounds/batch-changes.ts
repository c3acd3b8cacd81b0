import type { Day, Month } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Round } from '../../survey/round.ts';
import * as audit from '../core/audit.ts';
import { immediately, type Db } from '../core/database.ts';
import type { Batch } from './codes.ts';
import * as collecting from './collecting.ts';
import * as rounds from './rounds.ts';
import type { Outcome } from '../../outcome.ts';

const REASON_MIN = 5;
export const REASON_MAX = 120;
/** As many paper forms as are handed out at once. */
export const PAPER_MAX = 5000;

type Refusal =
	'unknown-batch' | 'published' | 'bad-count' | 'bad-month' | 'bad-team' | 'no-reason' | 'void';
type Asker = { by: string | null; today: Day; now: Date };
export type BatchOfRound = Batch & { round: Round; most: number };

/** A batch with its round, and as many as it can be said to have handed out. */
export function find(db: Db, id: number): BatchOfRound | undefined {
	const batch = db
		.prepare<[number], Batch & { round: string }>(
			`select id, round, state, channel, team, month, invited, made_on as madeOn from batch
			 where id = ? and home = 0`
		)
		.get(id);
	const kept = batch && rounds.find(db, batch.round);
	if (!kept) return undefined;
	const made = () =>
		db.prepare<[number], number>('select count(*) from code where batch = ?').pluck().get(id) ?? 0;
	return { ...batch, round: kept.round, most: batch.channel === 'code' ? made() : PAPER_MAX };
}

/** Whether its month is still to be published: what was offered is frozen with its figures. */
export const isOpen = (db: Db, { round, month }: BatchOfRound, today: Day): boolean =>
	monthsOf(db, round, today).includes(month);

/** The months that a batch can be said to be of. */
export const monthsOf = (db: Db, round: Round, today: Day): Month[] => {
	const open = rounds.openMonths(db, round.id);
	return collecting.openMonths(db, round, today).filter((month) => open.includes(month));
};

/** The codes were fetched or printed: from now on the batch counts as handed out. Said twice it is said once. */
export function takeOut(
	db: Db,
	plan: Plan,
	id: number,
	{ by, today, now }: Asker
): Outcome<Refusal> {
	return immediately(db, () => {
		const batch = find(db, id);
		if (!batch) return { ok: false, reason: 'unknown-batch' };
		if (batch.state === 'void') return { ok: false, reason: 'void' };
		if (batch.state === 'out') return { ok: true };
		if (!isOpen(db, batch, today)) return { ok: false, reason: 'published' };
		db.prepare("update batch set state = 'out' where id = ?").run(id);
		note(db, plan, batch, { who: by, what: 'codes-taken', now });
		return { ok: true };
	});
}

/** What was handed out was something else than what was noted: another month, another team, fewer. */
export function correct(
	db: Db,
	plan: Plan,
	id: number,
	{ month, team, count, reason }: { month: Month; team: string; count: number; reason: string },
	{ by, today, now }: Asker
): Outcome<Refusal> {
	return changing(db, id, { today, reason }, (batch) => {
		if (!monthsOf(db, batch.round, today).includes(month)) return 'bad-month';
		if (!Number.isInteger(count) || count < 1 || count > batch.most) return 'bad-count';
		const known = collecting.teamsOf(plan, batch.round).some((each) => each.id === team);
		if (team !== '' && !known) return 'bad-team';
		keep(db, batch, { kind: 'corrected', today, reason });
		db.prepare('update batch set month = ?, team = ?, invited = ? where id = ?').run(
			month,
			team || null,
			count,
			id
		);
		// An answer that came is counted where it was; those to come are counted where they belong.
		db.prepare('update code set team = ? where batch = ? and used = 0').run(team || null, id);
		const put = { ...batch, month, team: team || null, invited: count };
		note(db, plan, put, { who: by, what: 'batch-corrected', reason, now });
		return undefined;
	});
}

/** Handed out by mistake, or never: it invites nobody, and its codes that are not used are gone. */
export function cancel(
	db: Db,
	plan: Plan,
	id: number,
	reason: string,
	{ by, today, now }: Asker
): Outcome<Refusal> {
	return changing(db, id, { today, reason }, (batch) => {
		keep(db, batch, { kind: 'voided', today, reason });
		db.prepare("update batch set state = 'void' where id = ?").run(id);
		db.prepare('delete from code where batch = ? and used = 0').run(id);
		note(db, plan, batch, { who: by, what: 'batch-voided', reason, now });
		return undefined;
	});
}

function changing(
	db: Db,
	id: number,
	{ today, reason }: { today: Day; reason: string },
	change: (batch: BatchOfRound) => Refusal | undefined
): Outcome<Refusal> {
	return immediately(db, () => {
		const batch = find(db, id);
		if (!batch) return { ok: false, reason: 'unknown-batch' };
		if (batch.state === 'void') return { ok: false, reason: 'void' };
		if (!isOpen(db, batch, today)) return { ok: false, reason: 'published' };
		const { length } = reason.trim();
		if (length < REASON_MIN || length > REASON_MAX) return { ok: false, reason: 'no-reason' };
		const refusal = change(batch);
		return refusal ? { ok: false, reason: refusal } : { ok: true };
	});
}

function keep(
	db: Db,
	{ id, month, team, invited }: Batch,
	{ kind, today, reason }: { kind: 'corrected' | 'voided'; today: Day; reason: string }
): void {
	db.prepare(
		`insert into batch_change (batch, n, kind, decided_on, month, team, invited, reason)
		 select ?, 1 + count(*), ?, ?, ?, ?, ?, ? from batch_change where batch = ?`
	).run(id, kind, today, month, team, invited, reason.trim(), id);
}

function note(
	db: Db,
	plan: Plan,
	{ round, month, team, invited }: BatchOfRound,
	{ who, what, reason, now }: { who: string | null; what: audit.Deed; reason?: string; now: Date }
): void {
	const known = collecting.teamsOf(plan, round).find(({ id }) => id === team);
	const about = collecting.batchInWords(round, month, known, invited);
	const because = reason ? `. ${reason.trim()}` : '';
	audit.log(db, { who, what, about: about + because, ...audit.moment(now) });
}
