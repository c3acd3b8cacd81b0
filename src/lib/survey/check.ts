import type { Day } from '../calendar.ts';
import { parse, type ParsedCode } from './code.ts';
import type { HandoutRound } from './handout.ts';
import { stateOf } from './form/state.ts';

type Coded = Pick<HandoutRound, 'id' | 'prefix' | 'opensOn' | 'closesOn'>;
export type CodeCheck<R> =
	| { ok: true; code: string; round: R }
	| { ok: false; reason: Exclude<ParsedCode, { ok: true }>['reason'] | 'round-unknown' }
	| { ok: false; reason: 'not-yet-open' | 'closed'; round: R };

/**
 * What may be said of a code before there is an answer. Whether it is used or unknown is not: with that, the one who sent
 * the codes out could find out who has answered.
 */
export function checkCode<R extends Coded>(typed: string, rounds: R[], today: Day): CodeCheck<R> {
	const code = parse(typed);
	if (!code.ok) return code;
	const round = rounds.find(({ prefix }) => prefix === code.prefix);
	if (!round) return { ok: false, reason: 'round-unknown' };
	const state = stateOf(round, today);
	return state === 'open'
		? { ok: true, code: code.code, round }
		: { ok: false, reason: state, round };
}
