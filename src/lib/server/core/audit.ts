import type { Day } from '../../calendar.ts';
import { folded, type Db } from './database.ts';
import { today } from './environment.ts';
import * as throttle from './limits/throttle.ts';

/** What can be done; each has its Danish words in the staff messages. */
export const DEEDS = [
	'signed-in',
	'sign-in-failed',
	'sign-in-throttled',
	'second-factor-failed',
	'recovery-code-used',
	'signed-out',
	'sessions-ended',
	'password-set',
	'password-changed',
	'second-factor-set-up',
	'second-factor-renewed',
	'recovery-codes-renewed',
	'own-login-refused',
	'own-login-used',
	'own-login-paused',
	'notices-on',
	'notices-off',
	'administrator-named',
	'user-invited',
	'user-invited-again',
	'roles-changed',
	'user-deactivated',
	'user-reactivated',
	'password-reset',
	'second-factor-reset',
	'access-refused',
	'log-exported',
	'round-tried',
	'round-opened',
	'round-extended',
	'round-stopped',
	'round-withdrawn',
	'unit-lost',
	'codes-made',
	'codes-taken',
	'batch-corrected',
	'batch-voided',
	'key-rotated',
	'copy-restored',
	'paper-handed-out',
	'paper-keyed',
	'meetings-entered',
	'compliance-entered',
	'settings-changed',
	'look-changed',
	'figure-entered',
	'figures-imported',
	'figures-fetched',
	'goals-shown',
	'initiative-begun',
	'initiative-written',
	'initiative-moved',
	'committee-changed',
	'plan-changed',
	'team-sizes-confirmed',
	'interview-course-begun',
	'interview-course-changed',
	'interview-course-cancelled',
	'draw-locked',
	'draw-restarted',
	'draw-number-typed',
	'draw-made',
	'person-noted',
	'person-unnoted',
	'person-known',
	'person-called',
	'interview-begun',
	'interview-held',
	'interview-withdrawn',
	'notes-written',
	'notes-read',
	'notes-erased',
	'notes-journal-decided',
	'passages-coded',
	'summary-written',
	'summary-sent',
	'summary-returned',
	'summary-seen',
	'summary-confirmed',
	'summary-in-material',
	'summary-out-of-material',
	'summary-decided',
	'report-written',
	'report-released',
	'report-corrected',
	'report-published',
	'report-unpublished',
	'report-decided',
	'compared-added',
	'compared-removed',
	'comment-shown',
	'comment-unshown',
	'comment-hidden',
	'tablet-started',
	'tablet-code-made',
	'tablet-revoked'
] as const;
export type Deed = (typeof DEEDS)[number];

/** `time` is to the minute, or empty where a minute could tell of a citizen. */
export type Moment = { day: Day; time: string };

const clock = new Intl.DateTimeFormat('sv-SE', {
	timeZone: 'Europe/Copenhagen',
	hour: '2-digit',
	minute: '2-digit'
});

export const moment = (now: Date): Moment => ({ day: today(), time: clock.format(now) });

/**
 * Adds a line that stays: never an answer, a comment, a code or a citizen.
 * @param who the user, or null when nobody is signed in
 * @param about what it was done to: a user's e-mail address, a round, a file
 */
export function log(
	db: Db,
	{
		who,
		what,
		about = '',
		day,
		time = ''
	}: { who: string | null; what: Deed; about?: string; day: Day; time?: string }
): void {
	db.prepare<[Day, string, string | null, Deed, string]>(
		'insert into audit (day, time, who, what, about) values (?, ?, ?, ?, ?)'
	).run(day, time, who, what, about.slice(0, ABOUT_MAX));
}

/** What somebody signed in was refused. Lines stay for a year and are not anyone's to fill: so many a day of each person. */
export function logRefusal(db: Db, entry: { who: string; about: string; now: Date }): void {
	const { who, about, now } = entry;
	const where = { place: db.name, now: now.getTime() };
	if (throttle.take('refusals-logged', who, where) > 0) return;
	log(db, { who, what: 'access-refused', about, ...moment(now) });
}

/** Where a line for each time would tell how many citizens there were. */
export function logOnceADay(db: Db, entry: Parameters<typeof log>[1]): void {
	const known = db
		.prepare<[Day, string | null, Deed, string]>(
			'select 1 from audit where day = ? and who is ? and what = ? and about = ?'
		)
		.get(entry.day, entry.who, entry.what, entry.about ?? '');
	if (!known) log(db, { ...entry, time: '' });
}

const ABOUT_MAX = 200;

export type Line = {
	id: number;
	day: Day;
	time: string;
	what: Deed;
	about: string;
	/** Empty where nobody was signed in. */
	name: string;
	email: string;
};
export type Search = { text: string; what: Deed | ''; from: Day | ''; to: Day | '' };

/** Newest first. `text` is looked for in names, e-mail addresses and what it was about. */
export function search(
	db: Db,
	{ text, what, from, to }: Search,
	{ limit, offset }: { limit: number; offset: number }
): { lines: Line[]; total: number } {
	const pattern = `%${folded(text.trim()).replace(/[\\%_]/g, '\\$&')}%`;
	const where = `where (? = '' or what = ?) and (? = '' or day >= ?) and (? = '' or day <= ?)
		and folded(coalesce(name, '') || char(10) || coalesce(email, '') || char(10) || about) like ? escape '\\'`;
	const values = [what, what, from, from, to, to, pattern];
	const source = 'from audit left join user on user.id = audit.who';
	const total = db
		.prepare<string[], number>(`select count(*) ${source} ${where}`)
		.pluck()
		.get(...values);
	const lines = db
		.prepare<(string | number)[], Line>(
			`select audit.id, day, time, what, about, coalesce(name, '') as name, coalesce(email, '') as email
			 ${source} ${where} order by audit.id desc limit ? offset ?`
		)
		.all(...values, limit, offset);
	return { lines, total: total ?? 0 };
}

/** Retention: the file itself refuses what is younger than a year. @returns how many lines went */
export const erase = (db: Db, { before }: { before: Day }): number =>
	db.prepare<[Day]>('delete from audit where day < ?').run(before).changes;
