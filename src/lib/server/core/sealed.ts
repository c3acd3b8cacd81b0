import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { drawn } from './secrets.ts';
import { Trouble } from './trouble.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TEXT_AT = NONCE_BYTES + TAG_BYTES;

/** AES-256-GCM: nonce, tag and ciphertext in one. */
export const seal = (boxKey: Buffer, bytes: Buffer, associatedData: string): Buffer =>
	sealing(boxKey, associatedData)(bytes);

/**
 * Seals many things with one key. What it gives lies in one place, and is to be written before the next is asked for:
 * room for each would cost more than sealing it.
 */
export function sealing(boxKey: Buffer, associatedData: string): (bytes: Buffer) => Buffer {
	// As an object: asking whether bytes are one costs Node more than all the rest.
	const key = createSecretKey(boxKey);
	const associated = Buffer.from(associatedData);
	let sealed = Buffer.alloc(0);
	return (bytes) => {
		const size = TEXT_AT + bytes.length;
		if (sealed.length !== size) sealed = Buffer.alloc(size);
		const nonce = drawn(NONCE_BYTES);
		const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associated);
		nonce.copy(sealed);
		cipher.update(bytes).copy(sealed, TEXT_AT);
		cipher.final();
		cipher.getAuthTag().copy(sealed, NONCE_BYTES);
		return sealed;
	};
}

/** @throws when the key or the associated data is another than it was sealed with. */
export function unseal(boxKey: Buffer, sealed: Buffer, associatedData: string): Buffer {
	const key = createSecretKey(boxKey);
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
		.setAAD(Buffer.from(associatedData))
		.setAuthTag(sealed.subarray(NONCE_BYTES, TEXT_AT));
	const bytes = decipher.update(sealed.subarray(TEXT_AT));
	decipher.final();
	return bytes;
}

/** As `unseal`, but undefined when the key or the associated data is another. */
export function unsealIf(key: Buffer, sealed: Buffer, associatedData: string): Buffer | undefined {
	try {
		return unseal(key, sealed, associatedData);
	} catch {
		return undefined;
	}
}

/** As `unseal`. @throws Trouble (`unopened`) when the key or the associated data is another than it was sealed with. */
export function opened(key: Buffer, sealed: Buffer, associatedData: string): Buffer {
	const bytes = unsealIf(key, sealed, associatedData);
	if (!bytes) throw new Trouble('unopened', associatedData);
	return bytes;
}

/** What needs a key, or undefined where that is gone or another: whatever else is wrong is thrown on. */
export function ifOpened<T>(work: () => T): T | undefined {
	try {
		return work();
	} catch (problem) {
		if (problem instanceof Trouble && problem.kind === 'unopened') return undefined;
		throw problem;
	}
}

/** Whether something opens with the keys that lie here. Keys that are not there at all open nothing. */
export function opensHere(work: () => unknown): boolean {
	try {
		return ifOpened(work) !== undefined;
	} catch (problem) {
		if (problem instanceof Trouble && problem.kind === 'key-missing') return false;
		throw problem;
	}
}
