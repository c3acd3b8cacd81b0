import { decode } from '../../src/lib/seal/base64url.ts';
import { makeKeyPair, suite } from '../../src/lib/seal/seal.ts';
import { sealSubmission } from '../../src/lib/outbox/sealing.ts';
import * as intake from '../../src/lib/server/intake/intake.ts';
import * as keys from '../../src/lib/server/core/keys.ts';
import type { Envelope } from '../../src/lib/survey/envelope.ts';
import { inThousands, inTurns, perSecond, type Figure } from './measure.ts';
import { answers, bench, someDay } from './municipality.ts';

const TURNS = 7;
const BATCH = 50;
const PER_TURN = 200;

/** Sealed envelopes received and counted, against the library opening the same seals and doing nothing else. */
export async function opening(): Promise<Figure> {
	const house = bench('2026-01-01', '2026-06-30');
	const today = someDay(house);
	try {
		const pair = await makeKeyPair();
		keys.addKeyPair(house.keysFolder, { ...pair, madeOn: today });
		const envelopes: Envelope[] = [];
		for (const submission of answers(house, PER_TURN * (TURNS + 1))) {
			envelopes.push(await sealSubmission(submission, pair));
		}
		const { d, ...point } = pair.privateKey;
		const recipientKey = {
			privateKey: await suite.kem.importKey('jwk', { ...point, d }, false),
			publicKey: await suite.kem.importKey('jwk', point, true)
		};
		const info = new TextEncoder().encode('oejenhoejde 1');
		const bytes = envelopes.map(({ id, round, enc, ciphertext }) => ({
			enc: decode(enc),
			ciphertext: decode(ciphertext),
			associated: new TextEncoder().encode(`${id}|${round}`)
		}));

		const rates = await inTurns(
			TURNS,
			async (turn) => {
				const started = performance.now();
				for (let from = turn * PER_TURN; from < (turn + 1) * PER_TURN; from += BATCH) {
					const replies = await intake.receive(
						house.db,
						house.keysFolder,
						envelopes.slice(from, from + BATCH),
						{ grant: undefined, today }
					);
					if (replies.some(({ outcome }) => outcome !== 'counted')) throw new Error('not counted');
				}
				return perSecond(PER_TURN, performance.now() - started);
			},
			async (turn) => {
				const started = performance.now();
				for (const each of bytes.slice(turn * PER_TURN, (turn + 1) * PER_TURN)) {
					await suite.open({ recipientKey, info, enc: each.enc }, each.ciphertext, each.associated);
				}
				return perSecond(PER_TURN, performance.now() - started);
			}
		);
		return {
			name: `Sealed and counted, ${BATCH} per request`,
			ours: inThousands(rates.ours),
			reference: `${inThousands(rates.reference)} the library’s open alone`,
			wanted: { ratio: rates.ratio, atLeast: 0.5 }
		};
	} finally {
		house.remove();
	}
}
