import { randomUUID } from 'node:crypto';
import type { Day, Month } from '../../calendar.ts';
import type { Acknowledgement, Submission } from '../../survey/submission.ts';
import type { Db } from '../core/database.ts';
import * as intake from './intake.ts';
import { admit } from './admission.ts';
import * as rounds from '../rounds/rounds.ts';
import { Trouble } from '../core/trouble.ts';

/** A filled-in form as someone keys it in. It ceases to exist when it is counted, and so does the paper. */
export type PaperForm = Pick<Submission, 'id' | 'language' | 'about' | 'answers' | 'comment'> & {
	round: string;
	team?: string;
	/** The month of the meeting. */
	month: Month;
};

export const newId = (): string => randomUUID();

/**
 * Counts a keyed-in form by the door that everything else comes in by. An empty one is a respected no.
 * @returns undefined when the round takes no such form
 * @throws Trouble where it cannot be counted now
 */
export async function count(
	db: Db,
	keysFolder: string,
	form: PaperForm,
	today: Day
): Promise<Acknowledgement | undefined> {
	const kept = rounds.find(db, form.round);
	const { id, round, team, month, language, about, answers, comment } = form;
	const grant = { round, channel: 'paper' as const, team };
	const submission = admit(
		{
			id,
			round,
			questionnaire: kept?.round.questionnaire ?? '',
			answeredOn: `${month}-15`,
			channel: 'paper',
			language,
			outcome: 'answered',
			about,
			answers,
			comment
		},
		kept,
		grant
	);
	if (!submission || !kept) return undefined;
	const [acknowledgement] = await intake.count(db, keysFolder, [submission], today);
	// No word of it means that the fault is ours: whoever keys it in still has the paper.
	if (!acknowledgement) throw new Trouble('key-missing', keysFolder);
	return acknowledgement;
}
