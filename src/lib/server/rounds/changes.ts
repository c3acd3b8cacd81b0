import { addMonths, firstDay, monthOf, unitOf, type Day } from '../../calendar.ts';
import { months, type Round } from '../../survey/round.ts';
import { immediately, prepared, type Db } from '../core/database.ts';
import * as doomedKeys from '../core/moving-keys/doomed-keys.ts';
import * as moving from '../core/moving-keys/moving.ts';
import * as waiting from '../core/moving-keys/waiting.ts';
import * as rounds from './rounds.ts';
import type { KeptRound, Unit } from './rounds.ts';
import type { Outcome } from '../../outcome.ts';

export type Refusal =
	| 'unknown-round'
	| 'over'
	| 'stopped'
	| 'not-later'
	| 'same-month'
	| 'moves-a-date'
	| 'figures-seen'
	| 'overlaps'
	| 'already-begun';

/** A decision that stands beside the figures. `closesOn` is the closing day as it was before. */
export type RoundChange = {
	/** 1 is the round's first change. */
	n: number;
	kind: 'extended' | 'stopped';
	decidedOn: Day;
	closesOn: Day;
	reason: string;
};

/**
 * Gives a round a later closing day, without moving a publication day that is announced: new months and spans are added
 * after the old ones, and no unit grows.
 *
 * - `same-month`: the old last month is published 31 days after the old closing, and answers that came later would be lost.
 * - `moves-a-date`: a quarter, half-year or the round itself would have to wait for the new months.
 * - `figures-seen`: where a goal is for the whole round, nobody who has seen its first figures may go on until it is reached.
 *
 * @param goalIsForRound whether the plan has a target for the round as its period
 */
export function extend(
	db: Db,
	keysFolder: string,
	id: string,
	{
		closesOn,
		reason,
		today,
		goalIsForRound
	}: { closesOn: Day; reason: string; today: Day; goalIsForRound: boolean }
): Outcome<Refusal> {
	return moving.moving(db, () => {
		const kept = rounds.find(db, id);
		if (!kept) return { ok: false, reason: 'unknown-round' };
		const { round, questionnaire } = kept;
		const longer: Round = { ...round, closesOn };
		const refusal = refusalToExtend(db, kept, longer, today, goalIsForRound);
		if (refusal) return { ok: false, reason: refusal };
		const added = addedUnits(round, longer);
		moving.make(
			db,
			added.map(({ unit }) => ({ keysFolder, round: id, unit }))
		);
		for (const unit of added) {
			rounds.addUnit(db, keysFolder, { round: longer, questionnaire }, unit);
		}
		db.prepare('update round set content = ?, closes_on = ? where id = ?').run(
			JSON.stringify(longer),
			closesOn,
			id
		);
		note(db, id, { kind: 'extended', decidedOn: today, closesOn: round.closesOn, reason });
		return { ok: true };
	});
}

/**
 * Nobody new is asked from today: no code is made, no tablet started, no poster answers. Codes and forms that are out may
 * still be used until the closing day that was promised, what waits on a tablet may still be sent, and every publication
 * day stands.
 */
export function stop(
	db: Db,
	id: string,
	{ reason, today }: { reason: string; today: Day }
): Outcome<Refusal> {
	return immediately(db, () => {
		const kept = rounds.find(db, id);
		if (!kept) return { ok: false, reason: 'unknown-round' };
		if (today > kept.round.closesOn) return { ok: false, reason: 'over' };
		if (stoppedOn(db, id)) return { ok: false, reason: 'stopped' };
		db.prepare('update round_fact set stopped_on = ? where round = ?').run(today, id);
		note(db, id, { kind: 'stopped', decidedOn: today, closesOn: kept.round.closesOn, reason });
		return { ok: true };
	});
}

/** Takes back a round that has not begun and for which nothing was handed out. */
export function withdraw(db: Db, keysFolder: string, id: string, today: Day): Outcome<Refusal> {
	// Keys that are away now would come back, and be destroyed by nobody.
	waiting.demand(db, keysFolder);
	const outcome = immediately(db, (): Outcome<Refusal> => {
		const kept = rounds.find(db, id);
		if (!kept) return { ok: false, reason: 'unknown-round' };
		const handedOut = db.prepare('select 1 from batch where round = ?').get(id);
		if (kept.round.opensOn <= today || handedOut) return { ok: false, reason: 'already-begun' };
		for (const { unit } of rounds.units(db, id)) doomedKeys.doom(db, id, unit);
		for (const table of ['box', 'unit', 'round_change', 'round_fact', 'grant_token']) {
			db.prepare(`delete from ${table} where round = ?`).run(id);
		}
		db.prepare('delete from round where id = ?').run(id);
		return { ok: true };
	});
	doomedKeys.destroy(db, keysFolder);
	return outcome;
}

export const stoppedOn = (db: Db, id: string): Day | undefined =>
	prepared<[string], Day | null>(db, 'select stopped_on from round_fact where round = ?')
		.pluck()
		.get(id) ?? undefined;

/** Whether anyone new may be asked today. */
export const isAsking = (db: Db, { id, opensOn, closesOn }: Round, today: Day): boolean =>
	opensOn <= today && today <= closesOn && !stoppedOn(db, id);

/** How many were expected to be invited, as said at the opening; undefined for a round older than the saying. */
export const expectedOf = (db: Db, id: string): number | undefined =>
	db.prepare<[string], number>('select expected from round_fact where round = ?').pluck().get(id);

/** A round's changes, oldest first. */
export const list = (db: Db, id: string): RoundChange[] =>
	db
		.prepare<[string], RoundChange>(
			`select n, kind, decided_on as decidedOn, closes_on as closesOn, reason from round_change
			 where round = ? order by n`
		)
		.all(id);

/** The units that a longer round has and the announced one has not. */
function addedUnits(round: Round, longer: Round): Omit<Unit, 'state'>[] {
	const known = new Set(rounds.unitsOf(round).map(({ unit }) => unit));
	return rounds.unitsOf(longer).filter(({ unit }) => !known.has(unit));
}

function refusalToExtend(
	db: Db,
	kept: KeptRound,
	longer: Round,
	today: Day,
	goalIsForRound: boolean
): Refusal | undefined {
	const { round } = kept;
	if (today > round.closesOn) return 'over';
	if (stoppedOn(db, round.id)) return 'stopped';
	if (longer.closesOn <= round.closesOn) return 'not-later';
	if (monthOf(longer.closesOn) === monthOf(round.closesOn)) return 'same-month';
	if (growsASpan(round, longer)) return 'moves-a-date';
	const released = rounds.units(db, round.id).some(({ state }) => state !== 'open');
	if (goalIsForRound && released) return 'figures-seen';
	const others = rounds.list(db).filter((other) => other.round.id !== round.id);
	return rounds.conflict(others, longer) === 'overlaps' ? 'overlaps' : undefined;
}

/** Whether a quarter, half-year or the round, whose day is announced, would take in a new month. */
function growsASpan(round: Round, longer: Round): boolean {
	const old = new Set(rounds.unitsOf(round).map(({ unit }) => unit));
	const added = months(longer).filter((month) => !old.has(month));
	const kinds = new Set(rounds.unitsOf(round).map(({ kind }) => kind));
	return [...kinds].some((kind) => added.some((month) => old.has(unitOf(kind, month))));
}

/** The first closing day that moves no announced date, or undefined where some quarter, half-year or the round would grow. */
export function earliestExtension(round: Round): Day | undefined {
	const day = firstDay(addMonths(monthOf(round.closesOn), 1));
	return growsASpan(round, { ...round, closesOn: day }) ? undefined : day;
}

const note = (db: Db, id: string, change: Omit<RoundChange, 'n'>): void =>
	void db
		.prepare(
			`insert into round_change (round, n, kind, decided_on, closes_on, reason)
			 values (:id, (select count(*) + 1 from round_change where round = :id), :kind, :decidedOn, :closesOn, :reason)`
		)
		.run({ id, ...change });
