import * as z from 'zod/mini';
import { Acknowledgement } from './submission.ts';

/** Cleartext is padded to this length, so that no envelope tells a long answer from none. */
export const PADDED_BYTES = 8192;
export const BATCH_MAX = 50;

/** P-256 public key: 65 bytes; ciphertext: the padded length and a 16-byte tag; both base64url without padding. */
const ENC_CHARACTERS = Math.ceil((65 * 4) / 3);
const CIPHERTEXT_CHARACTERS = Math.ceil(((PADDED_BYTES + 16) * 4) / 3);

/** A sealed submission. `id` and `round` are also the seal's associated data. */
export const Envelope = z.strictObject({
	id: z.uuid({ version: 'v4' }),
	round: z.string().check(z.minLength(1), z.maxLength(60)),
	keyId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)),
	enc: z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.length(ENC_CHARACTERS)),
	ciphertext: z.string().check(z.regex(/^[A-Za-z0-9_-]*$/), z.length(CIPHERTEXT_CHARACTERS))
});
export type Envelope = z.infer<typeof Envelope>;

export const SubmissionsRequest = z.strictObject({
	envelopes: z.array(Envelope).check(z.minLength(1), z.maxLength(BATCH_MAX))
});

/** `oejenhoejde: 1` tells our own reply from a captive portal's. */
export const SubmissionsReply = z.object({
	oejenhoejde: z.literal(1),
	results: z.array(Acknowledgement)
});
export type SubmissionsReply = z.infer<typeof SubmissionsReply>;
