import { readFileSync, statSync } from 'node:fs';
import { environment, said } from '../environment.ts';
import { replaceFile } from '../keys.ts';
import { log } from '../log.ts';
import { Trouble } from '../trouble.ts';
import { holding } from './holding.ts';
import * as marks from './marks.ts';

/** Which app server each municipality is placed on. */
type Placement = ReadonlyMap<string, string>;
type Reading = { placement: Placement; faults: string[] };

/** What nginx includes: the same lines, as it writes them. */
const NGINX = '.nginx';
const NAME = /^[a-z][a-z0-9-]*$/;

export const isPlace = (name: string): boolean => NAME.test(name);

/** The lines of HAProxy's maps: `stevns a`, one municipality each; a line that begins with # is for people. */
function parse(text: string): Reading {
	const placement = new Map<string, string>();
	const faults: string[] = [];
	for (const [index, line] of text
		.replace(/^\uFEFF/, '')
		.split('\n')
		.entries()) {
		const [municipality, place, ...more] = line.trim().split(/\s+/);
		if (!municipality || municipality.startsWith('#')) continue;
		const fault = (reason: string) => faults.push(`line ${index + 1}: ${reason}`);
		if (!place || more.length > 0 || !NAME.test(municipality) || !isPlace(place))
			fault('must be a municipality and the name of its server, as "stevns a"');
		else if (placement.has(municipality)) fault(`${municipality} stands there twice`);
		else placement.set(municipality, place);
	}
	return { placement, faults };
}

let known: { stamp: string; placement: Placement } | undefined;
let unusable: string | undefined;

/**
 * As the file says now: whoever moves a municipality need not start a server anew. A file that cannot be used while a server runs
 * is said in the log, and the former one counts.
 */
function current(path: string): Placement {
	const stamp = stampOf(path);
	if (known?.stamp === stamp) return known.placement;
	const { placement, faults } = readIf(path);
	if (faults.length === 0) {
		known = { stamp, placement };
		unusable = undefined;
		return placement;
	}
	if (!known || !known.stamp.startsWith(`${path}\0`)) throw new Error(faults.join('\n'));
	if (unusable !== stamp) log('error', 'placement', { path, what: faults.join('; ') });
	unusable = stamp;
	return known.placement;
}

const stampOf = (path: string): string => {
	const found = statSync(path, { bigint: true, throwIfNoEntry: false });
	return [path, found?.ino, found?.mtimeNs, found?.size].join('\0');
};

function readIf(path: string): Reading {
	try {
		const { placement, faults } = parse(readFileSync(path, 'utf8'));
		return { placement, faults: faults.map((fault) => `PLACEMENT_FILE: ${path}: ${fault}`) };
	} catch (problem) {
		const { code } = problem as NodeJS.ErrnoException;
		const reason = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`;
		return { placement: new Map(), faults: [`PLACEMENT_FILE: ${path}: ${reason}`] };
	}
}

/** Whether municipalities are placed on servers at all: without it this one has them all. */
export const isUsed = (): boolean => environment().PLACEMENT_FILE !== undefined;

const isPlacedHere = (municipality: string): boolean => {
	const { PLACEMENT_FILE, PLACE } = environment();
	return PLACEMENT_FILE === undefined || current(PLACEMENT_FILE).get(municipality) === PLACE;
};

/** Whose municipality this is to answer for, in trouble or not. */
export const isHere = (municipality: string): boolean =>
	isPlacedHere(municipality) && !marks.isMoved(municipality);

/** Why a municipality is not served from here now, or undefined: it is placed elsewhere, or on its way. */
export function trouble(municipality: string): Trouble | undefined {
	return (
		marks.trouble(municipality) ??
		(isPlacedHere(municipality) ? undefined : new Trouble('elsewhere'))
	);
}

/** @throws Trouble as `trouble` says */
export function demand(municipality: string): void {
	const found = trouble(municipality);
	if (found) throw found;
}

/** What is wrong with the two variables and the file. @param municipalities all that there are */
export function faults(municipalities: readonly string[]): string[] {
	const [path, place] = [said('PLACEMENT_FILE'), said('PLACE')];
	if (!path && !place) return [];
	if (!path) return ['PLACE: is only read with PLACEMENT_FILE'];
	if (!place) return ['PLACEMENT_FILE: is only read with PLACE, the name of this server in it'];
	const { placement, faults: wrong } = readIf(path);
	const unknown = [...placement.keys()].filter((name) => !municipalities.includes(name));
	return [
		...wrong,
		...unknown.map((name) => `PLACEMENT_FILE: ${path}: there is no municipality "${name}"`)
	];
}

/** What can be used, and is hardly meant so. */
export function doubts(municipalities: readonly string[]): string[] {
	const { PLACEMENT_FILE: path, PLACE: place } = environment();
	if (path === undefined || place === undefined) return [];
	const placement = current(path);
	const nowhere = municipalities.filter((name) => !placement.has(name));
	return [
		...([...placement.values()].includes(place)
			? []
			: [`PLACE: no municipality is placed on "${place}" in ${path}`]),
		...nowhere.map((name) => `PLACEMENT_FILE: ${path}: ${name} is placed nowhere`)
	];
}

/** Places a municipality in the file of all servers and of the proxy. Others that are placed meanwhile stay where they were put. */
export async function place(municipality: string, on: string): Promise<string[]> {
	const { PLACEMENT_FILE: path } = environment();
	if (path === undefined) throw new Error('PLACEMENT_FILE: is not set');
	return holding(path, () => {
		const text = readFileSync(path, 'utf8');
		const { faults: wrong } = parse(text);
		if (wrong.length > 0) throw new Error(wrong.map((fault) => `${path}: ${fault}`).join('\n'));
		const isIts = new RegExp(`^\\s*${municipality}\\s`);
		const lines = text.trimEnd().split('\n');
		const at = lines.findIndex((line) => isIts.test(`${line} `));
		lines.splice(at < 0 ? lines.length : at, at < 0 ? 0 : 1, `${municipality} ${on}`);
		write(path, `${lines.join('\n')}\n`);
		const all = [...parse(lines.join('\n')).placement];
		write(`${path}${NGINX}`, all.map(([name, its]) => `${name} ${its};\n`).join(''));
		return [path, `${path}${NGINX}`];
	});
}

/** The proxy reads it too. */
const write = (path: string, text: string): void => replaceFile(path, text, { mode: 0o666 });
