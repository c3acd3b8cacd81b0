import { immediately, type Db } from '../database.ts';
import * as boxKeys from './box-keys.ts';

/**
 * A key dies after the commit that made it needless, never before: a transaction that fails must leave everything as it was.
 * So it is written down in that transaction, and destroyed when that is on disk; what a crash came between is done next time.
 */
export const doom = (db: Db, round: string, unit: string): unknown =>
	db.prepare('insert or ignore into doomed_key (round, unit) values (?, ?)').run(round, unit);

/**
 * Destroys every doomed key. Not to be called in a transaction.
 * @param note takes down that a key is gone, in the transaction that forgets that it was doomed
 */
export function destroy(
	db: Db,
	keysFolder: string,
	note: (round: string, unit: string) => unknown = () => undefined
): void {
	const doomed = db
		.prepare<[], { round: string; unit: string }>('select round, unit from doomed_key')
		.all();
	for (const { round, unit } of doomed) {
		boxKeys.destroy({ keysFolder, round, unit });
		immediately(db, () => {
			note(round, unit);
			db.prepare('delete from doomed_key where round = ? and unit = ?').run(round, unit);
		});
	}
}
