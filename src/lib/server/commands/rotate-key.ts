import * as audit from '../core/audit.ts';
import { immediately } from '../core/database.ts';
import { today } from '../core/environment.ts';
import * as keys from '../core/keys.ts';
import * as generation from '../halves/generation.ts';
import * as municipality from '../municipality.ts';
import * as sealingKeys from '../rounds/sealing-keys.ts';
import type { Takes } from './usage.ts';

export const takes = { least: 1, most: 1 } satisfies Takes;

/** `rotate-key <municipality>`: a new key pair for citizens' devices; the old one opens what is on its way. */
export function run([slug = '']: string[], now: Date = new Date()): void {
	const id = municipality.forOne(slug, (place) => rotate(place, now));
	console.log(
		`${slug}: new key ${id}; earlier ones are destroyed 60 days after their last round's closing`
	);
}

/** The key is made when the file is held, and handed out by nobody where what is said of it is not on disk. */
function rotate({ db, keysFolder }: municipality.Municipality, now: Date): string {
	let made: string | undefined;
	try {
		return immediately(db, () => {
			generation.advance(db);
			made = sealingKeys.rotate(keysFolder, today());
			audit.log(db, { who: null, what: 'key-rotated', about: made, ...audit.moment(now) });
			return made;
		});
	} catch (problem) {
		if (made) keys.destroyKeyPair(keysFolder, made);
		throw problem;
	}
}
