import { digitOf } from '../digits.ts';
import type { Outcome } from '../outcome.ts';

/**
 * The characters of a code: capitals and digits without those that are taken for one another
 * (0 O Q, 1 I L, U V). Twenty-nine, a prime, so that the check character catches what it promises.
 */
export const ALPHABET = '23456789ABCDEFGHJKMNPRSTVWXYZ';
const PREFIX_LENGTH = 2;
const RANDOM_LENGTH = 7;
export const CODE_LENGTH = PREFIX_LENGTH + RANDOM_LENGTH + 1;

export type ParsedCode = Outcome<
	'empty' | 'too-short' | 'too-long' | 'mistyped',
	{ code: string; prefix: string }
>;

/**
 * Reads a code as people type it. Only says whether it *can* be a code, never whether it is in use:
 * that is told to a finished answer alone.
 */
export function parse(typed: string): ParsedCode {
	const code = normalise(typed);
	if (code.length === 0) return { ok: false, reason: 'empty' };
	if (code.length < CODE_LENGTH) return { ok: false, reason: 'too-short' };
	if (code.length > CODE_LENGTH) return { ok: false, reason: 'too-long' };
	if (![...code].every((character) => ALPHABET.includes(character)) || weightedSum(code) !== 0) {
		return { ok: false, reason: 'mistyped' };
	}
	return { ok: true, code, prefix: code.slice(0, PREFIX_LENGTH) };
}

/**
 * A code in its own characters (`charactersOf`). U can only be a misread V; O, 0, I, 1 and L could be several and are left for
 * the reader to see.
 */
export const normalise = (typed: string): string => charactersOf(typed).replaceAll('U', 'V');

/**
 * What was typed as capitals and digits, whatever code it is to be: without spaces, dashes and other signs; digits of any
 * script, and letters of another keyboard that look like ours.
 */
export const charactersOf = (typed: string): string =>
	typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
		.replace(/[^A-Z]/gu, (other) => String(digitOf(other) ?? lookAlike(other)));

/** Cyrillic, then Greek, each above the one of ours that it looks like. */
const ALIKE = 'АВСЕЁЗІЈКМНОРЅТУХБ' + 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const MEANT = 'ABCEE3IJKMHOPSTYX6' + 'ABEZHIKMNOPTYX';
const lookAlike = (letter: string): string => MEANT.charAt(ALIKE.indexOf(letter)) || letter;

/** In two groups, as on paper: `ABCDE-FGHJK`. */
export const format = (code: string): string =>
	`${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;

/**
 * A whole code of a round's prefix and seven random characters.
 * @throws when either is not of the alphabet or has the wrong length: a bug of the caller.
 */
export function withCheck(prefix: string, random: string): string {
	const body = prefix + random;
	if (prefix.length !== PREFIX_LENGTH || random.length !== RANDOM_LENGTH) {
		throw new Error(`a code is ${PREFIX_LENGTH} + ${RANDOM_LENGTH} characters and its check`);
	}
	if (![...body].every((character) => ALPHABET.includes(character))) {
		throw new Error('a character outside the alphabet');
	}
	const missing = (ALPHABET.length - weightedSum(body)) % ALPHABET.length;
	return body + ALPHABET.charAt((missing * LAST_WEIGHT_INVERSE) % ALPHABET.length);
}

// Weights 1 … 10 differ and none is 0 modulo the prime 29: every single wrong character and every swap changes the sum.
const weightedSum = (code: string): number =>
	[...code].reduce((sum, character, i) => sum + (i + 1) * ALPHABET.indexOf(character), 0) %
	ALPHABET.length;

/** 10 · 3 = 30 ≡ 1 (mod 29). */
const LAST_WEIGHT_INVERSE = 3;
