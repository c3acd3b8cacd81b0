import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const SIDE_MAX = 2000;
/** Samples of a pixel, by the kind of picture. */
const SAMPLES: { [kind: number]: number } = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export const isPng = (bytes: Uint8Array): boolean =>
	bytes.length > 8 && SIGNATURE.equals(bytes.subarray(0, 8));

/**
 * A picture packed anew from its pixels: what else a file can carry (texts, places, a second file behind it) is left out.
 * @returns undefined where the file is none, is broken, or unpacks to more than its sides say
 */
export function repacked(bytes: Uint8Array): Buffer | undefined {
	if (!isPng(bytes)) return undefined;
	const parts = partsOf(Buffer.from(bytes));
	const header = parts?.find(({ type }) => type === 'IHDR')?.data;
	if (!parts || !header || header.length !== 13) return undefined;
	const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
	const [depth = 0, kind = -1, packing, filter, interlaced] = header.subarray(8);
	const samples = SAMPLES[kind];
	const isKnown = samples && [1, 2, 4, 8, 16].includes(depth) && packing === 0 && filter === 0;
	if (!isKnown || interlaced !== 0 || Math.min(width, height) < 1) return undefined;
	if (Math.max(width, height) > SIDE_MAX) return undefined;
	const size = height * (1 + Math.ceil((width * samples * depth) / 8));
	const packed = Buffer.concat(parts.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
	let pixels: Buffer;
	try {
		pixels = inflateSync(packed, { maxOutputLength: size });
	} catch {
		// Broken, or far more than its sides say.
		return undefined;
	}
	if (pixels.length !== size) return undefined;
	const kept = ['PLTE', 'tRNS'].flatMap((type) => parts.find((part) => part.type === type) ?? []);
	return written([{ type: 'IHDR', data: header }, ...kept], pixels);
}

type Part = { type: string; data: Buffer };

/** @param pixels lines of samples, each with its filter before it */
export function written(before: Part[], pixels: Buffer): Buffer {
	const parts = [
		...before,
		{ type: 'IDAT', data: deflateSync(pixels, { level: 9 }) },
		{ type: 'IEND', data: Buffer.alloc(0) }
	];
	return Buffer.concat([SIGNATURE, ...parts.map(framed)]);
}

function framed({ type, data }: Part): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(data.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}

/** Its parts up to the last, or undefined where one is broken. */
function partsOf(bytes: Buffer): Part[] | undefined {
	const parts: Part[] = [];
	for (let at = 8; at + 12 <= bytes.length;) {
		const end = at + 8 + bytes.readUInt32BE(at);
		if (end + 4 > bytes.length) return undefined;
		const named = bytes.subarray(at + 4, end);
		if (crc32(named) !== bytes.readUInt32BE(end)) return undefined;
		const type = named.toString('latin1', 0, 4);
		parts.push({ type, data: named.subarray(4) });
		if (type === 'IEND') return parts;
		at = end + 4;
	}
	return undefined;
}
