import type { Day, Month } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Round } from '../../survey/round.ts';
import * as audit from '../core/audit.ts';
import { immediately, type Db } from '../core/database.ts';
import * as codes from './codes.ts';
import * as collecting from './collecting.ts';
import type { Outcome } from '../../outcome.ts';

/** As many letters as are sent out at once. */
export const COUNT_MAX = 20_000;

export type Refusal = 'bad-round' | 'bad-count' | 'bad-month' | 'bad-team' | 'already-made';
export type Asked = {
	round: string;
	/** '' for none. */
	team: string;
	month: Month;
	count: number;
	request?: string;
	home?: boolean;
	/** They count as handed out when somebody has fetched or printed them. */
	isWaiting?: boolean;
};

/**
 * Makes a batch of codes, the one way for pages and commands: for a round that asks by code today or later, a month whose offers are
 * not frozen and a team that the round asks in; and with a line in the log, or not at all.
 *
 * @param by the user, or null for whoever runs the server
 */
export function makeCodes(
	{ db, keysFolder, plan }: { db: Db; keysFolder: string; plan: Plan },
	asked: Asked,
	{ by, today, now }: { by: string | null; today: Day; now: Date }
): Outcome<Refusal, { round: Round; batch: number; codes: string[] }> {
	return immediately(db, () => {
		const { team: typed, month, count, request, home, isWaiting } = asked;
		const round = collecting.sendable(db, today).find(({ id }) => id === asked.round);
		if (!round) return { ok: false, reason: 'bad-round' };
		if (!Number.isInteger(count) || count < 1 || count > COUNT_MAX) {
			return { ok: false, reason: 'bad-count' };
		}
		if (!collecting.openMonths(db, round, today).includes(month)) {
			return { ok: false, reason: 'bad-month' };
		}
		const team = collecting.teamsOf(plan, round).find(({ id }) => id === typed);
		if (typed !== '' && !team) return { ok: false, reason: 'bad-team' };
		if (request && codes.isMade(db, request)) return { ok: false, reason: 'already-made' };
		const { id, prefix } = round;
		const made = codes.makeBatch(db, keysFolder, {
			...{ round: id, prefix, team: team?.id, month, count, request, home, isWaiting },
			madeOn: today
		});
		audit.log(db, {
			who: by,
			what: 'codes-made',
			about: collecting.batchInWords(round, month, team, made.codes.length),
			...audit.moment(now)
		});
		return { ok: true, round, batch: made.id, codes: made.codes };
	});
}
