import { addDays, latest, type Day } from '../../calendar.ts';
import { makeKeyPair } from '../core/opener.ts';
import type { Db } from '../core/database.ts';
import * as keyring from '../core/keyring.ts';
import * as keys from '../core/keys.ts';
import { Trouble } from '../core/trouble.ts';
import * as rounds from './rounds.ts';

/** An old private key is destroyed this long after the closing of the last round that was sealed to it. */
const KEY_DAYS_AFTER_CLOSING = 60;

/**
 * Makes a municipality's first key pair, so that citizens' devices have something to seal to, and its secret for codes.
 * @throws Trouble where there were some, and they are gone
 */
export async function prepare(db: Db, keysFolder: string, today: Day): Promise<void> {
	if (keys.keyPairs(keysFolder).length === 0) {
		if (keyring.hasPairs(db)) throw new Trouble('key-missing', keys.pairsPath(keysFolder));
		rotate(keysFolder, today);
	}
	if (!keyring.hasPairs(db)) keyring.notePairs(db);
	keyring.codeSecret(db, keysFolder);
}

/** A new key pair, handed out from now on. Older ones still open what is on its way, until their day has come. */
export function rotate(keysFolder: string, today: Day): string {
	const pair = makeKeyPair();
	keys.addKeyPair(keysFolder, { ...pair, madeOn: today });
	return pair.id;
}

/**
 * Destroys the private keys that nothing can be sealed to any more: a newer one has been handed out, and the last round
 * that was open before it closed more than 60 days ago.
 *
 * @returns the ids of the destroyed
 */
export function destroyOld(db: Db, keysFolder: string, today: Day): string[] {
	const pairs = keys.keyPairs(keysFolder);
	const old = pairs.filter((_, index) => {
		const replacedOn = pairs[index + 1]?.madeOn;
		if (!replacedOn) return false;
		const lastClosing = rounds
			.list(db)
			.filter(({ round }) => round.opensOn <= replacedOn)
			.reduce((day, { round }) => latest(day, round.closesOn), replacedOn);
		return today > addDays(lastClosing, KEY_DAYS_AFTER_CLOSING);
	});
	for (const { id } of old) keys.destroyKeyPair(keysFolder, id);
	return old.map(({ id }) => id);
}
