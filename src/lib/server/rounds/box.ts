import type { UnitKind } from '../../calendar.ts';
import type { Questionnaire } from '../../survey/questionnaire.ts';
import type { Round } from '../../survey/round.ts';
import { Counts, layout, type Layout } from './counters.ts';
import { prepared, type Db } from '../core/database.ts';
import * as keys from '../core/keys.ts';
import { ifOpened, opened, seal } from '../core/sealed.ts';
import { Trouble } from '../core/trouble.ts';

/** Which box: a round's unit, with all that is needed to lay out and seal its counters. */
export type BoxName = {
	keysFolder: string;
	round: Round;
	questionnaire: Questionnaire;
	unit: string;
	kind: UnitKind;
};

/**
 * Reads a box. Only intake and release may: until its unit is released nobody can see a period's counters.
 * @throws Trouble (`unopened`) when the key is gone, or the box is not there or not the one that was sealed: never zeros.
 */
export function read(db: Db, box: BoxName): Counts {
	const into = new Counts(layout(box, box.kind));
	const row = prepared<[string, string], { sealed: Buffer }>(
		db,
		'select sealed from box where round = ? and unit = ?'
	).get(box.round.id, box.unit);
	if (!row) throw new Trouble('unopened', `${db.name} ${box.round.id} ${box.unit}`);
	opened(key(box), row.sealed, associated(box, into.layout)).copy(bytesOf(into));
	return into;
}

/** As `read`, but undefined for a box that cannot be opened. */
export const readIf = (db: Db, box: BoxName): Counts | undefined => ifOpened(() => read(db, box));

/** Whether a box can be opened; nothing of what it holds. */
export const opens = (db: Db, box: BoxName): boolean => readIf(db, box) !== undefined;

/** Seals the counters under a fresh nonce. Must run in the transaction that read them: no other box may survive the commit. */
export function write(db: Db, box: BoxName, counts: Counts): void {
	prepared<[string, string, Buffer]>(
		db,
		'insert or replace into box (round, unit, sealed) values (?, ?, ?)'
	).run(box.round.id, box.unit, seal(key(box), bytesOf(counts), associated(box, counts.layout)));
}

/** An empty box, made when the round opens. */
export const make = (db: Db, box: BoxName): void =>
	write(db, box, new Counts(layout(box, box.kind)));

export function remove(db: Db, round: string, unit: string): void {
	db.prepare('delete from box where round = ? and unit = ?').run(round, unit);
}

/** The numbers as they lie in memory: four bytes each, the lowest first on every machine that Node runs on but one (s390x). */
const bytesOf = ({ numbers }: Counts): Buffer => Buffer.from(numbers.buffer);

const key = (box: BoxName): Buffer => keys.boxKey(box.keysFolder, box.round.id, box.unit);

const associated = (box: BoxName, { hash }: Layout): string =>
	`${box.round.id}|${box.unit}|${hash}`;
