import { createHash, randomBytes } from 'node:crypto';

/** Letters and digits that are not mistaken for each other when read aloud or from paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** 256 random bits for a link or a cookie. */
export const token = (): string => randomBytes(32).toString('base64url');

const supply = { bytes: Buffer.alloc(0), taken: 0 };

/** Random bytes for what is no secret, a nonce or an id: drawn many at a time, as a draw costs the same for a few as for a page. */
export function drawn(size: number): Buffer {
	if (supply.taken + size > supply.bytes.length) {
		Object.assign(supply, { bytes: randomBytes(4096), taken: 0 });
	}
	supply.taken += size;
	return supply.bytes.subarray(supply.taken - size, supply.taken);
}

/** What is kept of a token: enough to recognise it, useless to whoever copies the file. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** 120 random bits to write down, in groups of four. */
export const paperCode = (): string =>
	Array.from(randomBytes(24), (byte) => ALPHABET[byte % ALPHABET.length])
		.join('')
		.replace(/(.{4})(?!$)/g, '$1-');
