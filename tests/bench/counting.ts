import * as intake from '../../src/lib/server/intake/intake.ts';
import { bare } from './bare.ts';
import { inThousands, inTurns, perSecond, type Figure, WARM_UP } from './measure.ts';
import { answers, bench, someDay } from './municipality.ts';

const TURNS = 25;
const BATCH = 50;
const BATCHES = 20;
const PER_TURN = BATCH * BATCHES;

/** Counting in process against a bare group commit of the same rows, with the same pragmas and triggers, and a synced key. */
export async function counting(): Promise<Figure> {
	const site = bench('2026-01-01', '2026-06-30');
	const today = someDay(site);
	const submissions = answers(site, PER_TURN * (TURNS + WARM_UP));
	const reference = bare(site, PER_TURN * (TURNS + WARM_UP));
	try {
		const rates = await inTurns(
			TURNS,
			async (turn) => {
				const started = performance.now();
				for (let batch = 0; batch < BATCHES; batch++) {
					const from = turn * PER_TURN + batch * BATCH;
					const group = submissions.slice(from, from + BATCH);
					const replies = await intake.count(site.db, site.keysFolder, group, today);
					if (replies.some((reply) => reply?.outcome !== 'counted')) throw new Error('not counted');
				}
				return perSecond(PER_TURN, performance.now() - started);
			},
			() => {
				const started = performance.now();
				for (let batch = 0; batch < BATCHES; batch++) reference.commit(BATCH);
				return perSecond(PER_TURN, performance.now() - started);
			}
		);
		reference.requireSameRows();
		return {
			name: `Counting in process, ${BATCH} per commit, keys moving on`,
			ours: inThousands(rates.ours),
			reference: `${inThousands(rates.reference)} bare group commit of the same rows and a synced key`,
			wanted: { ratio: rates.ratio, atLeast: 0.6 }
		};
	} finally {
		reference.remove();
		site.remove();
	}
}
