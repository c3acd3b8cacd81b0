import { municipality, round, submission } from '../../../../tests/support/survey.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import type { Submission } from '../../survey/submission.ts';
import * as keys from '../core/keys.ts';
import { makeKeyPair } from '../core/opener.ts';
import * as box from '../rounds/box.ts';
import * as codes from '../rounds/codes.ts';
import * as grants from '../tablet/grants.ts';
import * as intake from './intake.ts';

export const today = '2026-02-28';
export const pair = makeKeyPair();
/** Nobody here has it. */
export const stranger = makeKeyPair();

/** A municipality with a round, a code, a tablet, and ways to send to it and to look at what came of it. */
export function place() {
	const made = municipality();
	keys.addKeyPair(made.keysFolder, { ...pair, madeOn: '2026-01-01' });
	const batch = { round: round.id, prefix: 'AB', team: 'nord', month: '2026-02', count: 50 };
	const [code = '', other = ''] = codes.make(made.db, made.keysFolder, batch);
	const tablet = grants.find(
		made.db,
		grants.make(made.db, { round: round.id, channel: 'tablet', team: 'syd' })
	);
	const count = (unit: string, name: string) =>
		box.read(made.db, { ...made, ...made.kept, unit, kind: 'month' }).get(name);
	const total = () =>
		['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'].reduce(
			(sum, unit) =>
				sum + (count(unit, 'asked||||answered') ?? 0) + (count(unit, 'open||||answered') ?? 0),
			0
		);
	const size = (table: string): number =>
		made.db.prepare<[], { n: number }>(`select count(*) as n from ${table}`).get()?.n ?? 0;
	const post = async (
		changed: Partial<Submission>,
		{ grant = undefined as grants.Grant | undefined, day = today, key = pair } = {}
	) => {
		const envelope = await sealSubmission(submission({ channel: 'open', ...changed }), key);
		const {
			results: [reply]
		} = await intake.receive(made.db, made.keysFolder, [envelope], {
			grant,
			today: day
		});
		return { reply, envelope };
	};
	return { ...made, code, other, tablet, count, total, size, post };
}
