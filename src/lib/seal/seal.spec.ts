import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decode, encode } from './base64url.ts';
import {
	makeKeyPair,
	open,
	opener,
	PrivateKey,
	seal,
	suite,
	type KeyPair,
	type Opener
} from './seal.ts';

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

describe('the suite against RFC 9180, A.3.1', () => {
	it('seals as the RFC when given its ephemeral key', async () => {
		const sender = await suite.createSenderContext({
			info: RFC.info,
			recipientPublicKey: await suite.kem.deserializePublicKey(RFC.pkRm),
			ekm: {
				privateKey: await suite.kem.deserializePrivateKey(RFC.skEm),
				publicKey: await suite.kem.deserializePublicKey(RFC.pkEm)
			}
		});
		expect(new Uint8Array(sender.enc)).toEqual(RFC.pkEm);
		for (const [at, expected] of RFC.ciphertexts.entries()) {
			const sealed = await sender.seal(RFC.plaintext, utf8(`Count-${at}`));
			expect(new Uint8Array(sealed)).toEqual(expected);
		}
	});

	it('opens what the RFC sealed, and exports the same secrets', async () => {
		const recipient = await suite.createRecipientContext({
			info: RFC.info,
			recipientKey: await suite.kem.deserializePrivateKey(RFC.skRm),
			enc: RFC.pkEm
		});
		for (const [at, ciphertext] of RFC.ciphertexts.entries()) {
			const opened = await recipient.open(ciphertext, utf8(`Count-${at}`));
			expect(new Uint8Array(opened)).toEqual(RFC.plaintext);
		}
		for (const { context, value } of RFC.exports) {
			expect(new Uint8Array(await recipient.export(context, 32))).toEqual(value);
		}
	});
});

describe('seal and open', () => {
	let pair: KeyPair;
	let other: Opener;
	let opens: Opener;
	beforeAll(async () => {
		pair = await makeKeyPair();
		opens = await opener(pair.privateKey);
		other = await opener((await makeKeyPair()).privateKey);
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
		const recipientPublicKey = await suite.kem.deserializePublicKey(decode(pair.publicKey));
		const { enc, ct } = await suite.seal({ recipientPublicKey }, utf8('x'), utf8('y'));
		const sealed = { enc: encode(new Uint8Array(enc)), ciphertext: encode(new Uint8Array(ct)) };
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
