import { createSecretKey, hkdfSync, randomBytes, randomInt } from 'node:crypto';
import * as boxKeys from './box-keys.ts';
import { immediately, type Db } from '../database.ts';
import { KEY_BYTES, KeyFile, syncSoon, type MovingKey } from './key-file.ts';
import { seal as sealWith, unsealIf } from '../sealed.ts';
import { Trouble } from '../trouble.ts';
import * as waiting from './waiting.ts';

type At = boxKeys.At;

/** A box says before all else which step of its key opens it. */
const STEP_BYTES = 6;
/** Where steps begin is chance: a box does not tell how often it was sealed. */
const FIRST_STEP_MAX = 2 ** 40;
/** So many steps a key may lie behind its box: more than all commits of a day, which a copy of the keys is older than the file. */
const STEPS_BEHIND_MAX = 50_000;

/** One way only: from a key that is gone, nobody comes back to the ones before it. */
export const nextOf = ({ step, key }: MovingKey): MovingKey => ({
	step: step + 1,
	key: Buffer.from(hkdfSync('sha256', createSecretKey(key), '', 'oejenhoejde next', KEY_BYTES))
});

/**
 * One transaction in which keys move on. Every sealing takes the next key; the database commits first, and the keys follow.
 * A crash between the two leaves a key behind, and the next one is found by trying.
 */
class Movement {
	readonly #files = new Map<string, KeyFile | undefined>();
	/** What each key is by now, and whether the one on disk is behind it. */
	readonly #keys = new Map<string, { at: At; now: MovingKey; isBehind: boolean }>();
	readonly #made: At[] = [];

	/** @throws what the operating system says of keys that cannot be written, before anything is sealed with them */
	keyOf(at: At): MovingKey | undefined {
		const known = this.#keys.get(nameOf(at));
		if (known) return known.now;
		const now = this.#file(at)?.get(at.unit) ?? boxKeys.former(at);
		if (now) this.#keys.set(nameOf(at), { at, now, isBehind: false });
		return now;
	}

	move(at: At, now: MovingKey): void {
		const known = this.#keys.get(nameOf(at));
		if (known?.now === now) return;
		known?.now.key.fill(0);
		this.#keys.set(nameOf(at), { at, now, isBehind: true });
	}

	/** On disk at once: a box whose key is not could never be read. */
	make(ats: At[]): void {
		const files = ats.map((at) => {
			// Of a unit that a file which was put back knows nothing of, a key may lie here still.
			this.#file(at)?.remove(at.unit);
			return this.#write(at, { step: randomInt(FIRST_STEP_MAX), key: randomBytes(KEY_BYTES) });
		});
		this.#made.push(...ats);
		for (const file of new Set(files)) file.sync();
	}

	/** Another key of chance takes the unit's place; both are on disk until one of them has opened what was committed. */
	renew(at: At, known: MovingKey): void {
		const fresh = randomBytes(KEY_BYTES);
		this.#write(at, { ...known, fresh }).sync();
		this.move(at, { step: known.step + 1, key: fresh });
	}

	/** The transaction was taken back, and so is what was made for it. */
	takeBack(): void {
		for (const at of this.#made) this.#file(at)?.remove(at.unit);
		if (this.#made.length > 0) for (const file of this.#files.values()) file?.sync();
		this.#close();
	}

	/**
	 * What was sealed is on disk: the keys follow, and those before them are gone. Nobody waits until the disk has them: a key
	 * that a crash left behind is moved on to its box.
	 */
	settle(): void {
		const behind = [...this.#keys.values()].filter(({ isBehind }) => isBehind);
		try {
			for (const { at, now } of behind) {
				const file = this.#write(at, now);
				// The former is all there is, until the disk has the new one.
				if (boxKeys.former(at)) file.sync();
				boxKeys.destroyFormer(at);
			}
		} finally {
			this.#close();
		}
		for (const path of new Set(behind.map(({ at }) => boxKeys.pathOf(at)))) syncSoon(path);
	}

	#close(): void {
		for (const file of this.#files.values()) file?.close();
		for (const { now } of this.#keys.values()) now.key.fill(0);
	}

	#file(at: At): KeyFile | undefined {
		const path = boxKeys.pathOf(at);
		if (!this.#files.has(path)) this.#files.set(path, KeyFile.open(path, 'r+'));
		return this.#files.get(path);
	}

	#write(at: At, key: MovingKey): KeyFile {
		const file = this.#file(at) ?? KeyFile.make(boxKeys.pathOf(at));
		this.#files.set(boxKeys.pathOf(at), file);
		file.put(at.unit, key);
		return file;
	}
}

const movements = new WeakMap<Db, Movement>();
const nameOf = (at: At): string => `${boxKeys.pathOf(at)} ${at.unit}`;

/**
 * Runs in a transaction that takes the write lock at once, and lets the keys of what is sealed in it move on when it is on
 * disk. Within another such it is part of it.
 */
export function moving<T>(db: Db, work: () => T): T {
	if (movements.has(db)) return work();
	if (db.inTransaction) throw new Error('keys move on with a whole transaction');
	const movement = new Movement();
	movements.set(db, movement);
	let done: T;
	try {
		done = immediately(db, work);
	} catch (problem) {
		movement.takeBack();
		throw problem;
	} finally {
		movements.delete(db);
	}
	movement.settle();
	return done;
}

/**
 * Makes the first keys of units, as part of what moves.
 * @throws Trouble where keys of others are not there as a whole: what is made would lie in their way
 */
export function make(db: Db, ats: At[]): void {
	for (const folder of new Set(ats.map(({ keysFolder }) => keysFolder))) waiting.demand(db, folder);
	movementOf(db).make(ats);
}

/** Before a unit is sealed: what is sealed from now on, no copy of its key from before opens. */
export const renew = (db: Db, at: At): void => movementOf(db).renew(at, known(db, at));

/**
 * Opens what was sealed last: with the unit's key, or with one of the next where a crash or a restored copy left it behind.
 * @throws Trouble (`unopened`) when the key is gone or another; another kind where the file of keys is not there, or half of it
 */
export function unseal(db: Db, at: At, sealed: Buffer, associated: string): Found {
	const movement = movements.get(db);
	const key = movement ? movement.keyOf(at) : boxKeys.standing(at);
	const found = key && search(key, sealed, associated);
	if (!found) throw unopened(at);
	movement?.move(at, found.key);
	return found;
}

/** Seals with the next key, which becomes the unit's own with the commit. */
export function seal(db: Db, at: At, bytes: Buffer, associated: string): Buffer {
	const { step, key } = moveOn(db, at);
	const stepBytes = Buffer.alloc(STEP_BYTES);
	stepBytes.writeUIntBE(step, 0, STEP_BYTES);
	return Buffer.concat([stepBytes, sealWith(key, bytes, associated)]);
}

/** The unit's key moves on without anything being sealed: what was, nobody opens any more. */
export function moveOn(db: Db, at: At): MovingKey {
	const next = nextOf(known(db, at));
	movementOf(db).move(at, next);
	return next;
}

function known(db: Db, at: At): MovingKey {
	const key = movementOf(db).keyOf(at);
	if (!key) throw unopened(at);
	return key;
}

function movementOf(db: Db): Movement {
	const movement = movements.get(db);
	if (!movement) throw new Error('a box is sealed only where its key moves on');
	return movement;
}

const unopened = (at: At): Trouble =>
	boxKeys.flawOf(at, [at.unit]) ?? new Trouble('unopened', `${boxKeys.pathOf(at)} ${at.unit}`);

type Found = { key: MovingKey; bytes: Buffer };

function search(key: MovingKey, sealed: Buffer, associated: string): Found | undefined {
	if (sealed.length < STEP_BYTES) return undefined;
	const step = sealed.readUIntBE(0, STEP_BYTES);
	const starts = [key, ...(key.fresh ? [{ step: key.step + 1, key: key.fresh }] : [])];
	for (const start of starts) {
		const behind = step - start.step;
		if (behind < 0 || behind > STEPS_BEHIND_MAX) continue;
		let candidate = start;
		while (candidate.step < step) candidate = nextOf(candidate);
		const bytes = unsealIf(candidate.key, sealed.subarray(STEP_BYTES), associated);
		if (bytes) return { key: candidate, bytes };
	}
	// A box of the first builds, whose key has never moved.
	const bytes = key.step === 0 ? unsealIf(key.key, sealed, associated) : undefined;
	return bytes && { key, bytes };
}
