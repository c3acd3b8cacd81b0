import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import { drawn } from './secrets.ts';
import { Trouble } from './trouble.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM: nonce, tag and ciphertext in one. */
export function seal(boxKey: Buffer, bytes: Buffer, associatedData: string): Buffer {
	const nonce = drawn(NONCE_BYTES);
	// As an object: asking whether bytes are one costs Node more than all the rest.
	const key = createSecretKey(boxKey);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(associatedData));
	const sealed = [cipher.update(bytes), cipher.final()];
	return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]);
}

/** @throws when the key or the associated data is another than it was sealed with. */
export function unseal(boxKey: Buffer, sealed: Buffer, associatedData: string): Buffer {
	const key = createSecretKey(boxKey);
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
		.setAAD(Buffer.from(associatedData))
		.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
	return Buffer.concat([
		decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
		decipher.final()
	]);
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
