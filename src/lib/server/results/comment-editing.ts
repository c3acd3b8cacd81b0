import { removeIdentifiers } from '../../identifiers.ts';
import { emptyLog, type Db } from '../core/database.ts';

export const REASONS = ['recognisable', 'employee', 'offensive', 'no-content'] as const;
export type HideReason = (typeof REASONS)[number];

export type Unread = { id: string; round: string; unit: string; text: string };
export type Edited = Unread & { promise: string | null; isSummary: boolean };

/** What an editor has not read yet, of every released quarter. Their random ids are their order. */
export const unread = (db: Db): Unread[] =>
	db
		.prepare<[], Unread>(
			"select hex(id) as id, round, unit, text from comment where state = 'unread' order by id"
		)
		.all();

/** What an editor has cleared, and everybody may read. */
export const shown = (db: Db, round?: string, unit?: string): Edited[] =>
	db
		.prepare<[string | null, string | null], Omit<Edited, 'isSummary'> & { isSummary: number }>(
			`select hex(id) as id, round, unit, text, promise, is_summary as isSummary from comment
			 where state = 'shown' and round = coalesce(?, round) and unit = coalesce(?, unit)
			 order by round, unit, id`
		)
		.all(round ?? null, unit ?? null)
		.map((row) => ({ ...row, isSummary: row.isSummary === 1 }));

/** How many of a quarter's comments are shown, hidden (by reason) and still to be read: said where they are shown. */
export const tally = (db: Db): Tally[] =>
	db
		.prepare<[], Tally>(
			`select round, unit, state, reason, count(*) as n from comment
			 group by round, unit, state, reason order by round, unit, state, reason`
		)
		.all();
export type Tally = {
	round: string;
	unit: string;
	state: 'unread' | 'shown' | 'hidden';
	reason: HideReason | null;
	n: number;
};

/**
 * The editor's text takes the place of the citizen's, which is then gone from the file.
 * @param isSummary whether it is the editor's Danish summary of a comment in another language
 * @returns false when another editor was first
 */
export function show(
	db: Db,
	id: string,
	{ text, promise, isSummary }: { text: string; promise: string | null; isSummary: boolean }
): boolean {
	const { changes } = db
		.prepare(
			"update comment set text = ?, promise = ?, is_summary = ?, state = 'shown' where id = ? and state <> 'hidden'"
		)
		.run(removeIdentifiers(text).trim(), promise, Number(isSummary), Buffer.from(id, 'hex'));
	emptyLog(db);
	return changes === 1;
}

/** Shown too soon: nobody reads it any more, and it waits for its editor again, as the editor left it. */
export function unshow(db: Db, id: string): boolean {
	const { changes } = db
		.prepare("update comment set state = 'unread' where id = ? and state = 'shown'")
		.run(Buffer.from(id, 'hex'));
	return changes === 1;
}

/** A comment that nobody else may read: its text goes, and that it was hidden, and why, is counted. */
export function hide(db: Db, id: string, reason: HideReason): boolean {
	const { changes } = db
		.prepare(
			"update comment set text = '', promise = null, state = 'hidden', reason = ? where id = ?"
		)
		.run(reason, Buffer.from(id, 'hex'));
	emptyLog(db);
	return changes === 1;
}
