import * as audit from '../core/audit.ts';
import { closeAll } from '../core/database.ts';
import { today } from '../core/environment.ts';
import * as generation from '../halves/generation.ts';
import * as municipality from '../municipality.ts';
import * as sealingKeys from '../rounds/sealing-keys.ts';
import type { Takes } from './usage.ts';

export const takes = { least: 1, most: 1 } satisfies Takes;

/** `rotate-key <municipality>`: a new key pair for citizens' devices; the old one opens what is on its way. */
export async function run([slug = '']: string[], now: Date = new Date()): Promise<void> {
	const place = municipality.find(slug);
	if (!place) throw new Error(`there is no municipality "${slug}"`);
	const id = await sealingKeys.rotate(place.keysFolder, today());
	generation.advance(place.db);
	audit.log(place.db, { who: null, what: 'key-rotated', about: id, ...audit.moment(now) });
	console.log(
		`${slug}: new key ${id}; earlier ones are destroyed 60 days after their last round's closing`
	);
	closeAll();
}
