import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeKeyPair, opener, type KeyPair } from '../server/core/opener.ts';
import { seal, type Opener } from '../seal/seal.ts';
import { cleanComment } from '../survey/comment.ts';
import { Envelope, PADDED_BYTES } from '../survey/envelope.ts';
import { COMMENT_MAX_CHARACTERS, type Submission } from '../survey/submission.ts';
import { openEnvelope, sealSubmission } from './sealing.ts';

const plain: Submission = {
	id: '3f2b8c1e-5d4a-4e6f-8a7b-9c0d1e2f3a4b',
	round: 'stevns-2026',
	questionnaire: 'q1',
	answeredOn: '2026-11-20',
	channel: 'code',
	language: 'da',
	outcome: 'answered',
	about: {},
	answers: { 'a-mulighed': 5, 'b-fortalt': 'na' },
	comment: ''
};

/** Every other field as long as it may be, in the characters that take the most room there. */
const fullest: Submission = {
	...plain,
	round: 'r'.repeat(41),
	questionnaire: 'f'.repeat(64),
	channel: 'tablet',
	language: 'abc-abcdefgh',
	team: 'æ'.repeat(60),
	outcome: 'not-offered',
	reason: 'difficult-meeting',
	about: { situation: 'å'.repeat(60), meetingForm: 'ø'.repeat(60) },
	answers: Object.fromEntries(
		Array.from({ length: 12 }, (_, n) => [`i${String(n).padStart(30, '0')}`, 'unclear' as const])
	),
	code: 'X'.repeat(20)
};

/** What a thumb, a paste or an attacker may put into 2,000 characters. */
const typed = fc.oneof(
	fc.constantFrom(
		'"',
		'\\',
		'\n',
		'\u2028',
		'字',
		'👍',
		'ﷺ',
		'\u0000',
		'\ud83d',
		'\udc4d',
		'</script>'
	),
	fc.string({ unit: 'binary', minLength: 1, maxLength: 3 })
);
const comment = fc.oneof(
	typed.map((unit) => unit.repeat(COMMENT_MAX_CHARACTERS).slice(0, COMMENT_MAX_CHARACTERS)),
	fc
		.array(typed, { minLength: 1, maxLength: COMMENT_MAX_CHARACTERS, size: 'max' })
		.map((units) => units.join('').slice(0, COMMENT_MAX_CHARACTERS))
);

describe('a sealed submission', () => {
	let key: KeyPair;
	let opens: Opener;
	beforeAll(async () => {
		key = makeKeyPair();
		opens = opener(key.privateKey);
	});

	it('opens as what was answered', async () => {
		const envelope = await sealSubmission(plain, key);
		expect(await openEnvelope(envelope, opens)).toEqual({ ok: true, submission: plain });
	});

	it('fits and opens at the limits, with whatever is in the comment', async () => {
		await fc.assert(
			fc.asyncProperty(comment, async (comment) => {
				const envelope = await sealSubmission({ ...fullest, comment }, key);
				expect(Envelope.safeParse(envelope).success).toBe(true);
				expect(await openEnvelope(envelope, opens)).toEqual({
					ok: true,
					submission: { ...fullest, comment: cleanComment(comment) }
				});
			}),
			{ numRuns: 150 }
		);
	});

	it('is of one size whatever was answered', async () => {
		const lengths = new Set<number>();
		for (const comment of ['', 'x', '字'.repeat(2000), '"'.repeat(2000)]) {
			for (const submission of [plain, fullest]) {
				const sealed = await sealSubmission({ ...submission, comment }, key);
				lengths.add(sealed.ciphertext.length);
			}
		}
		expect(lengths.size).toBe(1);
	});

	it('does not show an answer, the code or the comment', async () => {
		const text = JSON.stringify(await sealSubmission({ ...fullest, comment: 'hemmelig' }, key));
		for (const secret of ['hemmelig', 'unclear', 'not-offered', 'XXXX', 'tablet']) {
			expect(text).not.toContain(secret);
		}
	});

	it('does not open under another id, round or key', async () => {
		const envelope = await sealSubmission(plain, key);
		const other = opener(makeKeyPair().privateKey);
		const refused = { ok: false, reason: 'cannot-open' };
		const id = crypto.randomUUID();
		expect(await openEnvelope({ ...envelope, id }, opens)).toEqual(refused);
		expect(await openEnvelope({ ...envelope, round: 'vejen-2026' }, opens)).toEqual(refused);
		expect(await openEnvelope(envelope, other)).toEqual(refused);
	});

	const bytes = (text: string): Uint8Array =>
		new TextEncoder().encode(text.padEnd(PADDED_BYTES, ' '));
	it.each([
		['no JSON', bytes('{')],
		['no UTF-8', new Uint8Array(PADDED_BYTES).fill(0xff)],
		['another shape', bytes('{"answers": 1}')],
		['another id inside', bytes(JSON.stringify({ ...plain, id: crypto.randomUUID() }))],
		['another round inside', bytes(JSON.stringify({ ...plain, round: 'vejen-2026' }))],
		['an unknown field', bytes(JSON.stringify({ ...plain, name: 'Jens' }))]
	])('is invalid with %s', async (_, content) => {
		const { id, round } = plain;
		const sealed = await seal(key.publicKey, content, `${id}|${round}`);
		const opened = await openEnvelope({ id, round, keyId: key.id, ...sealed }, opens);
		expect(opened).toEqual({ ok: false, reason: 'invalid' });
	});

	it('is not made of a submission that the server would put aside', async () => {
		await expect(sealSubmission({ ...plain, answeredOn: '20/11' }, key)).rejects.toThrow();
		const answers = Object.fromEntries(
			Array.from({ length: 900 }, (_, n) => [`item-${n}`, 5 as const])
		);
		await expect(sealSubmission({ ...plain, answers }, key)).rejects.toThrow(RangeError);
	});
});
