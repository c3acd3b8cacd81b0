import { addDays, type Day } from '../calendar.ts';
import { makeKeyPair } from '../seal/seal.ts';
import type { Db } from './database.ts';
import * as fieldwork from './fieldwork.ts';
import * as keys from './keys.ts';
import * as quarantine from './quarantine.ts';
import { release, type Release } from './release.ts';

/** A released box's key lives until the next verified backup, and no longer than this. */
export const KEY_DAYS_AFTER_RELEASE = 7;

/**
 * What happens once a day in a municipality: announced figures are published, open ones counted roughly, and what is due
 * is destroyed. A server that slept catches up at its next start; running it twice a day changes nothing.
 */
export function turn(db: Db, keysFolder: string, today: Day): Release[] {
	const released = release(db, keysFolder, today);
	if (lastTurn(db) !== today) fieldwork.write(db, keysFolder, today);
	destroyKeys(db, keysFolder, today);
	quarantine.erase(db, today);
	db.prepare("insert or replace into setting (name, value) values ('last-turn', ?)").run(today);
	// What was erased must not live on in the write-ahead log.
	db.pragma('wal_checkpoint(TRUNCATE)');
	return released;
}

/** Makes a municipality's first key pair, so that citizens' devices have something to seal to. */
export async function prepare(keysFolder: string, today: Day): Promise<void> {
	if (keys.keyPairs(keysFolder).length === 0) {
		keys.addKeyPair(keysFolder, { ...(await makeKeyPair()), madeOn: today });
	}
	keys.codeSecret(keysFolder);
}

function lastTurn(db: Db): Day | undefined {
	return db
		.prepare<[], { value: string }>("select value from setting where name = 'last-turn'")
		.get()?.value;
}

function destroyKeys(db: Db, keysFolder: string, today: Day): void {
	const due = db
		.prepare<{ latest: Day }, { round: string; unit: string }>(
			`select round, unit from unit where state <> 'open' and key_destroyed_on is null and (released_on <= :latest
			 or exists (select 1 from backup where verified = 1 and day > unit.released_on))`
		)
		.all({ latest: addDays(today, -KEY_DAYS_AFTER_RELEASE) });
	const note = db.prepare('update unit set key_destroyed_on = ? where round = ? and unit = ?');
	for (const { round, unit } of due) {
		keys.destroyBoxKey(keysFolder, round, unit);
		note.run(today, round, unit);
	}
}
