import { decoded } from '../address.ts';
import { decode, encode } from '../seal/base64url.ts';
import { openBytes, openText, sealBytes, ITERATIONS } from './lock.ts';
import {
	CODE_ALPHABET,
	CODE_LENGTH,
	Shared,
	SIZE_CLASSES,
	type NewShare,
	type OwnShare
} from './share.ts';
import { drawWords } from './keywords.ts';
import { json } from '../json.ts';

const KEY_BYTES = 32;
/** Id and key; what a sentence or a mail program has put around them is no part of them. */
const FRAGMENT = /^\W*([2-9A-HJ-NP-Z]{8})\.([A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/;

/** A share as it leaves the device, with what never leaves it: the link's secret, the words and the owner's secret. */
export type Made = {
	share: NewShare;
	/** The fragment of the link: id and key. Browsers do not send fragments. */
	fragment: string;
	words: string[] | null;
	owner: string;
};

/**
 * Locks pictures for sharing. The key is random and stands in the fragment alone; with `typed` it is also wrapped by the
 * key words, through a slow derivation.
 * @returns undefined when the pictures are larger than the largest size class.
 */
export async function makeShare(
	pictures: Shared['pictures'],
	terms: { days: number; opens: number; typed: boolean }
): Promise<Made | undefined> {
	const content: Shared = {
		version: 1,
		pictures: pictures.map((each) => ({ ...each, counting: null }))
	};
	const bytes = padded(JSON.stringify(content));
	if (!bytes) return undefined;
	const id = drawId();
	const key = random(KEY_BYTES);
	const owner = encode(random(KEY_BYTES));
	const words = terms.typed ? drawWords() : null;
	const secrets = await fromKey(id, key);
	return {
		share: {
			id,
			ciphertext: encode(await sealBytes(secrets.content, associated(id), bytes)),
			linkProof: await sha256(secrets.proof),
			ownerProof: await sha256(owner),
			typed: words && (await wrapped(id, words, key)),
			days: terms.days,
			opens: terms.opens
		},
		fragment: `${id}.${encode(key)}`,
		words,
		owner
	};
}

/** What a fragment proves by and opens with; undefined when it is no fragment of ours. */
export async function readFragment(
	fragment: string
): Promise<{ id: string; proof: string; key: Uint8Array<ArrayBuffer> } | undefined> {
	const [, id, key] = FRAGMENT.exec(decoded(fragment)) ?? [];
	if (!id || !key) return undefined;
	const bytes = decode(key);
	return { id, proof: (await fromKey(id, bytes)).proof, key: bytes };
}

/** What typed words prove by, and how they give the key once the server has handed over what they wrap. */
export async function fromWords(
	id: string,
	words: string[]
): Promise<{
	proof: string;
	unwrap: (wrapped: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
}> {
	const { wrapping, proof } = await deriveFromWords(id, words);
	return { proof, unwrap: (sealed) => openBytes(wrapping, associated(id), decode(sealed)) };
}

/** The pictures, or undefined when the key is another or something was changed on the way. */
export async function openShared(
	id: string,
	key: Uint8Array<ArrayBuffer>,
	ciphertext: string
): Promise<Shared | undefined> {
	const { content } = await fromKey(id, key);
	const text = await openText(content, associated(id), ciphertext);
	if (text === undefined) return undefined;
	const parsed = Shared.safeParse(json(text));
	return parsed.success ? parsed.data : undefined;
}

/** What the owner's device keeps of a share. */
export const owned = (made: Made, picture: string, expiresOn: string): OwnShare => ({
	id: made.share.id,
	picture,
	owner: made.owner,
	expiresOn,
	opens: made.share.opens
});

const associated = (id: string): string => `oejenhoejde share 1 ${id}`;

/** Spaces after the JSON, up to the nearest size class. */
function padded(text: string): Uint8Array<ArrayBuffer> | undefined {
	const content = new TextEncoder().encode(text);
	const size = SIZE_CLASSES.find((each) => each >= content.length);
	if (!size) return undefined;
	const bytes = new Uint8Array(size).fill(' '.charCodeAt(0));
	bytes.set(content);
	return bytes;
}

/** 256 is a multiple of 32, so every character is as likely as another. */
const drawId = (): string =>
	Array.from(random(CODE_LENGTH), (byte) => CODE_ALPHABET[byte % CODE_ALPHABET.length]).join('');

async function wrapped(
	id: string,
	words: string[],
	key: Uint8Array<ArrayBuffer>
): Promise<NewShare['typed']> {
	const { wrapping, proof } = await deriveFromWords(id, words);
	return {
		proof: await sha256(proof),
		wrapped: encode(await sealBytes(wrapping, associated(id), key))
	};
}

/** Two secrets of one: the key that opens, and the proof that one has it. The proof tells nothing of the key. */
async function fromKey(
	id: string,
	key: Uint8Array<ArrayBuffer>
): Promise<{ content: CryptoKey; proof: string }> {
	const material = await crypto.subtle.importKey('raw', key, 'HKDF', false, ['deriveBits']);
	const derive = (use: string) =>
		crypto.subtle.deriveBits(
			{ name: 'HKDF', hash: 'SHA-256', salt: utf8(id), info: utf8(`oejenhoejde ${use}`) },
			material,
			KEY_BYTES * 8
		);
	return {
		content: await aes(await derive('content')),
		proof: encode(new Uint8Array(await derive('proof')))
	};
}

async function deriveFromWords(
	id: string,
	words: string[]
): Promise<{ wrapping: CryptoKey; proof: string }> {
	const material = await crypto.subtle.importKey('raw', utf8(words.join(' ')), 'PBKDF2', false, [
		'deriveBits'
	]);
	const root = await crypto.subtle.deriveBits(
		{
			name: 'PBKDF2',
			hash: 'SHA-256',
			salt: utf8(`oejenhoejde words ${id}`),
			iterations: ITERATIONS
		},
		material,
		KEY_BYTES * 8
	);
	const { content, proof } = await fromKey(`${id} words`, new Uint8Array(root));
	return { wrapping: content, proof };
}

const aes = (bits: ArrayBuffer): Promise<CryptoKey> =>
	crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']);

/** Of a secret in base64url, of its bytes. The server does the same. */
async function sha256(secret: string): Promise<string> {
	return encode(new Uint8Array(await crypto.subtle.digest('SHA-256', decode(secret))));
}

const random = (bytes: number): Uint8Array<ArrayBuffer> =>
	crypto.getRandomValues(new Uint8Array(bytes));
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
