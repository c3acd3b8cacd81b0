import type { Day } from '../../calendar.ts';
import { isReadByCommittee } from '../../interviews/review.ts';
import { emptyLog, immediately, type Db } from '../core/database.ts';
import * as interviews from './interviews.ts';
import * as people from './people.ts';
import * as review from './review.ts';
import type { Reviewer } from './reviewers.ts';
import * as summaries from './summaries.ts';
import type { Outcome } from '../../outcome.ts';

type Refusal = 'ended' | 'not-holder' | 'too-late';

/**
 * The citizen has changed their mind. All that they said goes at once: notes, passages, and the interview's own summary.
 * Once the committee may read it, it is too late, as the words of consent say.
 */
export function withdraw(db: Db, id: string, by: Reviewer, today: Day): Outcome<Refusal> {
	const outcome = immediately<Outcome<Refusal>>(db, () => {
		const interview = interviews.find(db, id);
		if (!interview || interview.isWithdrawn) return { ok: false, reason: 'ended' };
		if (!interviews.isHolder(interview, by.user)) return { ok: false, reason: 'not-holder' };
		const about = summaries.about(db, interview);
		if (about.some(({ state }) => isReadByCommittee(state)))
			return { ok: false, reason: 'too-late' };
		const { course, number, heldOn } = interview;
		people.note(db, course, { number, note: heldOn ? 'withdraw' : 'no', user: by.user });
		db.prepare('delete from interview_note where interview = ?').run(id);
		db.prepare('delete from passage where interview = ?').run(id);
		db.prepare("update interview set ended = 'withdrawn', notes_erased_on = ? where id = ?").run(
			today,
			id
		);
		const own = about.find((each) => each.interview === id);
		if (own) {
			summaries.eraseTexts(db, own.id);
			const moved = review.withdraw(db, own.id, by, today);
			if (!moved.ok) throw new Error(`a summary could not be withdrawn: ${moved.reason}`);
		}
		return { ok: true };
	});
	emptyLog(db);
	return outcome;
}
