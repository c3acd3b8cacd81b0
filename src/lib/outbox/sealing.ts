import { seal, type Opener, type PublicKey } from '../seal/seal.ts';
import { cleanComment } from '../survey/comment.ts';
import { PADDED_BYTES, type Envelope } from '../survey/envelope.ts';
import { Submission } from '../survey/submission.ts';
import { json } from '../json.ts';
import type { Outcome } from '../outcome.ts';

export type OpenedEnvelope = Outcome<'cannot-open' | 'invalid', { submission: Submission }>;

/**
 * @throws when the submission is not one the server would accept, or the device cannot seal (`canSeal`): a bug in the
 * form must show on the screen while the answer is still there, and not in quarantine.
 */
export async function sealSubmission(submission: Submission, key: PublicKey): Promise<Envelope> {
	const { id, round } = submission;
	const parsed = Submission.parse({ ...submission, comment: cleanComment(submission.comment) });
	const sealed = await seal(key.publicKey, padded(JSON.stringify(parsed)), associated(id, round));
	return { id, round, keyId: key.id, ...sealed };
}

/** `cannot-open`: not sealed to this key, or changed on the way. `invalid`: sealed by something that is not our form. */
export async function openEnvelope(envelope: Envelope, opener: Opener): Promise<OpenedEnvelope> {
	const { id, round, enc, ciphertext } = envelope;
	const opened = await opener({ enc, ciphertext }, associated(id, round));
	if (!opened.ok) return { ok: false, reason: 'cannot-open' };
	const parsed = Submission.safeParse(json(opened.bytes));
	opened.bytes.fill(0);
	if (!parsed.success || parsed.data.id !== id || parsed.data.round !== round) {
		return { ok: false, reason: 'invalid' };
	}
	return { ok: true, submission: parsed.data };
}

const associated = (id: string, round: string): string => `${id}|${round}`;

/** Spaces after the JSON: readers of JSON skip them, and a long comment weighs the same as none. */
function padded(text: string): Uint8Array {
	const bytes = new Uint8Array(PADDED_BYTES).fill(' '.charCodeAt(0));
	const content = new TextEncoder().encode(text);
	if (content.length > PADDED_BYTES) throw new RangeError(`${content.length} bytes do not fit`);
	bytes.set(content);
	return bytes;
}
