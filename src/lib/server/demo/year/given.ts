import type { Day, Month } from '../../../calendar.ts';
import { withCheck } from '../../../survey/code.ts';
import type { Round } from '../../../survey/round.ts';
import type { Submission } from '../../../survey/submission.ts';

/** Codes sent, or paper forms handed out, in one month to one team's citizens. */
export type GivenBatch = {
	round: string;
	channel: 'code' | 'paper';
	team?: string;
	month: Month;
	invited: number;
};

/** The code at `index` of the batch at `batch` in the list of batches; real codes are random and made by the server. */
export type GivenCode = { batch: number; index: number } | 'unknown';

export type GivenSubmission = { submission: Omit<Submission, 'code'>; code?: GivenCode };

/** What arrives on one day, in order. */
export type Phase = { today: Day; submissions: GivenSubmission[] };

/** All that happened to one municipality, as its citizens and caseworkers know it. */
export type Given = { rounds: Round[]; batches: GivenBatch[]; phases: Phase[] };

/** Well formed, but never handed out. */
const UNKNOWN_RANDOM_PART = '2222222';

/** The submission as the device sends it: with the real code, where there is one. */
export function withCode(
	given: GivenSubmission,
	codes: readonly (readonly string[])[],
	prefix: string
): Submission {
	if (!given.code) return given.submission;
	if (given.code === 'unknown') {
		return { ...given.submission, code: withCheck(prefix, UNKNOWN_RANDOM_PART) };
	}
	const code = codes[given.code.batch]?.[given.code.index];
	if (!code) throw new Error(`no code ${given.code.index} in batch ${given.code.batch}`);
	return { ...given.submission, code };
}
