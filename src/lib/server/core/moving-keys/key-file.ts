import { createHash } from 'node:crypto';
import {
	closeSync,
	fdatasync,
	fdatasyncSync,
	fstatSync,
	openSync,
	readSync,
	writeSync
} from 'node:fs';
import { dirname } from 'node:path';
import { about, ifThere, makeFolder, syncFolder } from '../keys.ts';

/** A key that moves on: how often it has, and what it is now. `fresh` is one that may have taken its place: see `moving.ts`. */
export type MovingKey = { step: number; key: Buffer; fresh?: Buffer };

export const KEY_BYTES = 32;
const RECORD_BYTES = 256;
const NAME_MAX_BYTES = 63;
const STEP_AT = 64;
const KEY_AT = 72;
const FRESH_AT = KEY_AT + KEY_BYTES;
const CHECK_AT = RECORD_BYTES - 8;
const NONE = Buffer.alloc(KEY_BYTES);

/**
 * One round's keys, a record for each of its units. A record is written over where it lies, so that the key before it is gone
 * from the disk; it lies within one sector, which a disk writes whole or not at all.
 */
export class KeyFile {
	#bytes: Buffer;

	private constructor(
		readonly path: string,
		readonly file: number
	) {
		this.#bytes = Buffer.alloc(fstatSync(file).size);
		readSync(file, this.#bytes, 0, this.#bytes.length, 0);
	}

	/** Undefined where none lies there. @throws Trouble where one cannot be opened so */
	static open(path: string, flags: 'r' | 'r+'): KeyFile | undefined {
		const file = ifThere(path, () => openSync(path, flags));
		return file === undefined ? undefined : KeyFile.#of(path, file);
	}

	static make(path: string): KeyFile {
		makeFolder(dirname(path));
		return about(path, () => {
			closeSync(openSync(path, 'a+', 0o600));
			for (const folder of [dirname(path), dirname(dirname(path))]) syncFolder(folder);
			return KeyFile.#of(path, openSync(path, 'r+'));
		});
	}

	static #of(path: string, file: number): KeyFile {
		try {
			return about(path, () => new KeyFile(path, file));
		} catch (problem) {
			closeSync(file);
			throw problem;
		}
	}

	units(): string[] {
		return Array.from({ length: this.#bytes.length / RECORD_BYTES }, (_, n) =>
			nameIn(this.#record(n))
		).filter((name) => name !== '');
	}

	/** Whether it tells of its own accord which keys are gone: not where it is empty, cut short, or no key is what is written in it. */
	get isWhole(): boolean {
		const names = this.units();
		const isCut = this.#bytes.length === 0 || this.#bytes.length % RECORD_BYTES !== 0;
		return !isCut && (names.length === 0 || names.some((name) => this.has(name)));
	}

	has(unit: string): boolean {
		const place = this.#placeOf(unit);
		return place !== undefined && isKey(this.#record(place));
	}

	/** What is written in it and is no key is blank from now on, and it is whole. */
	makeWhole(): void {
		const places = Math.max(1, Math.ceil(this.#bytes.length / RECORD_BYTES));
		for (let place = 0; place < places; place++) {
			if (!isKey(this.#record(place))) this.#write(place, Buffer.alloc(RECORD_BYTES));
		}
	}

	/** Undefined where the unit has none, or only part of one. */
	get(unit: string): MovingKey | undefined {
		const place = this.#placeOf(unit);
		return place === undefined ? undefined : keyIn(this.#record(place));
	}

	/** Not on disk before `sync`. A key that another process moved further meanwhile stays. */
	put(unit: string, key: MovingKey): void {
		const known = this.#placeOf(unit);
		const place = known ?? this.#free();
		const now = Buffer.alloc(RECORD_BYTES);
		if (known !== undefined) {
			about(this.path, () => readSync(this.file, now, 0, RECORD_BYTES, place * RECORD_BYTES));
			if ((keyIn(now)?.step ?? -1) > key.step) return;
		}
		this.#write(place, recordOf(unit, key));
	}

	remove(unit: string): void {
		const place = this.#placeOf(unit);
		if (place !== undefined) this.#write(place, Buffer.alloc(RECORD_BYTES));
	}

	sync(): void {
		about(this.path, () => fdatasyncSync(this.file));
	}

	/** Nothing of it stays in memory. */
	close(): void {
		this.#bytes.fill(0);
		closeSync(this.file);
	}

	#record(place: number): Buffer {
		return this.#bytes.subarray(place * RECORD_BYTES, (place + 1) * RECORD_BYTES);
	}

	#placeOf(unit: string): number | undefined {
		for (let place = 0; place < this.#bytes.length / RECORD_BYTES; place++) {
			if (nameIn(this.#record(place)) === unit) return place;
		}
		return undefined;
	}

	#free(): number {
		return this.#placeOf('') ?? Math.floor(this.#bytes.length / RECORD_BYTES);
	}

	#write(place: number, record: Buffer): void {
		about(this.path, () => writeSync(this.file, record, 0, RECORD_BYTES, place * RECORD_BYTES));
		const end = (place + 1) * RECORD_BYTES;
		if (end > this.#bytes.length) {
			const longer = Buffer.concat([this.#bytes], end);
			this.#bytes.fill(0);
			this.#bytes = longer;
		}
		record.copy(this.#bytes, place * RECORD_BYTES);
		record.fill(0);
	}
}

function recordOf(unit: string, { step, key, fresh = NONE }: MovingKey): Buffer {
	if (Buffer.byteLength(unit) > NAME_MAX_BYTES) throw new RangeError(`${unit} is too long a name`);
	const record = Buffer.alloc(RECORD_BYTES);
	record.writeUInt8(Buffer.byteLength(unit), 0);
	record.write(unit, 1);
	record.writeBigUInt64LE(BigInt(step), STEP_AT);
	key.copy(record, KEY_AT);
	fresh.copy(record, FRESH_AT);
	checkOf(record).copy(record, CHECK_AT);
	return record;
}

const nameIn = (record: Buffer): string =>
	record.toString('utf8', 1, 1 + Math.min(record[0] ?? 0, NAME_MAX_BYTES));

const isKey = (record: Buffer): boolean =>
	checkOf(record).equals(record.subarray(CHECK_AT, RECORD_BYTES));

function keyIn(record: Buffer): MovingKey | undefined {
	if (!isKey(record)) return undefined;
	const fresh = record.subarray(FRESH_AT, FRESH_AT + KEY_BYTES);
	return {
		step: Number(record.readBigUInt64LE(STEP_AT)),
		key: Buffer.from(record.subarray(KEY_AT, KEY_AT + KEY_BYTES)),
		...(!fresh.equals(NONE) && { fresh: Buffer.from(fresh) })
	};
}

const checkOf = (record: Buffer): Buffer =>
	createHash('sha256').update(record.subarray(0, CHECK_AT)).digest().subarray(0, 8);

/** Files whose syncing is under way, and whether they have been written since it began. */
const underway = new Map<string, { again: boolean }>();

/**
 * Has the disk take what was written, without waiting for it. What cannot be synced, or is gone meanwhile, is let be: the next
 * key is written to it before anything is sealed, and says so itself.
 */
export function syncSoon(path: string): void {
	const known = underway.get(path);
	if (known) {
		known.again = true;
		return;
	}
	const file = openIf(path);
	if (file === undefined) return;
	const state = { again: false };
	underway.set(path, state);
	fdatasync(file, () => {
		closeSync(file);
		underway.delete(path);
		if (state.again) syncSoon(path);
	});
}

function openIf(path: string): number | undefined {
	try {
		return openSync(path, 'r+');
	} catch (problem) {
		if (problem instanceof Error && 'code' in problem) return undefined;
		throw problem;
	}
}
