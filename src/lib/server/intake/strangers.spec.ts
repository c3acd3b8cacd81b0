import { beforeEach, describe, expect, it } from 'vitest';
import { many, municipality, round, submission } from '../../../../tests/support/survey.ts';
import { ALPHABET, withCheck } from '../../survey/code.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import type { Submission } from '../../survey/submission.ts';
import * as keys from '../core/keys.ts';
import { makeKeyPair } from '../core/opener.ts';
import * as throttle from '../core/limits/throttle.ts';
import * as box from '../rounds/box.ts';
import * as codes from '../rounds/codes.ts';
import type { Grant } from '../tablet/grants.ts';
import * as intake from './intake.ts';
import * as plainForm from './plain-form.ts';
import * as quarantine from './quarantine.ts';

const today = '2026-02-15';
const pair = makeKeyPair();
const nobodys = makeKeyPair();
const WRONG = 'ABCDEFGHJK';
const tablet: Grant = { round: round.id, channel: 'tablet', team: 'nord' };

beforeEach(throttle.forgetAll);

function place() {
	const made = municipality();
	keys.addKeyPair(made.keysFolder, { ...pair, madeOn: '2026-01-01' });
	const { db, keysFolder, kept } = made;
	const makeCodes = (count: number) =>
		codes.make(db, keysFolder, { round: round.id, month: '2026-01', count, prefix: 'AB' });
	const receive = async (
		submissions: Submission[],
		{ network = '192.0.2.1', grant = undefined as Grant | undefined, key = pair } = {}
	) => {
		const envelopes = await Promise.all(submissions.map((each) => sealSubmission(each, key)));
		const stranger = grant ? undefined : { network, place: 'stevns' };
		return intake.receive(db, keysFolder, envelopes, { grant, stranger, today });
	};
	/** By the plain form. */
	const fill = (filledIn: Submission, network = '192.0.2.1') =>
		plainForm.count({ db, keysFolder, kept, today }, filledIn, { network, place: 'stevns' });
	const size = (table: string): number =>
		db.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0;
	const noes = () =>
		box
			.read(db, { keysFolder, ...kept, unit: '2026-02', kind: 'month' })
			.get('asked||||code:declined') ?? 0;
	return { ...made, makeCodes, receive, fill, size, noes };
}

const byCode = (code: string, changed: Partial<Submission> = {}): Submission =>
	submission({ channel: 'code', code, ...changed });
const no = { outcome: 'declined', answers: {} } as const;
const wrongCodes = (n: number) => many(n, { channel: 'code', code: WRONG });
const outcomes = ({ results }: Awaited<ReturnType<typeof intake.receive>>) =>
	results.map((each) => ('reason' in each ? each.reason : each.outcome));

describe('codes that nobody has', () => {
	const { limit, perSeconds } = throttle.LIMITS['wrong-codes'];

	it('give twelve batches that come at once no more tries than one', async () => {
		const at = place();
		const replies = await Promise.all(Array.from({ length: 12 }, () => at.receive(wrongCodes(50))));
		const tried = replies.flatMap(outcomes);
		console.log(
			`12 × 50 wrong codes at once: ${tried.length} tried, ${600 - tried.length} held off; ` +
				`rows: ${at.size('receipt')} receipts, ${at.size('sealed_comment')} comments`
		);
		expect(tried).toEqual(Array(limit).fill('code-unknown'));
		expect(at.size('receipt')).toBe(0);
		expect(Math.max(...replies.map(({ wait }) => wait))).toBeLessThanOrEqual(perSeconds / limit);
	});

	it('hold off answers by code alone, at both doors, and say when the next may come', async () => {
		const at = place();
		const [code = ''] = at.makeCodes(1);
		await at.receive(wrongCodes(50));
		expect(await at.receive([byCode(code)])).toEqual({ results: [], wait: 120 });
		expect(await at.fill(byCode(code))).toMatchObject({ ok: false, status: 429 });

		const open = many(50, { channel: 'open' });
		const mixed = await at.receive([...open, byCode(code)]);
		expect(outcomes(mixed)).toEqual(Array(50).fill('counted'));
		expect((await at.fill(submission({ channel: 'open' }))).ok).toBe(true);
		const handed = await at.receive(many(50), { grant: tablet });
		expect(outcomes(handed)).toEqual(Array(50).fill('counted'));
		expect(outcomes(await at.receive([byCode(code)], { network: '192.0.2.2' }))).toEqual([
			'counted'
		]);
	});

	it('are counted together, whichever door they come by', async () => {
		const at = place();
		for (let n = 0; n < limit; n++) {
			const wrong = byCode(WRONG);
			if (n % 2) await at.receive([wrong]);
			else expect(await at.fill(wrong)).toMatchObject({ reason: 'code-unknown' });
		}
		expect(await at.fill(byCode(WRONG))).toMatchObject({ status: 429 });
		expect((await at.receive([byCode(WRONG)])).results).toEqual([]);
	});

	it('are no more because many right ones come, one after the other or at once', async () => {
		const at = place();
		const atOnce = at.makeCodes(limit * 10).map((code) => byCode(code));
		const batches = [];
		for (let from = 0; from < atOnce.length; from += 50)
			batches.push(atOnce.slice(from, from + 50));
		const replies = await Promise.all(batches.map((batch) => at.receive(batch)));
		expect(replies.flatMap(outcomes)).toEqual(Array(limit * 10).fill('counted'));
		for (const code of at.makeCodes(limit * 3)) {
			expect(outcomes(await at.receive([byCode(code)]))).toEqual(['counted']);
		}
	});
});

describe('codes that a file put back from an older copy does not know', () => {
	const { limit } = throttle.LIMITS['wrong-codes'];
	const letters = [...ALPHABET].flatMap((a) => [...ALPHABET].map((b) => a + b));
	let guessed = 0;
	const guesses = (count: number) =>
		Array.from({ length: count }, () => byCode(withCheck('AB', `CDEFG${letters[guessed++]}`)));
	function putBack() {
		const at = place();
		at.db.prepare("insert into restoration values (1, ?, 'file')").run(round.opensOn);
		return at;
	}
	const heldOf = async ({ receive }: ReturnType<typeof place>, all: Submission[]) =>
		(await Promise.all(all.map((each) => receive([each])))).filter(({ wait }) => wait > 0);

	it('are nobody’s to try without end, at both doors, and nothing is said of them', async () => {
		const at = putBack();
		const [code = ''] = at.makeCodes(1);
		expect((await at.receive(guesses(limit))).results).toEqual([]);
		expect(await heldOf(at, guesses(30))).toHaveLength(30);
		expect(await at.fill(byCode(code))).toMatchObject({ status: 429, reason: 'held' });
		const other = { network: '192.0.2.2' };
		expect(outcomes(await at.receive([byCode(code)], other))).toEqual(['counted']);
	});

	it('cost whoever holds one no more than once, however often their device comes again', async () => {
		const at = putBack();
		const mine = guesses(1);
		for (let n = 0; n < limit * 3; n++) expect((await at.receive(mine)).wait).toBe(0);
		const [code = ''] = at.makeCodes(1);
		expect(outcomes(await at.receive([byCode(code)]))).toEqual(['counted']);
		// Whoever guesses beside them in the same network has the tries that are left.
		expect(await heldOf(at, guesses(59))).toHaveLength(59 - (limit - 1));
	});
});

describe('a no by code', () => {
	/** Half of the codes have their outcome already. */
	async function halfUsed(count: number) {
		const at = place();
		const all = at.makeCodes(count);
		for (const code of all.slice(count / 2)) await at.receive([byCode(code)], { network: 'home' });
		return { at, all };
	}

	it('tells in a sealed post nothing of what became of the code before', async () => {
		const { at, all } = await halfUsed(30);
		const before = [at.size('receipt'), at.size('sealed_comment')];
		const noes = all.map((code) => byCode(code, no));
		const replies = await at.receive(noes);
		expect(replies.results).toEqual(noes.map(({ id }) => ({ id, outcome: 'counted' })));
		// Neither does what is written tell, nor a second time.
		expect([at.size('receipt'), at.size('sealed_comment')]).toEqual(before.map((n) => n + 30));
		const again = await at.receive(noes);
		expect(outcomes(again)).toEqual(Array(30).fill('already-counted'));
		// Only those of codes that had none are in the figures.
		expect(at.noes()).toBe(15);
	});

	it('tells in a plain form nothing either', async () => {
		const { at, all } = await halfUsed(6);
		for (const code of all) {
			expect(await at.fill(byCode(code, no))).toEqual({ ok: true, isAgain: false });
		}
		expect(at.noes()).toBe(3);
	});

	it('tells nothing where everything was skipped', async () => {
		const { at, all } = await halfUsed(6);
		const replies = await at.receive(all.map((code) => byCode(code, { answers: {} })));
		expect(outcomes(replies)).toEqual(Array(6).fill('counted'));
	});

	it('is not for a tablet to send: its reply is the same for every code', async () => {
		const { at, all } = await halfUsed(6);
		const noes = all.map((code) => byCode(code, no));
		expect(outcomes(await at.receive(noes, { grant: tablet }))).toEqual(Array(6).fill('invalid'));
		expect(at.noes()).toBe(0);
	});

	it('says of a code that nobody has that it is unknown', async () => {
		const at = place();
		expect(outcomes(await at.receive([byCode(WRONG, no)]))).toEqual(['code-unknown']);
	});

	it('is heard with a used code so often an hour, and no oftener with another', async () => {
		const { limit } = throttle.LIMITS['noes-by-code'];
		for (const part of [0, 1]) {
			throttle.forgetAll();
			const { at, all } = await halfUsed(2);
			const noes = Array.from({ length: limit + 20 }, () => byCode(all[part] ?? '', no));
			const before = at.size('sealed_comment');
			const replies = [await at.receive(noes.slice(0, 30)), await at.receive(noes.slice(30))];
			expect(replies.flatMap(outcomes).filter((each) => each === 'counted')).toHaveLength(limit);
			expect(at.size('sealed_comment') - before).toBe(limit);
		}
	});

	it('tells whoever has an answer to lose that it was not counted', async () => {
		const { at, all } = await halfUsed(2);
		expect(outcomes(await at.receive([byCode(all[1] ?? '')]))).toEqual(['code-used']);
	});
});

describe('what nobody can open', () => {
	const strange = (n: number) => many(n, { channel: 'open' });

	it('is kept so much of, and a network’s flood leaves room for tablets and other networks', async () => {
		const at = place();
		let kept = 0;
		for (let network = 1; network <= 84; network++) {
			const from = { network: `192.0.2.${network}`, key: nobodys };
			kept += (await at.receive(strange(10), from)).results.length;
		}
		const { total } = throttle.LIMITS.unopened;
		console.log(`84 networks × 10 that nobody can open: ${kept} kept, ${840 - kept} not`);
		expect(kept).toBeLessThan(total.limit);
		expect(at.size('quarantine')).toBe(kept);
		const other = { network: '198.51.100.1', key: nobodys };
		expect(outcomes(await at.receive(strange(1), other))).toEqual(['cannot-open']);
		const handed = await at.receive(many(50), { grant: tablet, key: nobodys });
		expect(outcomes(handed)).toEqual(Array(50).fill('cannot-open'));
	});

	it('finds the room for tablets still there when strangers had all of theirs', async () => {
		const at = place();
		const add = at.db.prepare(
			"insert into quarantine (id, round, reason, envelope, door, day) values (?, 'r', 'invalid', '{}', 'null', ?)"
		);
		const room = quarantine.QUARANTINE_MAX - quarantine.QUARANTINE_RESERVED;
		for (let n = 0; n < room; n++) add.run(Buffer.from(`${n}`), today);
		expect((await at.receive(strange(1), { key: nobodys })).results).toEqual([]);
		const handed = await at.receive(many(50), { grant: tablet, key: nobodys });
		expect(handed.results).toHaveLength(50);
	});
});
