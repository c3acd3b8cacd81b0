import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';

/**
 * The first build's protocol, written out here once and for all, so that nothing that changes in lib/outbox or lib/seal
 * changes along: phones and tablets of that day may post weeks later. When this must change, so must the path `v1`.
 */
export type OldEnvelope = {
	id: string;
	round: string;
	keyId: string;
	enc: string;
	ciphertext: string;
};

const suite = new CipherSuite({
	kem: new DhkemP256HkdfSha256(),
	kdf: new HkdfSha256(),
	aead: new Aes128Gcm()
});
const bytes = (text: string) => new TextEncoder().encode(text);
const base64url = (buffer: ArrayBuffer) => Buffer.from(buffer).toString('base64url');

export async function sealAsBefore(
	submission: { id: string; round: string },
	key: { id: string; publicKey: string }
): Promise<OldEnvelope> {
	const { id, round } = submission;
	const recipientPublicKey = await suite.kem.deserializePublicKey(
		Buffer.from(key.publicKey, 'base64url')
	);
	const padded = bytes(JSON.stringify(submission).padEnd(8192 - overhead(submission), ' '));
	const info = bytes('oejenhoejde 1');
	const { enc, ct } = await suite.seal(
		{ recipientPublicKey, info },
		padded,
		bytes(`${id}|${round}`)
	);
	return { id, round, keyId: key.id, enc: base64url(enc), ciphertext: base64url(ct) };
}

/** Letters that take more than a byte: the padding is counted in bytes. */
const overhead = (submission: object): number => {
	const text = JSON.stringify(submission);
	return Buffer.byteLength(text) - text.length;
};

export async function postAsBefore(
	url: string,
	envelopes: OldEnvelope[]
): Promise<{ [id: string]: string }> {
	const reply = await fetch(`${url}/api/v1/submissions`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ envelopes })
	});
	const said = (await reply.json()) as {
		oejenhoejde: number;
		results: { id: string; outcome: string }[];
	};
	if (said.oejenhoejde !== 1) throw new Error(JSON.stringify(said));
	return Object.fromEntries(said.results.map(({ id, outcome }) => [id, outcome]));
}

/** Runs in a page, before any code of ours: the database as the first build made it, with a queue in it. */
export async function queueAsBefore(asked: {
	envelopes: OldEnvelope[];
	/** Databases only ever gain: a page may also meet one that is newer than itself. */
	version: number;
	stores: string[];
}): Promise<void> {
	const opening = indexedDB.open('oejenhoejde-outbox-stevns', asked.version);
	opening.onupgradeneeded = () => {
		for (const name of asked.stores) opening.result.createObjectStore(name, { keyPath: 'id' });
	};
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error ?? new Error('no reason'));
	});
	const change = database.transaction('waiting', 'readwrite');
	for (const envelope of asked.envelopes) change.objectStore('waiting').put(envelope);
	await new Promise((resolve) => (change.oncomplete = resolve));
	database.close();
}
