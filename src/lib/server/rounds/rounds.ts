import { daysBetween, unitOf, type Day, type Month, type UnitKind } from '../../calendar.ts';
import { TEAM_MIN_CASEWORKERS, type Plan, type Team } from '../../plan/plan.ts';
import { Questionnaire } from '../../survey/questionnaire.ts';
import { months, publishesOn, Round, UNKNOWN, type Breakdown } from '../../survey/round.ts';
import * as box from './box.ts';
import { prepared, remembered, type Db } from '../core/database.ts';
import * as moving from '../core/moving-keys/moving.ts';
import type { Outcome } from '../../outcome.ts';

/** METHOD §4: a shorter or smaller round would let a figure be about a few persons. */
export const ROUND_MIN_DAYS = 28;
export const ROUND_MIN_INVITATIONS = 50;

export type Refusal =
	'too-short' | 'too-few-invitations' | 'overlaps' | 'id-taken' | 'prefix-taken';

/** A round as it stands in the database, with the questionnaire that it asks. */
export type KeptRound = { round: Round; questionnaire: Questionnaire };

/** A month, quarter, half-year or whole round, with its announced publication day. */
export type Unit = {
	unit: string;
	kind: UnitKind;
	publishesOn: Day;
	/** `lost`: its day had come, and its box could not be opened. */
	state: 'open' | 'released' | 'carried' | 'hidden' | 'lost';
};

/**
 * Opens a round: fixes its questionnaire, categories and publication days, and makes the key of every box.
 * From then on nobody can move a publication day, see a period before it, or change what was asked.
 */
export function open(
	db: Db,
	keysFolder: string,
	round: Round,
	questionnaire: Questionnaire,
	expectedInvitations: number
): Outcome<Refusal> {
	if (daysBetween(round.opensOn, round.closesOn) + 1 < ROUND_MIN_DAYS) {
		return { ok: false, reason: 'too-short' };
	}
	if (expectedInvitations < ROUND_MIN_INVITATIONS) {
		return { ok: false, reason: 'too-few-invitations' };
	}
	// Keys first: a box whose key is not on disk could never be read.
	const units = unitsOf(round);
	return moving.moving(db, () => {
		const refusal = conflict(list(db), round);
		if (refusal) return { ok: false, reason: refusal };
		moving.make(
			db,
			units.map(({ unit }) => ({ keysFolder, round: round.id, unit }))
		);
		db.prepare('insert or ignore into questionnaire (hash, content) values (?, ?)').run(
			round.questionnaire,
			JSON.stringify(questionnaire)
		);
		db.prepare(
			'insert into round (id, prefix, content, opens_on, closes_on) values (?, ?, ?, ?, ?)'
		).run(round.id, round.prefix, JSON.stringify(round), round.opensOn, round.closesOn);
		db.prepare('insert into round_fact (round, expected) values (?, ?)').run(
			round.id,
			expectedInvitations
		);
		for (const unit of units) addUnit(db, keysFolder, { round, questionnaire }, unit);
		return { ok: true };
	});
}

/** Announces a unit and lays out its empty box. Its key must be on disk. */
export function addUnit(
	db: Db,
	keysFolder: string,
	{ round, questionnaire }: KeptRound,
	{ unit, kind, publishesOn }: Omit<Unit, 'state'>
): void {
	db.prepare('insert into unit (round, unit, kind, publishes_on) values (?, ?, ?, ?)').run(
		round.id,
		unit,
		kind,
		publishesOn
	);
	box.make(db, { keysFolder, round, questionnaire, unit, kind });
}

export const find = (db: Db, id: string): KeptRound | undefined =>
	list(db).find(({ round }) => round.id === id);

/** All rounds, oldest first. The list is remembered, so nobody may change it. */
export function list(db: Db): readonly KeptRound[] {
	const rows = prepared<[], string>(db, 'select content from round order by opens_on, id')
		.pluck()
		.all();
	return remembered(db, 'rounds', rows.join(), () =>
		rows.map((row) => {
			const round = Round.parse(JSON.parse(row));
			return { round, questionnaire: questionnaire(db, round.questionnaire) };
		})
	);
}

/** What a hash names never changes. */
function questionnaire(db: Db, hash: string): Questionnaire {
	const content = prepared<[string], string>(db, 'select content from questionnaire where hash = ?')
		.pluck()
		.get(hash);
	return Questionnaire.parse(JSON.parse(content ?? ''));
}

export function units(db: Db, round: string): Unit[] {
	return prepared<[string], Unit>(
		db,
		`select unit, kind, publishes_on as publishesOn, state from unit
		 where round = ? order by publishes_on, kind = 'month' desc, unit`
	).all(round);
}

/** The months of a round that an answer can still be counted in, oldest first. */
export const openMonths = (db: Db, round: string): Month[] =>
	prepared<[string], Month>(
		db,
		`select unit from unit where round = ? and kind = 'month' and state = 'open' order by unit`
	)
		.pluck()
		.all(round);

/** Whether any month of a round has released figures. The database is asked, as every page of results asks it of each round. */
export const hasFigures = (db: Db, round: string): boolean =>
	prepared(
		db,
		`select 1 from unit where round = ? and kind = 'month' and state = 'released' limit 1`
	).get(round) !== undefined;

/** The next announced day on which a month's figures are to come. */
export const nextFigures = (db: Db, round: string, today: Day): Day | null =>
	prepared<[string, Day], Day | null>(
		db,
		`select min(publishes_on) from unit
		 where round = ? and kind = 'month' and state = 'open' and publishes_on > ?`
	)
		.pluck()
		.get(round, today) ?? null;

/** The breakdowns of a plan with their categories fixed, each released per `unit`; of the plan's teams only those asked. */
export function breakdownsOf(
	{ situations, meetingForms, teams }: Pick<Plan, 'situations' | 'meetingForms' | 'teams'>,
	unit: Breakdown['unit'],
	asked?: readonly string[]
): Breakdown[] {
	const idsOf = (choices: { id: string }[]): string[] => choices.map((choice) => choice.id);
	const those = asked ? teams.filter(({ id }) => asked.includes(id)) : teams;
	const hosts = those.filter((team) => standsAlone(those, team));
	const merged = those.flatMap((team) =>
		team.mergedInto ? [[team.id, team.mergedInto] as const] : []
	);
	const breakdowns: Breakdown[] = [
		{
			name: 'team',
			unit,
			categories: [...idsOf(hosts), UNKNOWN],
			merged: Object.fromEntries(merged)
		},
		{ name: 'situation', unit, categories: [...idsOf(situations), UNKNOWN] },
		{ name: 'meeting-form', unit, categories: [...idsOf(meetingForms), UNKNOWN] },
		{ name: 'language', unit, categories: ['da', 'other'] }
	];
	return breakdowns.filter((breakdown) => breakdown.categories.length >= 2);
}

/** A team may be a figure of its own when it, with those merged into it, has at least four caseworkers. */
function standsAlone(teams: readonly Team[], team: Team): boolean {
	if (team.mergedInto) return false;
	const merged = teams.filter((other) => other.mergedInto === team.id);
	const caseworkers = [team, ...merged].reduce((sum, each) => sum + each.caseworkers, 0);
	return caseworkers >= TEAM_MIN_CASEWORKERS;
}

/** A round's units with the days that they are published on. */
export function unitsOf(round: Round): Omit<Unit, 'state'>[] {
	// Comments are read by the quarter, whatever the breakdowns are released by.
	const spans = new Set<UnitKind>(['quarter', ...round.breakdowns.map((each) => each.unit)]);
	const found = new Map<string, Omit<Unit, 'state'>>();
	for (const month of months(round)) {
		const day = publishesOn(round, month);
		found.set(month, { unit: month, kind: 'month', publishesOn: day });
		// A span is published with its last month: later months overwrite the earlier.
		for (const kind of spans) {
			found.set(unitOf(kind, month), { unit: unitOf(kind, month), kind, publishesOn: day });
		}
	}
	return [...found.values()];
}

/** The months of a round that a span is made of. */
export const monthsOf = (round: Round, unit: Pick<Unit, 'unit' | 'kind'>): Month[] =>
	months(round).filter((month) => unitOf(unit.kind, month) === unit.unit);

/** Why a round cannot stand beside those that are there. */
export function conflict(kept: readonly KeptRound[], round: Round): Refusal | undefined {
	if (kept.some((other) => other.round.id === round.id)) return 'id-taken';
	if (kept.some((other) => other.round.prefix === round.prefix)) return 'prefix-taken';
	const overlapping = kept.some(
		({ round: other }) =>
			other.questionnaire === round.questionnaire &&
			other.opensOn <= round.closesOn &&
			round.opensOn <= other.closesOn &&
			shareTeam(other, round)
	);
	return overlapping ? 'overlaps' : undefined;
}

const shareTeam = (a: Round, b: Round): boolean =>
	!a.teams || !b.teams || a.teams.some((team) => b.teams?.includes(team));
