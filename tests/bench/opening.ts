import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core';
import { createPrivateKey } from 'node:crypto';
import { sealSubmission } from '../../src/lib/outbox/sealing.ts';
import { decode } from '../../src/lib/seal/base64url.ts';
import { info } from '../../src/lib/seal/seal.ts';
import { nodeKey, suite } from '../../src/lib/server/core/node-suite.ts';
import { makeKeyPair, type KeyPair } from '../../src/lib/server/core/opener.ts';
import * as intake from '../../src/lib/server/intake/intake.ts';
import * as keys from '../../src/lib/server/core/keys.ts';
import type { Envelope } from '../../src/lib/survey/envelope.ts';
import { bare } from './bare.ts';
import { inThousands, inTurns, perSecond, type Figure, WARM_UP } from './measure.ts';
import { answers, bench, someDay } from './municipality.ts';

const TURNS = 7;
const BATCH = 50;
const PER_TURN = 200;

type Open = (enc: Uint8Array, ciphertext: Uint8Array, aad: Uint8Array) => Promise<unknown>;

/**
 * Sealed envelopes received and counted, against the same primitives alone: the opening of each seal, a bare commit of as many
 * rows, and a synced key. Beside it, against opening alone: by the same primitives, which need less time for a seal than a disk
 * for the rows, so that how far that can come is a figure of its own; and by the library that came before, which had the
 * browser's in Node.
 */
export async function opening(): Promise<Figure[]> {
	const pair = makeKeyPair();
	const all = await against(pair, sameOpen(pair), true);
	const same = await against(pair, sameOpen(pair));
	const former = await against(pair, await formerOpen(pair));
	const name = `Sealed, counted and on disk, ${BATCH} per request and ${PER_TURN / BATCH} requests at once, keys moving on`;
	const share = (same.ours / same.reference).toFixed(2);
	return [
		{
			name,
			ours: inThousands(all.ours),
			reference: `${inThousands(all.reference)} the same primitives alone: opening, a bare commit, a synced key`,
			wanted: { ratio: all.ratio, atLeast: 0.6 }
		},
		{
			name,
			ours: `${inThousands(same.ours)}, ${share} of it`,
			reference: `${inThousands(same.reference)} the same primitives’ opening alone, in memory`
		},
		{
			name,
			ours: inThousands(former.ours),
			reference: `${inThousands(former.reference)} the former library’s opening alone`,
			// Three times what it was with that library: 0.53.
			wanted: { ratio: former.ratio, atLeast: 1.6 }
		}
	];
}

/** @param isWritten whether the reference writes rows too, in one commit as ours does */
async function against(pair: KeyPair, open: Open, isWritten = false) {
	const site = bench('2026-01-01', '2026-06-30');
	const today = someDay(site);
	const written = isWritten ? bare(site, PER_TURN * (TURNS + WARM_UP)) : undefined;
	try {
		keys.addKeyPair(site.keysFolder, { ...pair, madeOn: today });
		const envelopes: Envelope[] = [];
		for (const submission of answers(site, PER_TURN * (TURNS + WARM_UP))) {
			envelopes.push(await sealSubmission(submission, pair));
		}
		const bytes = envelopes.map(({ id, round, enc, ciphertext }) => ({
			enc: decode(enc),
			ciphertext: decode(ciphertext),
			associated: new TextEncoder().encode(`${id}|${round}`)
		}));
		const rates = await inTurns(
			TURNS,
			async (turn) => {
				const started = performance.now();
				const all = envelopes.slice(turn * PER_TURN, (turn + 1) * PER_TURN);
				const requests = Array.from({ length: PER_TURN / BATCH }, (_, n) =>
					all.slice(n * BATCH, (n + 1) * BATCH)
				);
				const replies = await Promise.all(
					requests.map((batch) =>
						intake.receive(site.db, site.keysFolder, batch, { grant: undefined, today })
					)
				);
				if (replies.some(({ results }) => results.some(({ outcome }) => outcome !== 'counted'))) {
					throw new Error('not counted');
				}
				return perSecond(PER_TURN, performance.now() - started);
			},
			async (turn) => {
				const started = performance.now();
				for (const each of bytes.slice(turn * PER_TURN, (turn + 1) * PER_TURN)) {
					await open(each.enc, each.ciphertext, each.associated);
				}
				written?.commit(PER_TURN);
				return perSecond(PER_TURN, performance.now() - started);
			}
		);
		written?.requireSameRows();
		return rates;
	} finally {
		written?.remove();
		site.remove();
	}
}

function sameOpen({ privateKey }: KeyPair): Open {
	const key = nodeKey(createPrivateKey({ key: privateKey, format: 'jwk' }));
	return (enc, ciphertext, aad) => suite.Open(key, enc, ciphertext, { info, aad });
}

async function formerOpen({ privateKey: { d, ...point } }: KeyPair): Promise<Open> {
	const former = new CipherSuite({
		kem: new DhkemP256HkdfSha256(),
		kdf: new HkdfSha256(),
		aead: new Aes128Gcm()
	});
	const recipientKey = {
		privateKey: await former.kem.importKey('jwk', { ...point, d }, false),
		publicKey: await former.kem.importKey('jwk', point, true)
	};
	return (enc, ciphertext, aad) => former.open({ recipientKey, info, enc }, ciphertext, aad);
}
