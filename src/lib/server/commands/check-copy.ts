import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pathOf } from '../core/database.ts';
import { environment } from '../core/environment.ts';
import { inspect } from '../halves/copy.ts';
import * as plans from '../plan/plans.ts';
import type { Takes } from './usage.ts';

export const takes = { least: 1, most: 1, options: { keys: { type: 'string' } } } satisfies Takes;

/**
 * `check-copy <folder> [--keys folder]`: whether a pair that `backup` made, or any copy of the data folder, could be put back with
 * those keys, or with the keys that stand; and what would be lost. Nothing of it is written to.
 * @throws when one of them could not serve, or would lose a period
 */
export function run(args: string[]): void {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: takes.options
	});
	const [given = ''] = positionals;
	const folder = given && newest(given);
	const flawed: string[] = [];
	let checked = 0;
	for (const { municipality } of plans.all()) {
		const path = join(folder, `${municipality}.sqlite`);
		if (!folder || !existsSync(path)) continue;
		checked += 1;
		const keysFolder = join(values.keys ?? environment().KEYS_DIR, municipality);
		const { lost, holds, ...found } = inspect(path, keysFolder, pathOf(municipality));
		const flaws = [...found.flaws, ...found.closed];
		if (flaws.length > 0) flawed.push(municipality);
		console.log(`${municipality}: ${flaws.length > 0 ? 'NOT in order' : 'in order'}`);
		for (const line of [...flaws, ...holds]) console.log(`  ${line}`);
		for (const line of lost) console.log(`  would be lost: ${line}`);
	}
	if (checked === 0) throw new Error(`no municipality’s file lies in "${given}"`);
	if (flawed.length > 0) throw new Error(`${flawed.length} of ${checked} not in order`);
	console.log(`${checked} in order`);
}

/** `backup` makes a folder a day: of several the newest. */
function newest(folder: string): string {
	if (!existsSync(folder) || !statSync(folder).isDirectory()) return folder;
	const names = readdirSync(folder);
	const day = names
		.filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name))
		.sort()
		.at(-1);
	return day && !names.some((name) => name.endsWith('.sqlite')) ? join(folder, day) : folder;
}
