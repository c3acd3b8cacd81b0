import { expect, it } from 'vitest';
import { many, municipality, round, submission } from '../../../../tests/support/survey.ts';
import { responseOf } from '../../results/figure.ts';
import * as codes from '../rounds/codes.ts';
import * as daily from '../daily.ts';
import type { Db } from '../core/database.ts';
import * as fieldwork from '../results/fieldwork.ts';
import type { Grant } from './grants.ts';
import * as homeCodes from './home-codes.ts';
import * as intake from '../intake/intake.ts';
import { admit } from '../intake/admission.ts';

const today = '2026-02-10';
const grant: Grant = { round: round.id, channel: 'tablet', team: 'nord' };
const shown = (db: Db, breakdown: string, category = ''): { [answer: string]: number } =>
	Object.fromEntries(
		db
			.prepare<[string, string], [string, number]>(
				`select answer, sum(n) from released
				 where series = 'asked' and breakdown = ? and category = ? and item = '' group by answer`
			)
			.raw()
			.all(breakdown, category)
	);

/** A quarter of one team's tablet: of 15 who would rather answer at home, 9 do. */
async function lived(changed: Parameters<typeof municipality>[0] = {}) {
	const at = municipality(changed);
	const stock = [1, 2, 3, 4].flatMap(() => homeCodes.stock(at.db, at.keysFolder, grant, today));
	const team = 'nord';
	const atHome = stock.slice(0, 9).map((code) => submission({ channel: 'code', code }));
	const submissions = [
		...many(40, { team }),
		...many(10, { team, outcome: 'declined', answers: {} }),
		...many(15, { team, outcome: 'later', answers: {} }),
		...many(5, { team, outcome: 'not-offered', reason: 'no-time', answers: {} })
	];
	const admitted = [
		...submissions.map((each) => admit(each, at.kept, grant)),
		...atHome.map((each) => admit(each, at.kept, undefined))
	].flatMap((each) => each ?? []);
	const replies = await intake.count(at.db, at.keysFolder, admitted, today);
	expect(replies.map((reply) => reply?.outcome)).toEqual(Array(79).fill('counted'));
	return { ...at, stock };
}

it('is no second offer: who is asked at the tablet and answers at home is asked once and answers once', async () => {
	const { db, keysFolder } = await lived();
	daily.turn(db, keysFolder, '2026-12-31');
	const whole = shown(db, '');
	const offered = ['code', 'tablet', 'paper'].map((channel) => whole[`offered:${channel}`]);
	expect(offered).toEqual([0, 65, 0]);
	expect(responseOf(whole['answered'] ?? 0, 65)).toMatchObject({
		answered: 49,
		rate: { k: 49, n: 65 }
	});
	expect([whole['tablet:later'], whole['code:answered']]).toEqual([15, 9]);
	expect(codes.batches(db, round.id)).toEqual([]);
});

it('counts for the tablet’s own team, among its offers', async () => {
	// Another team, so that one of them is not hidden for being alone.
	const { db, keysFolder, kept } = await lived();
	const others = many(40, { team: 'syd' }).map((each) => ({ ...each, team: 'syd' }));
	const declining = many(10, { team: 'syd', outcome: 'declined', answers: {} });
	expect(kept.round.breakdowns[0]?.categories).toContain('syd');
	await intake.count(db, keysFolder, [...others, ...declining], today);
	daily.turn(db, keysFolder, '2026-12-31');
	expect(shown(db, 'team', 'nord')).toMatchObject({ offered: 65, answered: 49 });
});

it('is taken where a round sends no other codes, and used once', async () => {
	const at = municipality({ channels: ['tablet'] });
	const [code] = homeCodes.stock(at.db, at.keysFolder, grant, today);
	const twice = many(2, { channel: 'code', code }).flatMap(
		(each) => admit(each, at.kept, undefined) ?? []
	);
	const replies = await intake.count(at.db, at.keysFolder, twice, today);
	expect(replies.map((reply) => reply?.outcome)).toEqual(['counted', 'not-counted']);
});

it('is as many each day whether any was given away or not, and none of them is a sending', async () => {
	const { db, keysFolder, stock } = await lived();
	expect(stock).toHaveLength(4 * homeCodes.STOCK);
	expect(new Set(stock).size).toBe(stock.length);
	for (let day = 1; day <= 9; day++) homeCodes.stock(db, keysFolder, grant, `2026-02-1${day}`);
	daily.turn(db, keysFolder, '2026-02-20');
	const rows = fieldwork.read(db, round.id)?.rows ?? [];
	expect(rows.filter(({ dimension }) => dimension === 'sending')).toEqual([]);
	expect(db.prepare('select count(*) from batch').pluck().get()).toBe(1);
});

it('is not to be had for a round that is over or a grant that is no tablet’s', () => {
	const { db, keysFolder } = municipality();
	expect(homeCodes.stock(db, keysFolder, grant, '2026-07-01')).toEqual([]);
	expect(homeCodes.stock(db, keysFolder, { ...grant, channel: 'paper' }, today)).toEqual([]);
});
