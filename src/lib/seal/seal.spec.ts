import fc from 'fast-check';
import { AEAD_AES_128_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_P256_HKDF_SHA256 } from 'hpke';
import { createPrivateKey } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCount } from '../journey/count.ts';
import { openEnvelope } from '../outbox/sealing.ts';
import { decode, encode } from './base64url.ts';
import { nodeKey, suite as opening } from '../server/core/node-suite.ts';
import { makeKeyPair, open, opener, PrivateKey, type KeyPair } from '../server/core/opener.ts';
import before from './sealed-before.fixture.json' with { type: 'json' };
import { seal, type Opener } from './seal.ts';

const hex = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

// RFC 9180, appendix A.3.1.
const RFC = {
	info: hex('4f6465206f6e2061204772656369616e2055726e'),
	pkEm: hex(
		'04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4'
	),
	skEm: hex('4995788ef4b9d6132b249ce59a77281493eb39af373d236a1fe415cb0c2d7beb'),
	pkRm: hex(
		'04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0'
	),
	skRm: hex('f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2'),
	plaintext: hex('4265617574792069732074727574682c20747275746820626561757479'),
	/** With the associated data `Count-0` and `Count-1`. */
	ciphertexts: [
		'5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
		'fa6f037b47fc21826b610172ca9637e82d6e5801eb31cbd3748271affd4ecb06646e0329cbdf3c3cd655b28e82'
	].map(hex),
	exports: [
		{
			context: new Uint8Array(),
			value: hex('5e9bc3d236e1911d95e65b576a8a86d478fb827e8bdfe77b741b289890490d4d')
		},
		{
			context: hex('00'),
			value: hex('6cff87658931bda83dc857e6353efe4987a201b849658d9b047aab4cf216e796')
		},
		{
			context: utf8('TestContext'),
			value: hex('d8f1ea7942adbba7412c6d431c62d01371ea476b823eb697e1f6e6cae1dab85a')
		}
	]
};

/** A private key of the RFC with its point, as a JSON Web Key. */
const jwk = (secret: Uint8Array, point: Uint8Array) => ({
	kty: 'EC',
	crv: 'P-256',
	d: encode(secret),
	x: encode(point.subarray(1, 33)),
	y: encode(point.subarray(33))
});

/** The same, as a browser holds it. */
async function imported(secret: Uint8Array, point: Uint8Array) {
	const curve = { name: 'ECDH', namedCurve: 'P-256' };
	const { d, ...open } = jwk(secret, point);
	return {
		privateKey: await crypto.subtle.importKey('jwk', { ...open, d }, curve, false, ['deriveBits']),
		publicKey: await crypto.subtle.importKey('jwk', open, curve, true, [])
	};
}

/** As a browser seals, but with the ephemeral key that the RFC drew. */
const sealing = new CipherSuite(
	() => ({
		...KEM_DHKEM_P256_HKDF_SHA256(),
		GenerateKeyPair: () => imported(RFC.skEm, RFC.pkEm)
	}),
	KDF_HKDF_SHA256,
	AEAD_AES_128_GCM
);

describe('the suite against RFC 9180, A.3.1', () => {
	it('seals as the RFC when given its ephemeral key', async () => {
		const { encapsulatedSecret, ctx } = await sealing.SetupSender(
			await sealing.DeserializePublicKey(RFC.pkRm),
			{ info: RFC.info }
		);
		expect(encapsulatedSecret).toEqual(RFC.pkEm);
		for (const [at, expected] of RFC.ciphertexts.entries()) {
			expect(await ctx.Seal(RFC.plaintext, utf8(`Count-${at}`))).toEqual(expected);
		}
	});

	it('opens on the server what the RFC sealed, and exports the same secrets', async () => {
		const key = createPrivateKey({ key: jwk(RFC.skRm, RFC.pkRm), format: 'jwk' });
		const recipient = await opening.SetupRecipient(nodeKey(key), RFC.pkEm, { info: RFC.info });
		for (const [at, ciphertext] of RFC.ciphertexts.entries()) {
			const opened = await recipient.Open(ciphertext, utf8(`Count-${at}`));
			expect(new Uint8Array(opened)).toEqual(RFC.plaintext);
		}
		for (const { context, value } of RFC.exports) {
			expect(new Uint8Array(await recipient.Export(context, 32))).toEqual(value);
			// Longer than one block of the hash: the first of it is another secret, as the length is part of what is asked.
			const long = await recipient.Export(context, 80);
			expect(new Uint8Array(long)).toEqual(await inBrowser(context, 80));
		}
	});

	/** The library's own primitives, as a browser has them, are the other witness. */
	async function inBrowser(context: Uint8Array, length: number): Promise<Uint8Array> {
		const pair = await imported(RFC.skRm, RFC.pkRm);
		return sealing.ReceiveExport(pair, RFC.pkEm, context, length, { info: RFC.info });
	}
});

describe('what was sealed before the library was another', () => {
	const opens = opener(PrivateKey.parse(before.pair.privateKey));

	it.each(before.plain)('still opens: $associated', async ({ bytes, associated, sealed }) => {
		expect(await opens(sealed, associated)).toEqual({ ok: true, bytes: utf8(bytes) });
	});

	it('has the public key and the id that it had', () => {
		const { x, y } = before.pair.privateKey;
		expect(decode(before.pair.publicKey)).toEqual(Uint8Array.from([4, ...decode(x), ...decode(y)]));
	});

	it('is still an answer, and a count of a picture', async () => {
		const { given, envelope } = before.submission;
		expect(await openEnvelope(envelope, opens)).toEqual({ ok: true, submission: given });
		expect(await openCount(before.picture.sealed, opens)).toEqual(before.picture.count);
	});
});

describe('seal and open', () => {
	let pair: KeyPair;
	let other: Opener;
	let opens: Opener;
	beforeAll(() => {
		pair = makeKeyPair();
		opens = opener(pair.privateKey);
		other = opener(makeKeyPair().privateKey);
	});

	it('gives a key its id from its public point, which is 65 bytes', async () => {
		const raw = decode(pair.publicKey);
		expect(raw).toHaveLength(65);
		const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
		expect(pair.id).toBe(Buffer.from(hash).toString('hex').slice(0, 16));
	});

	it('opens what was sealed, and never for another key or other associated data', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 9000 }),
				fc.string({ unit: 'binary' }),
				fc.string({ unit: 'binary' }),
				async (bytes, associated, otherwise) => {
					fc.pre(!Buffer.from(associated).equals(Buffer.from(otherwise)));
					const sealed = await seal(pair.publicKey, bytes, associated);
					expect(await opens(sealed, associated)).toEqual({ ok: true, bytes });
					expect(await opens(sealed, otherwise)).toEqual({ ok: false });
					expect(await other(sealed, associated)).toEqual({ ok: false });
				}
			),
			{ numRuns: 100 }
		);
	});

	it('never opens when a byte of the key or the text was changed', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.uint8Array({ maxLength: 200 }),
				fc.constantFrom('enc', 'ciphertext'),
				fc.nat(),
				fc.integer({ min: 1, max: 255 }),
				async (bytes, part, position, change) => {
					const sealed = await seal(pair.publicKey, bytes, 'a|b');
					const changed = decode(sealed[part]);
					const at = position % changed.length;
					changed[at] = (changed[at] ?? 0) ^ change;
					expect(await opens({ ...sealed, [part]: encode(changed) }, 'a|b')).toEqual({ ok: false });
				}
			),
			{ numRuns: 200 }
		);
	});

	it.each(['', 'A', 'AAAA', '!', 'æ', 'A'.repeat(88)])('does not open with enc %j', async (enc) => {
		const { ciphertext } = await seal(pair.publicKey, utf8('x'), '');
		expect(await opens({ enc, ciphertext }, '')).toEqual({ ok: false });
	});

	it.each(['', 'A', 'AAAA', '!'])('does not open the ciphertext %j', async (ciphertext) => {
		const { enc } = await seal(pair.publicKey, utf8('x'), '');
		expect(await opens({ enc, ciphertext }, '')).toEqual({ ok: false });
	});

	it('opens many at once with one imported key', async () => {
		const texts = Array.from({ length: 40 }, (_, n) => `text ${n}`);
		const sealed = await Promise.all(texts.map((text) => seal(pair.publicKey, utf8(text), text)));
		const opened = await Promise.all(sealed.map((each, n) => opens(each, texts[n] ?? '')));
		expect(opened).toEqual(texts.map((text) => ({ ok: true, bytes: utf8(text) })));
	});

	it('opens after the key has been written as JSON and read again', async () => {
		const sealed = await seal(pair.publicKey, utf8('x'), 'y');
		const read = PrivateKey.parse(JSON.parse(JSON.stringify(pair.privateKey)));
		expect(await open(read, sealed, 'y')).toEqual({ ok: true, bytes: utf8('x') });
	});

	it('does not open what another program sealed to the same key', async () => {
		const key = await sealing.DeserializePublicKey(decode(pair.publicKey));
		const other = await sealing.Seal(key, utf8('x'), { aad: utf8('y') });
		const sealed = {
			enc: encode(other.encapsulatedSecret),
			ciphertext: encode(other.ciphertext)
		};
		expect(await opens(sealed, 'y')).toEqual({ ok: false });
	});

	it('refuses a public key that is not a point on the curve', async () => {
		await expect(seal(encode(new Uint8Array(65).fill(4)), utf8('x'), '')).rejects.toThrow();
	});
});

describe('base64url', () => {
	it('is the one that Node knows', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				expect(encode(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
				expect(decode(encode(bytes))).toEqual(bytes);
			})
		);
	});
});
