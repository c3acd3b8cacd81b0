import type { Day } from '../calendar.ts';
import { toSubmission, type Draft } from '../survey/answers.ts';
import type { HandoutRound } from '../survey/handout.ts';
import type { NotOfferedReason, Submission } from '../survey/submission.ts';
import type { End } from './handover.ts';

type Asked = {
	round: Pick<HandoutRound, 'id' | 'questionnaire'>;
	team: string | undefined;
	today: Day;
};

/** A handover's one submission. Nothing of a draft that was not sent goes with it. */
export function endOf(
	end: End,
	{ draft, language, ...asked }: Asked & { draft: Draft; language: string }
): Submission {
	const said = end === 'sent' ? draft : { id: draft.id, answers: {}, comment: '' };
	const submission = toSubmission(said, { ...asked, language, channel: 'tablet' });
	return {
		...submission,
		...(asked.team && { team: asked.team }),
		...(end !== 'sent' && { outcome: end })
	};
}

/** A citizen who was not asked is counted too, with the reason: else only those who are pleased could be asked, unseen. */
export const notAsked = (id: string, reason: NotOfferedReason, asked: Asked): Submission => ({
	...endOf('declined', {
		...asked,
		draft: { id, answers: {}, comment: '' },
		language: 'da'
	}),
	outcome: 'not-offered',
	reason
});
