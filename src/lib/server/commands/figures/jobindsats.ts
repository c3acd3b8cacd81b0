import process from 'node:process';
import { parseArgs } from 'node:util';
import { closeAll } from '../../core/database.ts';
import { today } from '../../core/environment.ts';
import { accessOf } from '../../jobindsats/access.ts';
import { clientOf } from '../../jobindsats/client.ts';
import { fetchAll } from '../../jobindsats/fetching.ts';
import * as runs from '../../jobindsats/runs.ts';
import * as municipality from '../../municipality.ts';
import type { Takes } from '../usage.ts';

const LOOK_MS = 200;

export const takes = { most: 1, options: { table: { type: 'string' } } } satisfies Takes;

/**
 * `jobindsats [municipality]`: fetches every table that the plan names, where a key is configured. Ctrl-C stops before the next.
 * `jobindsats <municipality> --table y07a07`: what a table is called, and what of it a plan has to choose.
 * @throws with words for the operator: the kind of what went wrong, never a key or a figure
 */
export async function run(args: string[]): Promise<void> {
	const { values, positionals } = parseArgs({
		args,
		options: takes.options,
		allowPositionals: true
	});
	const [slug] = positionals;
	try {
		if (values.table !== undefined) return await describe(slug, values.table);
		const asked = slug === undefined ? undefined : houseOf(slug).plan.municipality;
		let configured = 0;
		await municipality.forEach(async (place) => {
			if (asked !== undefined && place.plan.municipality !== asked) return;
			if (!accessOf(place.plan)) return;
			configured++;
			await fetchOne(place);
		});
		if (configured === 0) throw new Error('JOBINDSATS_FILE names no key for it');
	} finally {
		closeAll();
	}
}

function houseOf(slug: string | undefined): municipality.Municipality {
	const found = municipality.find(slug ?? '');
	if (!found) throw new Error('usage: jobindsats [municipality] [--table id]');
	return found;
}

async function fetchOne(place: municipality.Municipality): Promise<void> {
	const { db, plan } = place;
	const begun = fetchAll(place, { today: today(), by: null });
	if (!begun.ok) {
		if (begun.reason === 'under-way') throw new Error('is being fetched already');
		console.log(`${plan.municipality}: the plan names no table`);
		return;
	}
	const interrupt = (): void => void runs.stop(db);
	process.once('SIGINT', interrupt);
	let told = '';
	const timer = setInterval(() => {
		const now = runs.latest(db);
		const line = now?.current ? `  ${now.finished + 1} of ${now.total}: ${now.current}` : '';
		if (line !== '' && line !== told) console.log(line);
		told = line;
	}, LOOK_MS);
	try {
		console.log(`${plan.municipality}:`);
		const run = await begun.finished;
		for (const { table, reason, detail } of run?.problems ?? []) {
			console.log(`  ${table}: ${[reason, detail].filter(Boolean).join(': ')}`);
		}
		console.log(`  ${run?.state}: ${run?.added} new, ${run?.revised} revised`);
		if (run?.state === 'failed') throw new Error('not every table could be fetched');
	} finally {
		clearInterval(timer);
		process.off('SIGINT', interrupt);
	}
}

async function describe(slug: string | undefined, table: string): Promise<void> {
	const access = accessOf(houseOf(slug).plan);
	if (!access) throw new Error('JOBINDSATS_FILE names no key for it');
	const { table_name, dimensions } = await clientOf(access).table(table);
	console.log(`${table}  ${table_name ?? ''}`);
	for (const { hierarchy_id, hierarchy_name, levels } of dimensions.flatMap(
		(each) => each.hierarchies
	)) {
		console.log(`  ${hierarchy_id}  ${hierarchy_name ?? ''}`);
		for (const { value_id, value_name } of levels.flatMap((level) => level.values).slice(0, 40)) {
			console.log(`    ${value_id}  ${value_name}`);
		}
	}
}
