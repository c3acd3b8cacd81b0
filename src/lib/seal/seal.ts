import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { decode, encode } from './base64url.ts';

// RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode, by the browser's own cryptography.
const suite = new CipherSuite(KEM_DHKEM_P256_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_128_GCM);

/** Nothing sealed here opens in another program that holds the same key, nor the other way round. */
export const info = new TextEncoder().encode('oejenhoejde 1');

/** What a sealer needs. `publicKey` is the uncompressed point, 65 bytes in base64url; `id` follows from it. */
export type PublicKey = { id: string; publicKey: string };

export type Sealed = { enc: string; ciphertext: string };
export type Opened = { ok: true; bytes: Uint8Array } | { ok: false };
/** Opens with one key; only the server has one (`server/core/opener.ts`). */
export type Opener = (sealed: Sealed, associated: string) => Promise<Opened>;

/** Browsers hide their cryptography from pages that are not on https (or localhost). */
export const canSeal = (): boolean => globalThis.crypto?.subtle !== undefined;

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
	const { encapsulatedSecret, ciphertext } = await suite.Seal(
		await suite.DeserializePublicKey(decode(publicKey)),
		bytes,
		{ info, aad: new TextEncoder().encode(associated) }
	);
	return { enc: encode(encapsulatedSecret), ciphertext: encode(ciphertext) };
}
