import * as z from 'zod/mini';
import { seal, type Opener, type PublicKey } from '../seal/seal.ts';
import { placed, type Assessment } from './assessment.ts';
import type { JourneyModel } from './model.ts';
import { json } from '../json.ts';

/** Every sealed count has this length. Ten areas take a third of it. Bytes. */
const PADDED_BYTES = 2048;
const characters = (bytes: number): number => Math.ceil((bytes * 4) / 3);

const Id = z.string().check(z.maxLength(41));
const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]*$/));

/** What a citizen lets be counted: where they placed themselves, and nothing that they wrote. */
export const PictureCount = z.strictObject({
	/** Made for this count alone: not the picture's own id. */
	id: z.uuid({ version: 'v4' }),
	steps: z.record(Id, Id),
	marker: z.nullable(Id)
});
export type PictureCount = z.infer<typeof PictureCount>;

export const SealedCount = z.strictObject({
	id: z.uuid({ version: 'v4' }),
	keyId: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)),
	enc: base64url.check(z.length(characters(65))),
	ciphertext: base64url.check(z.length(characters(PADDED_BYTES + 16)))
});
export type SealedCount = z.infer<typeof SealedCount>;

export const CountReply = z.object({
	oejenhoejde: z.literal(1),
	outcome: z.enum(['counted', 'already-counted', 'not-counted'])
});
export type CountReply = z.infer<typeof CountReply>;

/** Leaves out what is never counted, notes, names, marks to talk about and the next step. */
export function countOf(
	picture: Pick<Assessment, 'placements' | 'marker'>,
	model: JourneyModel,
	id: string
): PictureCount {
	const counted = new Set(model.areas.filter((area) => area.counted).map((area) => area.id));
	const steps = placed(picture).filter(({ area }) => counted.has(area));
	return {
		id,
		steps: Object.fromEntries(steps.map(({ area, step }) => [area, step])),
		marker: picture.marker
	};
}

/** Sealed on the device, to the municipality's key, at one length whatever it holds. */
export async function sealCount(count: PictureCount, key: PublicKey): Promise<SealedCount> {
	const bytes = new Uint8Array(PADDED_BYTES).fill(' '.charCodeAt(0));
	bytes.set(new TextEncoder().encode(JSON.stringify(count)));
	return {
		id: count.id,
		keyId: key.id,
		...(await seal(key.publicKey, bytes, associated(count.id)))
	};
}

/** The count, or undefined when it was not sealed to this key or is no count. */
export async function openCount(
	{ id, enc, ciphertext }: SealedCount,
	opener: Opener
): Promise<PictureCount | undefined> {
	const opened = await opener({ enc, ciphertext }, associated(id));
	if (!opened.ok) return undefined;
	const parsed = PictureCount.safeParse(json(opened.bytes));
	opened.bytes.fill(0);
	return parsed.success && parsed.data.id === id ? parsed.data : undefined;
}

const associated = (id: string): string => `${id}|picture`;
