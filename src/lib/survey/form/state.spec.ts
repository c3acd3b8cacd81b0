import { expect, it } from 'vitest';
import type { Handout, HandoutRound } from '../handout.ts';
import { toFields } from '../answers.ts';
import { openRound, stateOf, stepIn } from './state.ts';

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

it('knows the step of a form that was sent, whatever else stands in it', () => {
	const draft = { id: 'x', comment: '&step=7', answers: { step: 5 as const } };
	expect(stepIn(toFields(draft, 2).toString())).toBe(2);
});
