import { addDays, monthOf, quarterOf, type Day } from '../../calendar.ts';
import {
	openCount,
	type CountReply,
	type PictureCount,
	type SealedCount
} from '../../journey/count.ts';
import type { JourneyModel } from '../../journey/model.ts';
import { showable } from '../../results/suppression.ts';
import { opener } from '../core/opener.ts';
import { immediately, type Db } from '../core/database.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import * as doomedKeys from '../core/moving-keys/doomed-keys.ts';
import * as keys from '../core/keys.ts';
import * as memory from '../core/memory.ts';
import { make, moving, renew } from '../core/moving-keys/moving.ts';
import { ifOpened, opensHere } from '../core/sealed.ts';
import * as box from './picture-box.ts';
import { MARKER, NONE, type Quarter } from './picture-box.ts';
import { threshold } from '../core/settings.ts';
import { Trouble } from '../core/trouble.ts';

/** As the survey's boxes: a released box's key lives until the next verified backup, and no longer than this. */
const KEY_DAYS_AFTER_RELEASE = 7;
/** The "area" of the row that says how many pictures a quarter has. */
const EVERY = '*';
/** Guards against counting twice for as long as a device may still ask. */
const RECEIPT_DAYS = 90;

/** How many placed themselves where; a hidden place is simply missing. `''` is the marker, or nothing chosen. */
type Count = { area: string; place: string; n: number };
/** What may be shown of a quarter. `n` is all its pictures. */
export type Released = { quarter: string; n: number; counts: Count[] };

/**
 * Counts one picture, by its owner's consent, in the box of the running quarter. Only the places are added to; what comes
 * for an area or place that the quarter does not have counts as not placed. @throws Trouble where our own would refuse it
 */
export async function receive(
	db: Db,
	keysFolder: string,
	sealed: SealedCount,
	today: Day
): Promise<CountReply['outcome']> {
	memory.forgetSoon();
	const pair = keys.keyPair(keysFolder, sealed.keyId);
	const isNone = keys.publicKey(keysFolder) === undefined;
	if (isNone) throw new Trouble('key-missing', keys.pairsPath(keysFolder));
	const count = pair && (await openCount(sealed, opener(pair.privateKey)));
	if (!count) return 'not-counted';
	return moving(db, () => add(db, keysFolder, count, today));
}

function add(db: Db, keysFolder: string, count: PictureCount, today: Day): CountReply['outcome'] {
	const id = Buffer.from(count.id.replaceAll('-', ''), 'hex');
	if (db.prepare('select 1 from picture_receipt where id = ?').get(id)) return 'already-counted';
	const quarter = find(db, quarterOf(monthOf(today)));
	if (!quarter) throw new Trouble('unopened', db.name);
	if (!quarter.sealed) return 'not-counted';
	const layout = box.layoutOf(quarter);
	const counts = box.read(db, keysFolder, quarter);
	box.add(counts, layout, count);
	write(db, keysFolder, quarter, counts);
	db.prepare('insert into picture_receipt (id, quarter) values (?, ?)').run(id, quarter.quarter);
	return 'counted';
}

/** Opens the running quarter, publishes those whose day has come, and destroys keys that are due. Once a day, or more. */
export function turn(db: Db, keysFolder: string, model: JourneyModel, today: Day): void {
	const flaw = keysFlaw(db, keysFolder);
	if (flaw) throw flaw;
	openQuarter(db, keysFolder, model, today);
	const due = db
		.prepare<[Day], Quarter>(
			"select * from picture_quarter where state = 'open' and publishes_on <= ? order by quarter"
		)
		.all(today);
	for (const { quarter } of due) {
		moving(db, () => {
			// Another process may have been here first.
			const now = find(db, quarter);
			if (now?.state === 'open') release(db, keysFolder, now, today);
		});
	}
	destroyKeys(db, keysFolder, today);
	db.prepare(
		'delete from picture_receipt where quarter in (select quarter from picture_quarter where publishes_on < ?)'
	).run(addDays(today, -RECEIPT_DAYS));
}

/** The open quarters, and whether the box of each can be opened. */
export const openable = (
	db: Db,
	keysFolder: string
): { round: string; unit: string; opens: boolean }[] =>
	openQuarters(db).map((each) => {
		const opens = opensHere(() => box.read(db, keysFolder, each));
		return { round: box.KEYS, unit: each.quarter, opens };
	});

/** What is wrong with the keys of the quarters that wait, where nothing may be closed upon it: they are away as a whole. */
export const keysFlaw = (db: Db, keysFolder: string): Trouble | undefined =>
	boxKeys.flawOf(
		{ keysFolder, round: box.KEYS },
		openQuarters(db).map(({ quarter }) => quarter)
	);

/** An operator goes on without them: each quarter of theirs is closed as lost on its day. */
export function giveUpKeys(db: Db, keysFolder: string): void {
	if (keysFlaw(db, keysFolder)) boxKeys.giveUp({ keysFolder, round: box.KEYS });
}

/** Every open quarter's box is sealed with another key of chance: no copy of its key from before opens what comes. */
export function renewKeys(db: Db, keysFolder: string): void {
	for (const { quarter: unit } of openQuarters(db)) {
		moving(db, () => {
			const [quarter, at] = [find(db, unit), box.atOf(keysFolder, unit)];
			if (!quarter) return;
			const counts = ifOpened(() => box.read(db, keysFolder, quarter));
			if (!counts) return;
			renew(db, at);
			write(db, keysFolder, quarter, counts);
		});
	}
}

const openQuarters = (db: Db): Quarter[] =>
	db.prepare<[], Quarter>("select * from picture_quarter where state = 'open'").all();

/** Every released figure, newest quarter first. */
export function released(db: Db): Released[] {
	const rows = db
		.prepare<[], Count & { quarter: string }>(
			'select * from picture_released order by quarter desc, area, place'
		)
		.all();
	return rows
		.filter(({ area }) => area === EVERY)
		.map(({ quarter, n }) => ({
			quarter,
			n,
			counts: rows
				.filter((row) => row.quarter === quarter && row.area !== EVERY)
				.map(({ area, place, n: of }) => ({ area, place, n: of }))
		}));
}

/** The day that the next figures come, announced since their quarter opened. */
export const nextRelease = (db: Db): Day | undefined =>
	db
		.prepare<[], Day>("select min(publishes_on) from picture_quarter where state = 'open'")
		.pluck()
		.get();

/** On its first day a quarter is opened by whoever comes first: the turn, or a picture. */
export function openQuarter(db: Db, keysFolder: string, model: JourneyModel, today: Day): void {
	const quarter = quarterOf(monthOf(today));
	if (find(db, quarter)) return;
	moving(db, () => {
		if (find(db, quarter)) return;
		// A key of its own would pass the others, which are away for a while, for gone.
		const flaw = keysFlaw(db, keysFolder);
		if (flaw) throw flaw;
		make(db, [box.atOf(keysFolder, quarter)]);
		const row: Quarter = {
			quarter,
			layout: JSON.stringify(box.layoutFor(model)),
			publishes_on: box.publishesOn(quarter),
			sealed: null,
			state: 'open'
		};
		db.prepare('insert into picture_quarter (quarter, layout, publishes_on) values (?, ?, ?)').run(
			quarter,
			row.layout,
			row.publishes_on
		);
		write(db, keysFolder, row, new Map());
	});
}

/** Showable places become rows that never change; the box and all else in it is destroyed (METHOD §4). */
function release(db: Db, keysFolder: string, quarter: Quarter, today: Day): void {
	const limit = threshold(db);
	const counts = ifOpened(() => box.take(db, keysFolder, quarter));
	if (!counts) return close(db, quarter, 'lost', today);
	const add = db.prepare(
		'insert into picture_released (quarter, area, place, n) values (?, ?, ?, ?)'
	);
	const layout = box.layoutOf(quarter);
	// Each area is a full partition, so any of them counts everyone.
	const all = (layout[0]?.[1] ?? [])
		.map((place) => counts.get(box.nameOf(MARKER, place)) ?? 0)
		.reduce((sum, n) => sum + n, 0);
	if (all >= limit) {
		add.run(quarter.quarter, EVERY, NONE, all);
		for (const [area, places] of layout) {
			const cells = new Map(
				places.map((place) => [place, counts.get(box.nameOf(area, place)) ?? 0])
			);
			for (const place of showable(cells, limit)) {
				add.run(quarter.quarter, area, place, cells.get(place));
			}
		}
	}
	close(db, quarter, all >= limit ? 'released' : 'hidden', today);
}

const close = (db: Db, { quarter }: Quarter, state: Quarter['state'], today: Day): void =>
	void db
		.prepare(
			'update picture_quarter set state = ?, sealed = null, released_on = ? where quarter = ?'
		)
		.run(state, today, quarter);

function destroyKeys(db: Db, keysFolder: string, today: Day): void {
	const due = db
		.prepare<[Day], { quarter: string }>(
			`select quarter from picture_quarter where state <> 'open' and key_destroyed_on is null and (released_on <= ?
			 or exists (select 1 from backup where verified = 1 and day > picture_quarter.released_on))`
		)
		.all(addDays(today, -KEY_DAYS_AFTER_RELEASE));
	const isDestroyed = db.prepare<[string]>(
		'select 1 from picture_quarter where quarter = ? and key_destroyed_on is not null'
	);
	// As the survey's: a copy of the keys that was put back brings along what had been destroyed since.
	const isBack = boxKeys
		.list(keysFolder)
		.filter(({ round, unit }) => round === box.KEYS && isDestroyed.get(unit));
	immediately(db, () => {
		for (const quarter of [...due.map((each) => each.quarter), ...isBack.map(({ unit }) => unit)]) {
			doomedKeys.doom(db, box.KEYS, quarter);
		}
	});
	const note = db.prepare('update picture_quarter set key_destroyed_on = ? where quarter = ?');
	doomedKeys.destroy(db, keysFolder, (round, unit) => round === box.KEYS && note.run(today, unit));
}

const find = (db: Db, quarter: string): Quarter | undefined =>
	db.prepare<[string], Quarter>('select * from picture_quarter where quarter = ?').get(quarter);

/** In the transaction that read it: no other box may survive the commit. */
const write = (
	db: Db,
	keysFolder: string,
	quarter: Quarter,
	counts: Map<string, number>
): unknown =>
	db
		.prepare('update picture_quarter set sealed = ? where quarter = ?')
		.run(box.seal(db, keysFolder, quarter, counts), quarter.quarter);
