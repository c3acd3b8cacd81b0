import type { Day } from '../../calendar.ts';
import type { Handout, HandoutRound } from '../handout.ts';

export type RoundState = 'not-yet-open' | 'open' | 'closed';

export function stateOf(round: Pick<HandoutRound, 'opensOn' | 'closesOn'>, today: Day): RoundState {
	if (today < round.opensOn) return 'not-yet-open';
	return today <= round.closesOn ? 'open' : 'closed';
}

/** The open round to send people without a code to: one with an open link first, else one that asks for a code. */
export function openRound(handout: Handout): HandoutRound | undefined {
	const open = handout.rounds.filter((round) => stateOf(round, handout.today) === 'open');
	return open.find((round) => round.channels.includes('open')) ?? open[0];
}

/** The step that a form stood at when it was sent. @param fields as the server gave them back: never the first of them */
export const stepIn = (fields: string): number => Number(/&step=(\d+)/.exec(fields)?.[1]);
