import type { State } from './history.ts';

/** Where a row lies in the file, by its first column: whatever an insertion order could leave behind. */
export type Place = { id: string; page: number; offset: number; overflow: number };

const LEAF = 0x0a;
const INTERIOR = 0x02;

/** Every row of a table without rowids, by the pages of its tree. */
export function placesOf(state: State, table: string): Place[] {
	const [row] = state.all<{ root: number }>(
		`select rootpage as root from sqlite_schema where type = 'table' and name = '${table}'`
	);
	return row ? walk(state, row.root) : [];
}

function walk(state: State, page: number): Place[] {
	const { bytes, pageSize } = state;
	const start = (page - 1) * pageSize;
	const kind = bytes[start];
	if (kind !== LEAF && kind !== INTERIOR) throw new Error(`page ${page} is of kind ${kind}`);
	const cells = bytes.readUInt16BE(start + 3);
	const header = kind === LEAF ? 8 : 12;
	const found: Place[] = [];
	for (let n = 0; n < cells; n++) {
		const offset = bytes.readUInt16BE(start + header + 2 * n);
		let at = start + offset;
		if (kind === INTERIOR) {
			found.push(...walk(state, bytes.readUInt32BE(at)));
			at += 4;
		}
		const size = varint(bytes, at);
		const local = localSize(size.value, pageSize);
		const payload = at + size.length;
		found.push({
			id: firstColumn(bytes, payload),
			page,
			offset,
			overflow: local < size.value ? bytes.readUInt32BE(payload + local) : 0
		});
	}
	if (kind === INTERIOR) found.push(...walk(state, bytes.readUInt32BE(start + 8)));
	return found;
}

/** How much of a row lies in the tree's own page, by SQLite's file format. */
function localSize(size: number, pageSize: number): number {
	const most = Math.floor(((pageSize - 12) * 64) / 255) - 23;
	if (size <= most) return size;
	const least = Math.floor(((pageSize - 12) * 32) / 255) - 23;
	const some = least + ((size - least) % (pageSize - 4));
	return some <= most ? some : least;
}

/** A blob or a text, in hex: our tables without rowids begin with one. */
function firstColumn(bytes: Buffer, at: number): string {
	const header = varint(bytes, at);
	const kind = varint(bytes, at + header.length).value;
	const start = at + header.value;
	return bytes.subarray(start, start + Math.floor((kind - 12) / 2)).toString('hex');
}

function varint(bytes: Buffer, at: number): { value: number; length: number } {
	let value = 0;
	for (let length = 1; ; length++) {
		const byte = bytes[at + length - 1] ?? 0;
		value = value * 128 + (byte & 0x7f);
		if (byte < 128) return { value, length };
	}
}

/** Pages that nobody uses, in the order in which they would be taken. */
export function freePages({ bytes, pageSize }: State): number[] {
	const free: number[] = [];
	for (let trunk = bytes.readUInt32BE(32); trunk > 0;) {
		const start = (trunk - 1) * pageSize;
		free.push(trunk);
		const leaves = bytes.readUInt32BE(start + 4);
		for (let n = 0; n < leaves; n++) free.push(bytes.readUInt32BE(start + 8 + 4 * n));
		trunk = bytes.readUInt32BE(start);
	}
	return free;
}
