import {
	AEAD_AES_128_GCM,
	CipherSuite,
	KDF_HKDF_SHA256,
	KEM_DHKEM_P256_HKDF_SHA256,
	type AEAD,
	type KDF,
	type KEM,
	type Key
} from 'hpke';
import {
	createDecipheriv,
	createHmac,
	createSecretKey,
	decapsulate,
	type KeyObject
} from 'node:crypto';

/** A private key of Node's own, as the library asks for it. */
export type NodeKey = Key & { object: KeyObject };
export const nodeKey = (object: KeyObject): NodeKey => ({
	type: 'private',
	extractable: false,
	algorithm: { name: 'ECDH' },
	object
});

/*
 * The same suite as in a browser, with Node's own primitives: OpenSSL decapsulates as RFC 9180 has it, and nothing waits
 * for a thread. Only what opening needs; sealing is a device's. Keys are given as objects: asking whether bytes are one costs
 * Node more than the work itself.
 */

const onlyOpens = (): never => {
	throw new Error('this suite only opens');
};
const kem = (): KEM<NodeKey> => {
	const { id, type, name, Nsecret, Nenc, Npk, Nsk } = KEM_DHKEM_P256_HKDF_SHA256();
	return {
		...{ id, type, name, Nsecret, Nenc, Npk, Nsk },
		Decap: async (enc, { object }) => decapsulate(object, enc),
		DeriveKeyPair: onlyOpens,
		GenerateKeyPair: onlyOpens,
		SerializePublicKey: onlyOpens,
		DeserializePublicKey: onlyOpens,
		SerializePrivateKey: onlyOpens,
		DeserializePrivateKey: onlyOpens,
		Encap: onlyOpens
	};
};

/** RFC 5869. */
const kdf = (): KDF => ({
	...KDF_HKDF_SHA256(),
	Extract: async (salt, ikm) => createHmac('sha256', createSecretKey(salt)).update(ikm).digest(),
	Expand: async (prk, given, length) => {
		const key = createSecretKey(prk);
		const blocks: Buffer[] = [];
		for (let n = 1; (n - 1) * 32 < length; n++) {
			const hmac = createHmac('sha256', key).update(blocks.at(-1) ?? '');
			blocks.push(hmac.update(given).update(Uint8Array.of(n)).digest());
		}
		return Buffer.concat(blocks, length);
	}
});

const aead = (): AEAD => {
	const { Nt, ...rest } = AEAD_AES_128_GCM();
	return {
		...{ ...rest, Nt },
		Seal: onlyOpens,
		Open: async (key, nonce, associated, sealed) => {
			const end = sealed.length - Nt;
			const decipher = createDecipheriv('aes-128-gcm', createSecretKey(key), nonce, {
				authTagLength: Nt
			})
				.setAAD(associated)
				.setAuthTag(sealed.subarray(end));
			// All of it, and no copy beside it; `final` throws when the tag is another.
			const text = decipher.update(sealed.subarray(0, end));
			decipher.final();
			return new Uint8Array(text.buffer, text.byteOffset, text.length);
		}
	};
};

/** RFC 9180: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM, base mode. */
export const suite = new CipherSuite(kem, kdf, aead);
