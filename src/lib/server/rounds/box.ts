import { randomBytes } from 'node:crypto';
import type { UnitKind } from '../../calendar.ts';
import type { Questionnaire } from '../../survey/questionnaire.ts';
import type { Round } from '../../survey/round.ts';
import { Counts, layout, type Layout } from './counters.ts';
import { prepared, type Db } from '../core/database.ts';
import * as moving from '../core/moving-keys/moving.ts';
import { ifOpened, opensHere } from '../core/sealed.ts';
import { Trouble } from '../core/trouble.ts';

const COMMENT_KEY_BYTES = 32;

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
	const { bytes, key } = moving.unseal(db, atOf(box), row.sealed, associated(box, into.layout));
	const numbers = bytesOf(into);
	bytes.copy(numbers);
	// In the first builds comments were sealed with the key of the quarter's box itself.
	const hasKey = bytes.length > numbers.length;
	if (holdsKey(box))
		into.commentKey = Buffer.from(hasKey ? bytes.subarray(numbers.length) : key.key);
	bytes.fill(0);
	return into;
}

/** As `read`, but undefined for a box that cannot be opened. */
export const readIf = (db: Db, box: BoxName): Counts | undefined => ifOpened(() => read(db, box));

/** Whether a box can be opened with what lies here; nothing of what it holds. */
export const opens = (db: Db, box: BoxName): boolean => opensHere(() => read(db, box));

/** Seals the counters with the next key. Must run in the movement that read them: no other box may survive the commit. */
export function write(db: Db, box: BoxName, counts: Counts): void {
	const { commentKey = randomBytes(COMMENT_KEY_BYTES) } = counts;
	const bytes = Buffer.concat([bytesOf(counts), ...(holdsKey(box) ? [commentKey] : [])]);
	const sealed = moving.seal(db, atOf(box), bytes, associated(box, counts.layout));
	bytes.fill(0);
	prepared<[string, string, Buffer]>(
		db,
		'insert or replace into box (round, unit, sealed) values (?, ?, ?)'
	).run(box.round.id, box.unit, sealed);
}

/** Seals a box with another key of chance: no copy of its key from before opens what comes. One that cannot be opened stays. */
export const renewKey = (db: Db, box: BoxName): void =>
	moving.moving(db, () => {
		const counts = readIf(db, box);
		if (!counts) return;
		moving.renew(db, atOf(box));
		write(db, box, counts);
	});

/** An empty box, made when the round opens. */
export const make = (db: Db, box: BoxName): void =>
	write(db, box, new Counts(layout(box, box.kind)));

/** Its key moves on with it: of what it held, no copy can be opened any more. */
export function remove(db: Db, box: BoxName): void {
	ifOpened(() => moving.moveOn(db, atOf(box)));
	db.prepare('delete from box where round = ? and unit = ?').run(box.round.id, box.unit);
}

/** The numbers as they lie in memory: four bytes each, the lowest first on every machine that Node runs on but one (s390x). */
const bytesOf = ({ numbers }: Counts): Buffer => Buffer.from(numbers.buffer);

/** What comments are sealed with lies in the box of the quarter that they are read in. */
const holdsKey = ({ kind }: BoxName): boolean => kind === 'quarter';

const atOf = ({ keysFolder, round, unit }: BoxName) => ({ keysFolder, round: round.id, unit });

const associated = (box: BoxName, { hash }: Layout): string =>
	`${box.round.id}|${box.unit}|${hash}`;
