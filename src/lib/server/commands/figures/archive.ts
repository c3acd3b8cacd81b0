import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { today } from '../../core/environment.ts';
import { replaceFile } from '../../core/keys.ts';
import * as municipality from '../../municipality.ts';
import { archive } from '../../reports/archive.ts';
import type { Takes } from '../usage.ts';

export const takes = { least: 2, most: 2 } satisfies Takes;

/** `archive <municipality> <folder>`: what its archive is to have before anything is erased, with a description of every table. */
export function run([slug, folder]: string[]): void {
	if (!slug || !folder) throw new Error('usage: archive <municipality> <folder>');
	const files = municipality.forOne(slug, ({ db, plan }) => archive(db, plan, today()));
	write(folder, files);
	console.log(`${files.size} files in ${folder}`);
}

/** All or nothing: half an archive would be taken for one. */
function write(folder: string, files: Map<string, string>): void {
	const paths = new Map([...files].map(([name, text]) => [join(folder, name), text]));
	// What was handed over is not written over.
	const there = [...paths.keys()].find((path) => existsSync(path));
	if (there) throw new Error(`${there} is there already: nothing was written`);
	try {
		for (const [path, text] of paths) replaceFile(path, text);
	} catch (problem) {
		for (const path of paths.keys()) rmSync(path, { force: true });
		throw problem;
	}
}
