import { words as reportWords } from '../../src/lib/reports/words.ts';
import { assemble } from '../../src/lib/server/reports/assemble.ts';
import { staffed } from '../support/interviews.ts';
import { measured, plan, QUARTER, READ_ON } from '../support/reports.ts';
import { inTurns, perSecond, type Figure } from './measure.ts';

const TURNS = 15;
const A_TURN = 5;
/** The months of two quarters. */
const MONTHS = 6;

/** A quarter's report assembled over a million counted answers, against one over ten thousand: it reads released sums alone. */
export async function reports(): Promise<Figure> {
	const words = await reportWords();
	const over = (answers: number) => {
		const { db } = staffed();
		measured(db, plan, { more: Math.round(answers / MONTHS) });
		const prepared = { quarter: QUARTER, version: 1, changes: [], meetingOn: null, said: {} };
		return () => {
			const start = performance.now();
			for (let n = 0; n < A_TURN; n++) {
				assemble(db, plan, words, { prepared, asOf: READ_ON, audience: 'committee' });
			}
			return perSecond(A_TURN, performance.now() - start);
		};
	};
	const { ours, reference, ratio } = await inTurns(TURNS, over(1_000_000), over(10_000));
	const milliseconds = (rate: number) => `${(1000 / rate).toFixed(1)} ms`;
	return {
		name: 'A report over 1,000,000 counted answers',
		ours: milliseconds(ours),
		reference: `${milliseconds(reference)} one over 10,000`,
		wanted: { ratio, atLeast: 0.5 }
	};
}
