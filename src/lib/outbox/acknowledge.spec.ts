import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	backoffSeconds,
	inBatches,
	meaning,
	next,
	RETRY_AFTER_MAX_SECONDS,
	type Meaning
} from './acknowledge.ts';

const counted = (id: string) => ({ id, outcome: 'counted' as const });
const reply = (results: unknown[]) => JSON.stringify({ oejenhoejde: 1, results });
const later = (afterSeconds = 0): Meaning => ({ kind: 'later', afterSeconds });

describe('what a reply means', () => {
	it('is an acknowledgement for each id when it is our own', () => {
		const results = [
			counted('a'),
			{ id: 'b', outcome: 'already-counted' },
			{ id: 'c', outcome: 'not-counted', reason: 'code-used' },
			{ id: 'd', outcome: 'quarantined', reason: 'cannot-open' }
		];
		expect(meaning({ status: 200, body: reply(results) })).toEqual({
			kind: 'acknowledged',
			acknowledgements: results
		});
	});

	it.each([
		['a captive portal', 200, '<!doctype html><title>Velkommen til gæstenettet</title>'],
		['nothing', 200, ''],
		['half a reply', 200, reply([counted('a')]).slice(0, -3)],
		['somebody else’s JSON', 200, '{"results":[{"id":"a","outcome":"counted"}]}'],
		['a later protocol', 200, '{"oejenhoejde":2,"results":[]}'],
		['an outcome that we do not know', 200, reply([{ id: 'a', outcome: 'stored' }])],
		['a portal that needs a login', 511, '<html>'],
		['our own words under an error', 500, reply([counted('a')])],
		['a missing page', 404, '<html>'],
		['a busy server', 503, ''],
		['too many requests', 429, '']
	])('is never success from %s', (_, status, body) => {
		expect(meaning({ status, body })).toEqual(later());
	});

	it('is to wait when nothing came back', () => {
		expect(meaning(undefined)).toEqual(later());
	});

	it.each([
		[400, 'malformed'],
		[401, 'staff'],
		[413, 'too-large']
	])('%i is %s', (status, kind) => {
		expect(meaning({ status, body: '' })).toEqual({ kind });
	});

	it.each([
		['120', null, 120],
		['0', null, 0],
		['31536000', null, RETRY_AFTER_MAX_SECONDS],
		['Fri, 20 Nov 2026 10:02:00 GMT', 'Fri, 20 Nov 2026 10:00:00 GMT', 120],
		['Fri, 20 Nov 2026 10:02:00 GMT', null, 0],
		['Fri, 20 Nov 2026 09:00:00 GMT', 'Fri, 20 Nov 2026 10:00:00 GMT', 0],
		['snart', null, 0]
	])('Retry-After %j (sent %j) is %i seconds', (retryAfter, date, seconds) => {
		expect(meaning({ status: 503, body: '', retryAfter, date })).toEqual(later(seconds));
	});
});

describe('what to do next', () => {
	const batches = [
		['a', 'b', 'c'],
		['d', 'e']
	];
	const acknowledged = (...ids: string[]): Meaning => ({
		kind: 'acknowledged',
		acknowledgements: ids.map(counted)
	});

	it('goes on to the next batch when each id has its acknowledgement', () => {
		expect(next(batches, acknowledged('a', 'b', 'c'))).toEqual({
			batches: [['d', 'e']],
			acknowledged: ['a', 'b', 'c'].map(counted),
			needsHelp: []
		});
	});

	it('takes no acknowledgement for an id that the reply left out', () => {
		expect(next(batches, acknowledged('a', 'c')).acknowledged).toEqual(['a', 'c'].map(counted));
	});

	it('takes no acknowledgement of what it did not send', () => {
		expect(next(batches, acknowledged('a', 'b', 'c', 'd', 'x')).acknowledged).toEqual(
			['a', 'b', 'c'].map(counted)
		);
	});

	it('sends singly after a 400', () => {
		const step = next(batches, { kind: 'malformed' });
		expect(step).toEqual({
			batches: [['a'], ['b'], ['c'], ['d', 'e']],
			acknowledged: [],
			needsHelp: []
		});
	});

	it('halves the batches after a 413', () => {
		const step = next(batches, { kind: 'too-large' });
		expect(step.batches).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
	});

	it.each(['malformed', 'too-large'] as const)('asks for help after a lone %s', (kind) => {
		const step = next([['a'], ['b']], { kind });
		expect(step).toEqual({ batches: [['b']], acknowledged: [], needsHelp: ['a'] });
	});

	it('stops after a 401 and when it must wait', () => {
		expect(next(batches, { kind: 'staff' })).toMatchObject({ batches: [], stop: 'staff' });
		expect(next(batches, later(7))).toMatchObject({ batches: [], stop: { afterSeconds: 7 } });
	});

	it('ends, and accounts for every id, whatever the server says', () => {
		const answers = fc.infiniteStream(
			fc.constantFrom<Meaning['kind']>('acknowledged', 'malformed', 'too-large')
		);
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60 }), answers, (n, kinds) => {
				const ids = Array.from({ length: n }, (_, id) => String(id));
				const done: string[] = [];
				let batches = inBatches(ids, 50);
				for (let rounds = 0; batches[0]; rounds++) {
					expect(rounds).toBeLessThan(500);
					const kind = kinds.next().value;
					const meant: Meaning =
						kind === 'acknowledged' ? acknowledged(...batches[0]) : { kind: kind as 'malformed' };
					const step = next(batches, meant);
					done.push(...step.acknowledged.map(({ id }) => id), ...step.needsHelp);
					batches = step.batches;
				}
				expect(done).toEqual(ids);
			})
		);
	});
});

describe('backing off', () => {
	it('waits 1, 2, 4 … seconds and never more than 300', () => {
		const waits = Array.from({ length: 11 }, (_, n) => backoffSeconds(n + 1, 0));
		expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
	});

	it('waits between half of that and all of it', () => {
		expect(backoffSeconds(3, 0.999)).toBeCloseTo(2, 2);
		expect(backoffSeconds(5000, 0)).toBe(300);
	});
});
