import type { Db } from '../core/database.ts';
import type { KeptRound, Unit } from '../rounds/rounds.ts';
import * as rounds from '../rounds/rounds.ts';

export type Invited = { channel: string; team: string | null; n: number };

/** Codes sent and paper handed out in a span's months, but for those whose answers are lost: a share of them would be wrong. */
export const invited = (db: Db, { round }: KeptRound, span: Unit): Invited[] =>
	db
		.prepare<[string, string], Invited>(
			`select channel, team, sum(invited) as n from batch
			 where batch.round = ? and batch.state = 'out' and month in (select value from json_each(?))
			 and not exists (select 1 from unit
				where unit.round = batch.round and unit.unit = batch.month and unit.state = 'lost')
			 group by channel, team`
		)
		.all(round.id, JSON.stringify(rounds.monthsOf(round, span)));

/** What the whole municipality offered and was answered in a quarter: `answered` is what its months have released. */
export function ofQuarter(
	db: Db,
	kept: KeptRound,
	quarter: Unit
): { offers: { [answer: string]: number }; answered: number } {
	const months = JSON.stringify(rounds.monthsOf(kept.round, quarter));
	const released = (answers: string[]): number =>
		db
			.prepare<[string, string, string], number | null>(
				`select sum(n) from released where round = ? and series = 'asked' and breakdown = ''
				 and item = '' and unit in (select value from json_each(?))
				 and answer in (select value from json_each(?))`
			)
			.pluck()
			.get(kept.round.id, months, JSON.stringify(answers)) ?? 0;
	const sent = (channel: string) =>
		invited(db, kept, quarter)
			.filter((batch) => batch.channel === channel)
			.reduce((total, { n }) => total + n, 0);
	return {
		offers: {
			'offered:code': sent('code'),
			'offered:paper': sent('paper'),
			'offered:tablet': released(['tablet:answered', 'tablet:declined', 'tablet:later'])
		},
		answered: released(['answered'])
	};
}
