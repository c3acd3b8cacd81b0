import { addDays, type Day } from '../../calendar.ts';
import { isReadByCommittee } from '../../interviews/review.ts';
import * as audit from '../core/audit.ts';
import { immediately, type Db } from '../core/database.ts';
import * as courses from './courses.ts';
import type { Course } from './courses.ts';
import * as interviews from './interviews.ts';
import type { Interview } from './interviews.ts';
import * as review from './review.ts';
import * as settings from '../core/settings.ts';
import * as summaries from './summaries.ts';

/** Notes that nobody has made a seen summary of are not kept for ever. */
export const UNSEEN_NOTES_DAYS = 365;

export type Erasure = {
	interview: Interview;
	/** When the notes go, at the latest. */
	on: Day;
	/** The municipality has said that a decision on filing must come first, and it has not been made. */
	waits: boolean;
};

/** When an interview's notes are erased, and what they wait for. */
export function erasureOf(db: Db, course: Course, interview: Interview): Erasure {
	const days = settings.notesDays(db);
	const begins = course.cancelled?.on ?? seenOn(db, interview);
	const backstop = addDays(interview.heldOn ?? interview.consentedOn, UNSEEN_NOTES_DAYS);
	const on = begins === undefined ? backstop : addDays(begins, days);
	return { interview, on, waits: settings.notesAwaitJournal(db) && course.journal === undefined };
}

/**
 * Erases raw notes whose time has come: the notes, the words of passages that may not be quoted, and earlier versions that
 * somebody could be recognised from. What is counted and what may be quoted stays. @returns how many rows went
 */
export function erase(db: Db, today: Day): number {
	return immediately(db, () =>
		courses.list(db).reduce((sum, course) => {
			const due = interviews
				.list(db, course.id)
				.filter(({ notesErasedOn }) => notesErasedOn === null)
				.map((interview) => erasureOf(db, course, interview))
				.filter(({ on, waits }) => !waits && on <= today);
			for (const { interview } of due) {
				eraseNotes(db, interview, today);
				audit.log(db, { who: null, what: 'notes-erased', about: course.name, day: today });
			}
			return sum + due.length;
		}, 0)
	);
}

function eraseNotes(db: Db, interview: Interview, today: Day): void {
	const { id } = interview;
	db.prepare('delete from interview_note where interview = ?').run(id);
	db.prepare("update passage set text = '' where interview = ? and quote <> 'verbatim'").run(id);
	db.prepare("update passage set wording = '' where interview = ? and quote = 'no'").run(id);
	db.prepare('update interview set notes_erased_on = ? where id = ?').run(today, id);
	for (const summary of summaries.about(db, interview)) {
		forgetRecognisable(db, summary.id);
		// A draft of this interview that was never sent is notes too.
		if (summary.state === 'draft' && summary.interview === id) summaries.eraseTexts(db, summary.id);
	}
}

/** The last version is what was seen; of earlier ones those go that a remark says somebody could be recognised from. */
function forgetRecognisable(db: Db, summary: string): void {
	const last = summaries.latest(db, summary)?.version ?? 0;
	const marked = summaries.remarks(db, summary).filter((each) => each.recognisable);
	for (const version of new Set(marked.map((each) => each.version))) {
		if (version >= last) continue;
		db.prepare("update summary_version set text = '' where summary = ? and version = ?").run(
			summary,
			version
		);
		db.prepare(
			"update summary_remark set text = '', start_at = 0, end_at = 0 where summary = ? and version = ?"
		).run(summary, version);
	}
}

/** When the summary of an interview was seen: its own, or, where it has none, its course's. */
function seenOn(db: Db, interview: Interview): Day | undefined {
	const about = summaries.about(db, interview).filter(({ state }) => state !== 'withdrawn');
	const deciding = about.find((each) => each.interview === interview.id) ?? about[0];
	if (!deciding || !isReadByCommittee(deciding.state)) return undefined;
	return review.steps(db, deciding.id).find(({ to }) => to === 'seen')?.day;
}
