import { createHash, randomBytes } from 'node:crypto';

/** Letters and digits that are not mistaken for each other when read aloud or from paper. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** 256 random bits for a link or a cookie. */
export const token = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token: enough to recognise it, useless to whoever copies the file. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** 120 random bits to write down, in groups of four. */
export const paperCode = (): string =>
	Array.from(randomBytes(24), (byte) => ALPHABET[byte % ALPHABET.length])
		.join('')
		.replace(/(.{4})(?!$)/g, '$1-');

/** However it was typed: with or without lines, in small letters. */
export const plainCode = (typed: string): string => typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
