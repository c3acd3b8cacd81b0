import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { many, round, submission } from '../../../../tests/support/survey.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import type { Submission } from '../../survey/submission.ts';
import { pair, place, stranger, today } from './intake.fixture.ts';
import * as intake from './intake.ts';
import { troubleOf } from '../core/trouble.ts';

describe('what becomes of a submission', () => {
	it.each<[string, (at: ReturnType<typeof place>) => Promise<unknown>, object, number]>([
		['an open answer', (at) => at.post({}), { outcome: 'counted' }, 1],
		[
			'an answer with a code',
			(at) => at.post({ channel: 'code', code: at.code }),
			{ outcome: 'counted' },
			1
		],
		[
			'a tablet’s answer with its grant',
			(at) => at.post({ channel: 'tablet' }, { grant: at.tablet }),
			{ outcome: 'counted' },
			1
		],
		[
			'a tablet’s answer without a grant',
			(at) => at.post({ channel: 'tablet' }),
			{ outcome: 'quarantined', reason: 'invalid' },
			0
		],
		[
			'an open answer through a tablet’s door',
			(at) => at.post({}, { grant: at.tablet }),
			{ outcome: 'quarantined', reason: 'invalid' },
			0
		],
		[
			'a code of nobody',
			(at) => at.post({ channel: 'code', code: 'ABCDEFGHJK' }),
			{ outcome: 'not-counted', reason: 'code-unknown' },
			0
		],
		[
			'a round of nobody',
			(at) => at.post({ round: 'x' }),
			{ outcome: 'not-counted', reason: 'round-unknown' },
			0
		],
		[
			'thirty days after closing',
			(at) => at.post({ answeredOn: '2026-06-30' }, { day: '2026-07-30' }),
			{ outcome: 'counted' },
			1
		],
		[
			'thirty-one days after closing',
			(at) => at.post({ answeredOn: '2026-06-30' }, { day: '2026-07-31' }),
			{ outcome: 'not-counted', reason: 'too-late' },
			0
		],
		[
			'a tablet that comes back when its grant is long erased',
			(at) => at.post({ channel: 'tablet', outcome: 'declined' }, { day: '2026-10-01' }),
			{ outcome: 'not-counted', reason: 'too-late' },
			0
		],
		[
			'another municipality’s key',
			(at) => at.post({}, { key: stranger }),
			{ outcome: 'quarantined', reason: 'cannot-open' },
			0
		],
		[
			'another questionnaire',
			(at) => at.post({ questionnaire: 'other' }),
			{ outcome: 'quarantined', reason: 'invalid' },
			0
		],
		[
			'an item of nobody',
			(at) => at.post({ answers: { z: 5 } }),
			{ outcome: 'quarantined', reason: 'invalid' },
			0
		],
		[
			'an open answer with a code',
			(at) => at.post({ code: at.code }),
			{ outcome: 'quarantined', reason: 'invalid' },
			0
		],
		[
			'“not offered” from a phone',
			(at) => at.post({ outcome: 'not-offered', reason: 'no-time' }),
			{ outcome: 'quarantined', reason: 'invalid' },
			0
		]
	])('%s', async (_, act, expected, counted) => {
		const at = place();
		const { reply } = (await act(at)) as { reply: object };
		expect(reply).toMatchObject(expected);
		expect(at.total()).toBe(counted);
		expect(at.size('receipt')).toBe(counted);
		expect(at.size('sealed_comment')).toBe(counted);
		expect(at.size('quarantine')).toBe(
			'outcome' in expected && expected.outcome === 'quarantined' ? 1 : 0
		);
	});

	it('counts a code once, in its own team', async () => {
		const at = place();
		await at.post({ channel: 'code', code: at.code, team: 'vest' });
		const { reply } = await at.post({ channel: 'code', code: at.code });
		expect(reply).toMatchObject({ outcome: 'not-counted', reason: 'code-used' });
		expect(at.count('2026-02', 'asked|team|nord||answered')).toBe(1);
		expect(at.count('2026-02', 'asked|team|vest||answered')).toBe(0);
		expect(at.db.prepare('select round, reason, n from not_counted').all()).toEqual([
			{ round: round.id, reason: 'code-used', n: 1 }
		]);
	});

	it('knows an id again whatever it carries', async () => {
		const at = place();
		const id = randomUUID();
		await at.post({ id });
		const { reply } = await at.post({ id, round: 'x', answers: { a: 1 } });
		expect(reply).toEqual({ id, outcome: 'already-counted' });
		const same = submission({ channel: 'open' });
		const twice = await intake.count(at.db, at.keysFolder, [same, same], today);
		expect(twice.map((reply) => reply?.outcome)).toEqual(['counted', 'already-counted']);
		expect(at.total()).toBe(2);
	});

	it('tells two of one id in one request apart', async () => {
		const at = place();
		const envelope = await sealSubmission(submission({ channel: 'open' }), pair);
		const { results: replies } = await intake.receive(at.db, at.keysFolder, [envelope, envelope], {
			grant: undefined,
			today
		});
		expect(replies.map(({ outcome }) => outcome)).toEqual(['counted', 'already-counted']);
	});

	it('takes an answer in which all was skipped for a no', async () => {
		const at = place();
		await at.post({ channel: 'code', code: at.code, answers: {} });
		expect(at.count('2026-02', 'asked||||code:declined')).toBe(1);
		expect(at.total()).toBe(0);
	});

	it.each([
		['2026-02-10', '2026-02'],
		['2025-02-10', '2026-01'],
		['2027-11-01', '2026-02']
	])('clamps a device that says %s to %s', async (answeredOn, month) => {
		const at = place();
		await at.post({ answeredOn });
		expect(at.count(month, 'open||||answered')).toBe(1);
	});

	it('gives every counted outcome one sealed comment row of one size', async () => {
		const at = place();
		await at.post({ comment: 'æ'.repeat(2000) });
		await at.post({ comment: '' });
		await at.post({ channel: 'code', code: at.code, answers: {} });
		const sizes = at.db.prepare('select distinct length(sealed) as n from sealed_comment').all();
		expect(sizes).toHaveLength(1);
		expect(at.size('sealed_comment')).toBe(3);
	});
});

it('counts a burst in few commits, each once', async () => {
	const at = place();
	const all = many(500, { channel: 'open' });
	const replies = await Promise.all(
		all.map((each) => intake.count(at.db, at.keysFolder, [each], today))
	);
	expect(replies.flat().every((reply) => reply?.outcome === 'counted')).toBe(true);
	expect(at.total()).toBe(500);
});

it('rejects what a failing disk could not keep, and counts it at the next try', async () => {
	const at = place();
	const { page_count: pages } = at.db.prepare('pragma page_count').get() as { page_count: number };
	at.db.pragma(`max_page_count = ${pages + 2}`);
	const all = many(60, { channel: 'open' });
	const first = await Promise.allSettled(
		all.map((each) => intake.count(at.db, at.keysFolder, [each], today))
	);
	const refused = first.filter((result) => result.status === 'rejected');
	expect(refused.length).toBeGreaterThan(0);
	expect(refused.every(({ reason }) => troubleOf(reason)?.kind === 'full')).toBe(true);
	expect(at.total()).toBe(60 - refused.length);
	at.db.pragma('max_page_count = 1000000');
	await intake.count(at.db, at.keysFolder, all, today);
	expect(at.total()).toBe(60);
});

it('comes to the documented outcome whatever the content, and changes nothing else', async () => {
	const at = place();
	const anything = fc.record(
		{
			questionnaire: fc.constantFrom(round.questionnaire, 'other'),
			channel: fc.constantFrom('code', 'tablet', 'paper', 'open'),
			outcome: fc.constantFrom('answered', 'declined', 'later', 'not-offered'),
			answers: fc.dictionary(
				fc.constantFrom('a', 'b', 'c', 'z'),
				fc.constantFrom(1, 5, 'na', 'unclear')
			),
			comment: fc.string({ unit: 'grapheme', maxLength: 200 }),
			code: fc.constantFrom('ABCDEFGHJK', '')
		},
		{ requiredKeys: [] }
	);
	await fc.assert(
		fc.asyncProperty(anything, async (content) => {
			const before = [at.size('receipt'), at.size('sealed_comment'), at.size('quarantine')];
			const { reply } = await at.post(content as Partial<Submission>);
			const counted = reply?.outcome === 'counted' ? 1 : 0;
			const kept = reply?.outcome === 'quarantined' ? 1 : 0;
			const after = [at.size('receipt'), at.size('sealed_comment'), at.size('quarantine')];
			expect(after).toEqual([
				(before[0] ?? 0) + counted,
				(before[1] ?? 0) + counted,
				(before[2] ?? 0) + kept
			]);
		}),
		{ numRuns: 60 }
	);
});
