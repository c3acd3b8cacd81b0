import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeAll } from '../../core/database.ts';
import { today } from '../../core/environment.ts';
import * as municipality from '../../municipality.ts';
import { archive } from '../../reports/archive.ts';

/** `archive <municipality> <folder>`: what its archive is to have before anything is erased, with a description of every table. */
export function run([slug, folder]: string[]): void {
	if (!slug || !folder) throw new Error('usage: archive <municipality> <folder>');
	const place = municipality.find(slug);
	if (!place) throw new Error(`there is no municipality "${slug}"`);
	try {
		const files = archive(place.db, place.plan, today());
		mkdirSync(folder, { recursive: true, mode: 0o700 });
		for (const [name, text] of files) {
			// What was handed over is not written over.
			writeFileSync(join(folder, name), text, { mode: 0o600, flag: 'wx' });
		}
		console.log(`${files.size} files in ${folder}`);
	} finally {
		closeAll();
	}
}
