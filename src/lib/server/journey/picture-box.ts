import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import * as keys from '../core/keys.ts';
import { opened, seal } from '../core/sealed.ts';
import { Trouble } from '../core/trouble.ts';

/** No round can have this name: the keys of pictures lie apart from the survey's. */
export const KEYS = '_pictures';

/** Area by area, the places that are counted; each area is a full partition of the pictures, `''` included. */
const Layout = z.array(z.tuple([z.string(), z.array(z.string())]));
export type Layout = z.infer<typeof Layout>;
export type Quarter = {
	quarter: string;
	layout: string;
	publishes_on: Day;
	sealed: Buffer | null;
	state: 'open' | 'released' | 'hidden' | 'lost';
};

export const layoutOf = (quarter: Quarter): Layout => Layout.parse(JSON.parse(quarter.layout));
export const nameOf = (area: string, place: string): string => `${area}|${place}`;
const namesOf = (quarter: Quarter): string[] =>
	layoutOf(quarter).flatMap(([area, places]) => places.map((place) => nameOf(area, place)));

/** The counts of a quarter, opened. @throws Trouble (`unopened`) where its key or its box is gone, or another */
export function read(keysFolder: string, quarter: Quarter): Map<string, number> {
	if (!quarter.sealed) throw new Trouble('unopened', `${KEYS} ${quarter.quarter}`);
	const key = keys.boxKey(keysFolder, KEYS, quarter.quarter);
	const bytes = opened(key, quarter.sealed, associated(quarter));
	return new Map(namesOf(quarter).map((name, index) => [name, bytes.readUInt32LE(index * 4)]));
}

/** One length whatever it holds, and a fresh nonce each time. */
export function sealed(keysFolder: string, quarter: Quarter, counts: Map<string, number>): Buffer {
	const names = namesOf(quarter);
	const bytes = Buffer.alloc(names.length * 4);
	names.forEach((name, index) => bytes.writeUInt32LE(counts.get(name) ?? 0, index * 4));
	return seal(keys.boxKey(keysFolder, KEYS, quarter.quarter), bytes, associated(quarter));
}

const associated = (quarter: Quarter): string =>
	`${KEYS}|${quarter.quarter}|${createHash('sha256').update(quarter.layout).digest('hex')}`;
