import { decode, encode } from '../seal/base64url.ts';

/** OWASP's floor for PBKDF2-HMAC-SHA256. About half a second on a phone; a guesser pays it for every guess. */
export const ITERATIONS = 600_000;
export const PASSPHRASE_MIN = 8;
/** An opened lock closes by itself when nobody has touched the screen for so long. */
export const IDLE_LOCK_MINUTES = 5;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;

/** What is kept of a lock: nothing that opens it. `check` is something known, sealed with the key. */
export type Lock = { salt: string; iterations: number; check: string };
/** What an unlocked lock gives: a key that cannot be taken out of the browser's memory. */
export type Key = CryptoKey;

const CHECK = 'mit-billede';

/** Makes a lock of a passphrase. */
export async function make(passphrase: string): Promise<{ lock: Lock; key: Key }> {
	const salt = encode(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
	const key = await derive(passphrase, salt, ITERATIONS);
	return {
		lock: { salt, iterations: ITERATIONS, check: await sealText(key, CHECK, CHECK) },
		key
	};
}

/** The key, or undefined when the passphrase is another. */
export async function unlock(lock: Lock, passphrase: string): Promise<Key | undefined> {
	const key = await derive(passphrase, lock.salt, lock.iterations);
	return (await openText(key, CHECK, lock.check)) === CHECK ? key : undefined;
}

/** AES-256-GCM under a fresh nonce. `associated` must be the same at opening. */
export async function sealText(key: Key, associated: string, text: string): Promise<string> {
	return encode(await sealBytes(key, associated, utf8(text)));
}

/** The text, or undefined when the key or the associated data is another, or a byte was changed. */
export async function openText(
	key: Key,
	associated: string,
	sealed: string
): Promise<string | undefined> {
	const bytes = await openBytes(key, associated, decode(sealed));
	return bytes && new TextDecoder().decode(bytes);
}

/** Nonce and ciphertext in one. */
export async function sealBytes(
	key: Key,
	associated: string,
	bytes: Uint8Array<ArrayBuffer>
): Promise<Uint8Array<ArrayBuffer>> {
	const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const sealed = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv, additionalData: utf8(associated) },
		key,
		bytes
	);
	const whole = new Uint8Array(NONCE_BYTES + sealed.byteLength);
	whole.set(iv);
	whole.set(new Uint8Array(sealed), NONCE_BYTES);
	return whole;
}

export async function openBytes(
	key: Key,
	associated: string,
	sealed: Uint8Array<ArrayBuffer>
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	try {
		const opened = await crypto.subtle.decrypt(
			{
				name: 'AES-GCM',
				iv: sealed.subarray(0, NONCE_BYTES),
				additionalData: utf8(associated)
			},
			key,
			sealed.subarray(NONCE_BYTES)
		);
		return new Uint8Array(opened);
	} catch (error) {
		// The only thing that WebCrypto says of a wrong key or a changed byte.
		if (error instanceof DOMException && error.name === 'OperationError') return undefined;
		throw error;
	}
}

/** Typed on different keyboards, the same passphrase must be the same bytes. */
async function derive(passphrase: string, salt: string, iterations: number): Promise<Key> {
	const material = await crypto.subtle.importKey(
		'raw',
		utf8(passphrase.normalize('NFKC')),
		'PBKDF2',
		false,
		['deriveKey']
	);
	return crypto.subtle.deriveKey(
		{ name: 'PBKDF2', hash: 'SHA-256', salt: decode(salt), iterations },
		material,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt']
	);
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
