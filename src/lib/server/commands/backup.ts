import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, type Day } from '../../calendar.ts';
import { closeAll, immediately, verify, type Db } from '../core/database.ts';
import { today } from '../core/environment.ts';
import * as generation from '../halves/generation.ts';
import * as municipality from '../municipality.ts';

/** Longer than this no copy may live: what is destroyed in the file must be gone from its copies too. */
const BACKUP_DAYS = 30;

/**
 * `backup <folder>`: a verified copy of every municipality's file, one folder a day; copies older than 30 days are removed.
 * The keys folder is not copied: it is backed up apart, to another place.
 */
export async function run([folder]: string[]): Promise<void> {
	if (!folder) throw new Error('say which folder: backup <folder>');
	const day = today();
	mkdirSync(join(folder, day), { recursive: true, mode: 0o700 });
	try {
		await municipality.forEach(({ plan, db }) =>
			copy(db, join(folder, day), plan.municipality, day)
		);
	} finally {
		removeOld(folder, addDays(day, -BACKUP_DAYS));
		closeAll();
	}
}

async function copy(db: Db, folder: string, municipality: string, day: Day): Promise<void> {
	const path = join(folder, `${municipality}.sqlite`);
	rmSync(path, { force: true });
	await db.backup(path, {
		progress: ({ totalPages, remainingPages }) => {
			console.log(`${municipality}: ${totalPages - remainingPages} of ${totalPages} pages`);
			return 2000;
		}
	});
	const problem = verify(path);
	if (problem) throw new Error(`the copy cannot be read: ${problem}`);
	immediately(db, () => {
		db.prepare('insert or replace into backup (day, verified) values (?, 1)').run(day);
		generation.advance(db);
	});
}

function removeOld(folder: string, before: string): void {
	for (const name of readdirSync(folder)) {
		if (/^\d{4}-\d{2}-\d{2}$/.test(name) && name < before)
			rmSync(join(folder, name), { recursive: true });
	}
}
