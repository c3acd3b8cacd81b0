import * as z from 'zod/mini';
import { charactersOf } from '../survey/code.ts';
import { Assessment } from './assessment.ts';

/** What stands on the server lives no longer than this. */
export const SHARE_DAYS_MAX = 14;
export const SHARE_OPENS_MAX = 10;

/**
 * A share's id is also its short code: 8 characters of 32 (40 bits), without those that look alike.
 * It opens nothing by itself: whoever has it must also prove to hold the key or the words.
 */
export const CODE_LENGTH = 8;
export const CODE_ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const ShareId = z.string().check(z.regex(/^[2-9A-HJ-NP-Z]{8}$/));

/** A code as people type it, on any keyboard; undefined where it cannot be one. */
export const readCode = (typed: string): string | undefined =>
	ShareId.safeParse(charactersOf(typed)).data;

/** Ciphertext comes in these sizes only, so that its length tells little of what was written. Bytes. */
export const SIZE_CLASSES = [4096, 16_384, 65_536] as const;
/** Nonce and tag. */
const SEAL_BYTES = 12 + 16;
const characters = (bytes: number): number => Math.ceil((bytes * 4) / 3);

const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/));
const Secret = base64url.check(z.length(characters(32)));

const Ciphertext = base64url.check(
	z.refine((text) => SIZE_CLASSES.some((size) => text.length === characters(size + SEAL_BYTES)))
);

/** What the device hands the server: a locked box, and hashes of secrets that the server never sees. */
export const NewShare = z.strictObject({
	id: ShareId,
	ciphertext: Ciphertext,
	/** SHA-256 of what the link proves by, and of what its owner withdraws by. */
	linkProof: Secret,
	ownerProof: Secret,
	/** For those who type: the key, locked with the words, and the hash of what the words prove by. */
	typed: z.nullable(
		z.strictObject({
			proof: Secret,
			wrapped: base64url.check(z.length(characters(32 + SEAL_BYTES)))
		})
	),
	days: z.int().check(z.minimum(1), z.maximum(SHARE_DAYS_MAX)),
	opens: z.int().check(z.minimum(1), z.maximum(SHARE_OPENS_MAX))
});
export type NewShare = z.infer<typeof NewShare>;

export const NewShareReply = z.discriminatedUnion('outcome', [
	z.object({ outcome: z.literal('kept'), expiresOn: z.iso.date() }),
	/** The id is in use: the device draws another. */
	z.object({ outcome: z.literal('taken') }),
	z.object({ outcome: z.literal('full') })
]);
export type NewShareReply = z.infer<typeof NewShareReply>;

/** Either proof, in the clear: the server hashes it and compares. */
export const Opening = z.strictObject({ proof: Secret });
export type Opening = z.infer<typeof Opening>;

export const OpeningReply = z.discriminatedUnion('outcome', [
	z.object({
		outcome: z.literal('opened'),
		ciphertext: Ciphertext,
		wrapped: z.nullable(z.string())
	}),
	/** The last three are said only to those who prove that they had the key. */
	z.object({ outcome: z.enum(['unknown', 'expired', 'withdrawn', 'used-up']) })
]);
export type OpeningReply = z.infer<typeof OpeningReply>;

export const Withdrawal = z.strictObject({ owner: Secret });
export type Withdrawal = z.infer<typeof Withdrawal>;

/** What is inside: the picture, and the earlier one if it was brought along. */
export const Shared = z.strictObject({
	version: z.literal(1),
	pictures: z.array(Assessment).check(z.minLength(1), z.maxLength(2))
});
export type Shared = z.infer<typeof Shared>;

/** What its owner keeps, to show that it is out there and to withdraw it. No key: that is only in the link. */
export const OwnShare = z.strictObject({
	id: ShareId,
	picture: z.string(),
	owner: Secret,
	expiresOn: z.iso.date(),
	opens: z.int()
});
export type OwnShare = z.infer<typeof OwnShare>;
