import { describe, expect, it } from 'vitest';
import { withCheck } from './code.ts';
import type { Handout, HandoutRound } from './handout.ts';
import { checkCode, openRound, stateOf } from './state.ts';

const round = (id: string, prefix: string, channels: HandoutRound['channels']): HandoutRound => ({
	id,
	prefix,
	name: { da: id },
	questionnaire: 'q',
	opensOn: '2026-01-01',
	closesOn: '2026-03-31',
	channels,
	nextFigures: null
});
const handout = (today: string, rounds: HandoutRound[]) => ({ today, rounds }) as Handout;

it('is open on its first and its last day', () => {
	const dates = round('a', 'AA', ['code']);
	expect(stateOf(dates, '2025-12-31')).toBe('not-yet-open');
	expect(stateOf(dates, '2026-01-01')).toBe('open');
	expect(stateOf(dates, '2026-03-31')).toBe('open');
	expect(stateOf(dates, '2026-04-01')).toBe('closed');
});

it('sends people without a code to an open link before a round that asks for one', () => {
	const rounds = [round('a', 'AA', ['code']), round('b', 'BB', ['open', 'tablet'])];
	expect(openRound(handout('2026-02-01', rounds))?.id).toBe('b');
	expect(openRound(handout('2026-02-01', rounds.slice(0, 1)))?.id).toBe('a');
	expect(openRound(handout('2026-05-01', rounds))).toBeUndefined();
});

describe('a code is checked for no more than its holder may know', () => {
	const rounds = [round('a', 'AA', ['code']), round('b', 'BB', ['code'])];
	const code = withCheck('BB', '2345678');

	it.each([
		[code, '2026-02-01', { ok: true, code, round: rounds[1] }],
		[code, '2025-02-01', { ok: false, reason: 'not-yet-open', round: rounds[1] }],
		[code, '2026-04-01', { ok: false, reason: 'closed', round: rounds[1] }],
		[withCheck('CC', '2345678'), '2026-02-01', { ok: false, reason: 'round-unknown' }],
		[`${code.slice(0, 9)}`, '2026-02-01', { ok: false, reason: 'too-short' }],
		['', '2026-02-01', { ok: false, reason: 'empty' }]
	])('%s on %s', (typed, today, expected) => {
		expect(checkCode(typed, rounds, today)).toEqual(expected);
	});
});
