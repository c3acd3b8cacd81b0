import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Day } from '../../calendar.ts';
import type { PictureCount } from '../../journey/count.ts';
import type { JourneyModel } from '../../journey/model.ts';
import { publicationDayOf } from '../../survey/round.ts';
import type { At } from '../core/moving-keys/box-keys.ts';
import type { Db } from '../core/database.ts';
import * as moving from '../core/moving-keys/moving.ts';
import { Trouble } from '../core/trouble.ts';

/** No round can have this name: the keys of pictures lie apart from the survey's. */
export const KEYS = '_pictures';

/** The category of those who chose nothing there. */
export const NONE = '';
/** The "area" of the marker: at which kind of support people put it. */
export const MARKER = '';

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

/** What of a model is counted, as it is fixed when a quarter opens. */
export const layoutFor = (model: JourneyModel): Layout => [
	[MARKER, [...model.kinds.map((kind) => kind.id), NONE]],
	...model.areas
		.filter((area) => area.counted)
		.map((area): Layout[number] => [area.id, [...area.steps.map((step) => step.id), NONE]])
];

/** Counts one picture; what comes for a place that the quarter does not have counts as not placed. */
export function add(counts: Map<string, number>, layout: Layout, count: PictureCount): void {
	for (const [area, places] of layout) {
		const said = area === MARKER ? (count.marker ?? NONE) : (count.steps[area] ?? NONE);
		const name = nameOf(area, places.includes(said) ? said : NONE);
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
}

/** The 10th of the month after the quarter: `2026-Q2` → `2026-07-10`. */
export function publishesOn(quarter: string): Day {
	const last = `${quarter.slice(0, 4)}-${String(Number(quarter.slice(6)) * 3).padStart(2, '0')}`;
	return publicationDayOf(last);
}

export const atOf = (keysFolder: string, unit: string): At => ({ keysFolder, round: KEYS, unit });

/** @throws Trouble (`unopened`) when it is gone, or its key */
export function read(db: Db, keysFolder: string, quarter: Quarter): Map<string, number> {
	if (!quarter.sealed) throw new Trouble('unopened', `${KEYS} ${quarter.quarter}`);
	const at = atOf(keysFolder, quarter.quarter);
	const { bytes } = moving.unseal(db, at, quarter.sealed, associated(quarter));
	return new Map(namesOf(quarter).map((name, index) => [name, bytes.readUInt32LE(index * 4)]));
}

/** As `read`, for the last time: its key moves on. */
export function take(db: Db, keysFolder: string, quarter: Quarter): Map<string, number> {
	const counts = read(db, keysFolder, quarter);
	moving.moveOn(db, atOf(keysFolder, quarter.quarter));
	return counts;
}

/** One length whatever it holds, and the next key each time. */
export function seal(
	db: Db,
	keysFolder: string,
	quarter: Quarter,
	counts: Map<string, number>
): Buffer {
	const names = namesOf(quarter);
	const bytes = Buffer.alloc(names.length * 4);
	names.forEach((name, index) => bytes.writeUInt32LE(counts.get(name) ?? 0, index * 4));
	return moving.seal(db, atOf(keysFolder, quarter.quarter), bytes, associated(quarter));
}

const associated = (quarter: Quarter): string =>
	`${KEYS}|${quarter.quarter}|${createHash('sha256').update(quarter.layout).digest('hex')}`;
