import * as z from 'zod/mini';
import { isDraft } from '../../i18n/messages.ts';
import { THRESHOLD } from '../../results/suppression.ts';
import { immediately, prepared, type Db } from './database.ts';
import { environment } from './environment.ts';
import { Trouble } from './trouble.ts';
import type { Outcome } from '../../outcome.ts';

export const THRESHOLD_MAX = 100;

/** What a municipality decides for itself. `languages`: those of the plan that are offered, Danish always. */
export const Settings = z.strictObject({
	threshold: z.int().check(z.gte(THRESHOLD), z.lte(THRESHOLD_MAX)),
	/** Months that a released comment is kept. */
	commentMonths: z.int().check(z.gte(1), z.lte(60)),
	/** Years that the audit log is kept; the file itself refuses less than one. */
	auditYears: z.int().check(z.gte(1), z.lte(10)),
	languages: z.array(z.string()).check(z.minLength(1)),
	/** Whether the results can be read by everybody. */
	publicResults: z.boolean(),
	/** Days that an interview's raw notes are kept after its summary was seen. */
	notesDays: z.int().check(z.gte(0), z.lte(365)),
	/** Whether it must be decided first if they are to be filed elsewhere. */
	notesAwaitJournal: z.boolean()
});
export type Settings = z.infer<typeof Settings>;
export type Refusal = 'threshold-down' | 'no-danish' | 'unknown-language';

const COMMENT_MONTHS = 24;
const AUDIT_YEARS = 5;
const NOTES_DAYS = 60;

/** @param plan whose languages are offered until the municipality has chosen among them */
export function read(db: Db, plan: { languages: string[] }): Settings {
	return {
		threshold: threshold(db),
		commentMonths: commentMonths(db),
		auditYears: auditYears(db),
		languages: languages(db, plan),
		publicResults: isPublic(db),
		notesDays: notesDays(db),
		notesAwaitJournal: notesAwaitJournal(db)
	};
}

/** The threshold only goes up, and only later releases go by it: what is released never changes. */
export function change(db: Db, plan: { languages: string[] }, wanted: Settings): Outcome<Refusal> {
	return immediately(db, () => {
		if (wanted.threshold < threshold(db)) return { ok: false, reason: 'threshold-down' };
		if (!wanted.languages.includes('da')) return { ok: false, reason: 'no-danish' };
		if (!wanted.languages.every((each) => plan.languages.includes(each))) {
			return { ok: false, reason: 'unknown-language' };
		}
		put(db, 'threshold', String(wanted.threshold));
		put(db, 'comment-months', String(wanted.commentMonths));
		put(db, 'audit-years', String(wanted.auditYears));
		put(db, 'languages', wanted.languages.join(','));
		put(db, 'public-results', wanted.publicResults ? 'on' : 'off');
		put(db, 'notes-days', String(wanted.notesDays));
		put(db, 'notes-await-journal', wanted.notesAwaitJournal ? 'on' : 'off');
		return { ok: true };
	});
}

/** Those of the plan that are offered. A draft is only where the municipality has said so. */
export function languages(db: Db, plan: { languages: string[] }): string[] {
	const chosen = get(db, 'languages')?.split(',');
	return plan.languages.filter((each) => (chosen ? chosen.includes(each) : !isDraft(each)));
}

/** The threshold that releases go by: ten, or what the municipality has raised it to. */
export const threshold = (db: Db): number =>
	Math.max(THRESHOLD, Number(get(db, 'threshold') ?? THRESHOLD));
export const commentMonths = (db: Db): number =>
	Number(get(db, 'comment-months') ?? COMMENT_MONTHS);
export const auditYears = (db: Db): number => Number(get(db, 'audit-years') ?? AUDIT_YEARS);
export const notesDays = (db: Db): number => Number(get(db, 'notes-days') ?? NOTES_DAYS);
export const notesAwaitJournal = (db: Db): boolean => get(db, 'notes-await-journal') === 'on';
export const isPublic = (db: Db): boolean => get(db, 'public-results') !== 'off';

/** How many caseworkers each team has comes with the plan as a guess: until the municipality has said its own, nothing rests on it. */
export const areTeamSizesOurs = (db: Db): boolean => get(db, 'team-sizes') === 'ours';
export const confirmTeamSizes = (db: Db): void => put(db, 'team-sizes', 'ours');

/** Whose figures a demo has made up, or begun to. They must never pass for real: trouble where this is no demo. */
export const invented = (db: Db): Trouble | undefined =>
	get(db, 'demo') === undefined || environment().DEMO
		? undefined
		: new Trouble('invented', db.name);
export const noteInvented = (db: Db, how: 'begun' | 'done'): void => put(db, 'demo', how);

export const get = (db: Db, name: string): string | undefined =>
	prepared<[string], string>(db, 'select value from setting where name = ?').pluck().get(name);

export const put = (db: Db, name: string, value: string): void =>
	void db
		.prepare<[string, string]>('insert or replace into setting (name, value) values (?, ?)')
		.run(name, value);
