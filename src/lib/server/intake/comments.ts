import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { removeIdentifiers } from '../../identifiers.ts';
import { cleanComment } from '../../survey/comment.ts';
import { COMMENT_MAX_BYTES } from '../../survey/submission.ts';
import { ifOpened, opened, sealing } from '../core/sealed.ts';
import { prepared, type Db } from '../core/database.ts';
import { drawn } from '../core/secrets.ts';

/** Every sealed comment has this length, an empty one too: whether somebody wrote is not to be seen. A clean one fits. */
const PADDED_BYTES = COMMENT_MAX_BYTES + 144;
/** METHOD §4: fewer comments than this are not read by anyone yet. */
export const COMMENTS_MIN = 5;

function padded(text: string): Buffer {
	const bytes = Buffer.alloc(PADDED_BYTES, ' ');
	bytes.write(JSON.stringify(text));
	return bytes;
}
const EMPTY = padded('');

/** A quarter that comments are read in, and the key that they are sealed with: none where its box cannot be opened. */
export type Sealed = { round: string; quarter: string; key: Buffer | undefined };

/** Seals one comment row for each counted outcome, empty or not. The key itself is not asked for again. */
export function adding(
	db: Db,
	{ round, quarter, key }: Sealed & { key: Buffer }
): (text: string) => void {
	const seal = sealing(key, associated(round, quarter));
	const row = prepared<[Buffer, string, string, Buffer]>(
		db,
		'insert into sealed_comment (id, round, unit, sealed) values (?, ?, ?, ?)'
	);
	return (text) => {
		// Cleaned here too: a device of someone else's making may not have done it.
		const bytes = text === '' ? EMPTY : padded(removeIdentifiers(cleanComment(text)).trim());
		row.run(drawn(16), round, quarter, seal(bytes));
		if (bytes !== EMPTY) bytes.fill(0);
	};
}

/**
 * Opens a quarter's comments: the real ones are laid out for the editor, shuffled, and the empty ones vanish.
 * When there are too few, they wait for `next` quarter, or are lost with the round's last.
 *
 * @param answers the answers released in the quarter
 */
export function release(
	db: Db,
	sealed: Sealed,
	next: Sealed | undefined,
	enough: { answers: number; threshold: number }
): void {
	const { round, quarter } = sealed;
	const real = take(db, sealed).filter((text) => text !== '');
	if (real.length >= COMMENTS_MIN && enough.answers >= enough.threshold) {
		// The random id is the order: nothing is left of the one they came in.
		const show = db.prepare('insert into comment (id, round, unit, text) values (?, ?, ?, ?)');
		for (const text of real) show.run(drawn(16), round, quarter, text);
	} else if (next?.key) {
		real.forEach(adding(db, { ...next, key: next.key }));
	}
}

/** Seals every comment of a quarter anew, the empty ones too, under another key and ids that sort them by chance. */
export function renew(db: Db, sealed: Sealed, key: Buffer): void {
	const { round, quarter } = sealed;
	const rows = take(db, sealed).map((text) => ({ text, place: randomBytes(16) }));
	rows.sort((a, b) => a.place.compare(b.place));
	const add = adding(db, { round, quarter, key });
	for (const { text } of rows) add(text);
}

/** Takes a quarter's comments out of the file. One that was sealed with another key is lost. */
function take(db: Db, { round, quarter, key }: Sealed): string[] {
	const texts = db
		.prepare<[string, string], { sealed: Buffer }>(
			'select sealed from sealed_comment where round = ? and unit = ?'
		)
		.all(round, quarter)
		.flatMap(({ sealed }) => (key && read(key, sealed, associated(round, quarter))) ?? []);
	db.prepare('delete from sealed_comment where round = ? and unit = ?').run(round, quarter);
	return texts;
}

/** Undefined for a comment that was sealed with another key: it is lost. */
const read = (key: Buffer, sealed: Buffer, associatedData: string): string | undefined =>
	ifOpened(() => {
		const bytes = opened(key, sealed, associatedData);
		return z.string().parse(JSON.parse(bytes.toString()));
	});

const associated = (round: string, quarter: string): string => `${round}|${quarter}|comment`;
