import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { KEY_BYTES, KeyFile, type MovingKey } from './key-file.ts';
import { destroyFile, namesIn, read } from '../keys.ts';
import { Trouble } from '../trouble.ts';

/** Whose key: that of a round's unit. */
export type At = { keysFolder: string; round: string; unit: string };
type Unit = Omit<At, 'keysFolder'>;

const FILE = 'units.keys';
/** A file for each key, as the first builds had them; what is sealed anew takes its place in `units.keys`. */
const FORMER = '.key';

const boxesIn = (keysFolder: string): string => join(keysFolder, 'boxes');
const folderOf = ({ keysFolder, round }: Omit<At, 'unit'>): string =>
	join(boxesIn(keysFolder), round);
export const pathOf = (at: Omit<At, 'unit'>): string => join(folderOf(at), FILE);
const formerPathOf = (at: At): string => join(folderOf(at), `${at.unit}${FORMER}`);

/** A key of the first builds, which has never moved. */
export function former(at: At): MovingKey | undefined {
	const key = read(formerPathOf(at));
	return key?.length === KEY_BYTES ? { step: 0, key } : undefined;
}

export const destroyFormer = (at: At): void => destroyFile(formerPathOf(at));

/** The key as it lies on disk, for those who only look; undefined where it is gone, or cut short. */
export function standing(at: At): MovingKey | undefined {
	const file = KeyFile.open(pathOf(at), 'r');
	try {
		return file?.get(at.unit) ?? former(at);
	} finally {
		file?.close();
	}
}

/**
 * One key that is missing among others is gone. Where there is no file of a round's keys, or half of one, that says nothing: their
 * disk may not be there yet, or they may be on their way back.
 * @returns what is wrong, or undefined where it is known of each of the units whether its key is here
 */
export function flawOf(at: Omit<At, 'unit'>, units: string[]): Trouble | undefined {
	const path = pathOf(at);
	const file = KeyFile.open(path, 'r');
	try {
		if (units.every((unit) => file?.has(unit) || existsSync(formerPathOf({ ...at, unit }))))
			return undefined;
		if (file?.isWhole) return undefined;
	} finally {
		file?.close();
	}
	if (file && statSync(path).size > 0) return new Trouble('malformed', path);
	if (!file && namesOf(at.keysFolder, at.round).length > 0) return undefined;
	return new Trouble('key-missing', [boxesIn(at.keysFolder), folderOf(at)].find(isAway) ?? path);
}

const isAway = (path: string): boolean => !existsSync(path);

/** The round's keys that are not here are gone from now on, and not only away. */
export function giveUp(at: Omit<At, 'unit'>): void {
	const file = KeyFile.open(pathOf(at), 'r+') ?? KeyFile.make(pathOf(at));
	file.makeWhole();
	file.sync();
	file.close();
}

/** Every box's key that lies here. */
export const list = (keysFolder: string): Unit[] =>
	namesIn(boxesIn(keysFolder)).flatMap((round) =>
		unitsOf(keysFolder, round).map((unit) => ({ round, unit }))
	);

/** Whether keys of a round lie here: a file that knows nothing of the round is an older copy. */
export const hasRound = (keysFolder: string, round: string): boolean =>
	unitsOf(keysFolder, round).length > 0;

/** The rounds of which keys lie here. Those of pictures tell of none. */
export const roundsOf = (keysFolder: string): string[] =>
	namesIn(boxesIn(keysFolder)).filter(
		(round) => !round.startsWith('_') && hasRound(keysFolder, round)
	);

/** The units of a round whose keys lie here. */
export const unitsOf = (keysFolder: string, round: string): string[] =>
	/^[\w-]+$/.test(round) ? namesOf(keysFolder, round) : [];

function namesOf(keysFolder: string, round: string): string[] {
	const file = KeyFile.open(pathOf({ keysFolder, round }), 'r');
	const units = file?.units() ?? [];
	file?.close();
	const formers = namesIn(folderOf({ keysFolder, round }))
		.filter((name) => name.endsWith(FORMER))
		.map((name) => name.slice(0, -FORMER.length));
	return [...new Set([...units, ...formers])].sort();
}

/** To be called when what made it needless is on disk. */
export function destroy(at: At): void {
	const file = KeyFile.open(pathOf(at), 'r+');
	file?.remove(at.unit);
	file?.sync();
	file?.close();
	destroyFormer(at);
}
