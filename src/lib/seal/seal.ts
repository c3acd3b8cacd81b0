import {
	Aes128Gcm,
	CipherSuite,
	DecapError,
	DeserializeError,
	DhkemP256HkdfSha256,
	HkdfSha256,
	OpenError
} from '@hpke/core';
import * as z from 'zod/mini';
import { decode, encode } from './base64url.ts';

/** RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode. */
export const suite = new CipherSuite({
	kem: new DhkemP256HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Aes128Gcm()
});

// Nothing sealed here opens in another program that holds the same key, nor the other way round.
const info = new TextEncoder().encode('oejenhoejde 1');

const base64url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/));

/** A private key as it lies in a file or in the browser. It carries its public point: Firefox cannot derive that. */
export const PrivateKey = z.strictObject({
	kty: z.literal('EC'),
	crv: z.literal('P-256'),
	x: base64url,
	y: base64url,
	d: base64url
});
export type PrivateKey = z.infer<typeof PrivateKey>;

/** What a sealer needs. `publicKey` is the uncompressed point, 65 bytes in base64url; `id` follows from it. */
export type PublicKey = { id: string; publicKey: string };
export type KeyPair = PublicKey & { privateKey: PrivateKey };

export type Sealed = { enc: string; ciphertext: string };
export type Opened = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false };
export type Opener = (sealed: Sealed, associated: string) => Promise<Opened>;

/** Browsers hide their cryptography from pages that are not on https (or localhost). */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

export async function makeKeyPair(): Promise<KeyPair> {
	const pair = await suite.kem.generateKeyPair();
	const raw = new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey));
	const { kty, crv, x, y, d } = await crypto.subtle.exportKey('jwk', pair.privateKey);
	return {
		id: await idOf(raw),
		publicKey: encode(raw),
		privateKey: PrivateKey.parse({ kty, crv, x, y, d })
	};
}

/**
 * Seals to the holder of the private key; the sealer cannot open it again.
 * @param associated travels in the clear beside the seal, and must be the same when it is opened.
 * @throws when the public key is not a point on P-256, or where `canSeal()` is false.
 */
export async function seal(
	publicKey: string,
	bytes: Uint8Array,
	associated: string
): Promise<Sealed> {
	const recipientPublicKey = await suite.kem.deserializePublicKey(decode(publicKey));
	const sealed = await suite.seal(
		{ recipientPublicKey, info },
		bytes,
		new TextEncoder().encode(associated)
	);
	return {
		enc: encode(new Uint8Array(sealed.enc)),
		ciphertext: encode(new Uint8Array(sealed.ct))
	};
}

/** Imports the key once; opening then costs 1–1.5 ms of processor time. */
export async function opener(privateKey: PrivateKey): Promise<Opener> {
	const { d, ...point } = privateKey;
	const recipientKey = {
		privateKey: await suite.kem.importKey('jwk', { ...point, d }, false),
		publicKey: await suite.kem.importKey('jwk', point, true)
	};
	return async ({ enc, ciphertext }, associated) => {
		try {
			const bytes = await suite.open(
				{ recipientKey, info, enc: decode(enc) },
				decode(ciphertext),
				new TextEncoder().encode(associated)
			);
			return { ok: true, bytes: new Uint8Array(bytes) };
		} catch (error) {
			if (cannotOpen(error)) return { ok: false };
			throw error;
		}
	};
}

/** `opener` for a single opening. */
export const open = async (
	privateKey: PrivateKey,
	sealed: Sealed,
	associated: string
): Promise<Opened> => (await opener(privateKey))(sealed, associated);

/** A point off the curve, another key, other associated data, a changed byte, or no base64url at all. */
const cannotOpen = (error: unknown): boolean =>
	error instanceof DeserializeError ||
	error instanceof DecapError ||
	error instanceof OpenError ||
	(error instanceof DOMException && error.name === 'InvalidCharacterError');

/** Short and in hex, as it also names a file. */
async function idOf(rawPublicKey: Uint8Array<ArrayBuffer>): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', rawPublicKey));
	return Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
