import { addDays, type Day } from '../../calendar.ts';
import { immediately, type Db } from '../core/database.ts';

/** What is told to the municipality's own program, and to no person. */
export const MUNICIPALITY = '';

/** A relay that fails is tried again at later turns of the day, and no more often than this. */
export const TRIES_A_DAY = 5;
/** What has been told and still awaits is told again after so long. */
const REMIND_DAYS = 7;

type Row = { day: Day; state: string; tries: number; told: string; toldOn: Day | '' };

/**
 * Takes the day's notice to one of them upon oneself, in the file's own transaction: of all processes and turns of a day, one has
 * it. What was being sent when a process ended is not sent again that day.
 *
 * @param waiting what awaits them now, asked only of who may still be told today
 * @returns whether they are to be told
 */
export function take(db: Db, user: string, today: Day, waiting: () => string[]): boolean {
	// Most turns of a day stop here, without a look at anything else.
	if (isOver(find(db, user), today)) return false;
	const now = waiting();
	return immediately(db, () => {
		const row = find(db, user);
		if (isOver(row, today)) return false;
		const told = row?.told ? row.told.split(',') : [];
		const isNews = now.some((each) => !told.includes(each));
		const isDue = now.length > 0 && addDays(row?.toldOn || today, REMIND_DAYS) <= today;
		const tells = isNews || isDue;
		write(db, user, {
			day: today,
			state: tells ? 'sending' : 'none',
			tries: tells ? (row?.day === today ? row.tries : 0) + 1 : 0,
			// What no longer awaits is news when it does so again.
			told: (tells ? told : told.filter((each) => now.includes(each))).join(),
			toldOn: row?.toldOn ?? ''
		});
		return tells;
	});
}

export const sent = (db: Db, user: string, today: Day, waiting: string[]): void =>
	immediately(db, () => {
		const row = find(db, user);
		// Turned off meanwhile: nothing is kept.
		if (row) write(db, user, { ...row, state: 'sent', told: waiting.join(), toldOn: today });
	});

/** @param isFinal whether it is of no use to try again today */
export const failed = (db: Db, user: string, isFinal: boolean): void =>
	immediately(db, () => {
		const row = find(db, user);
		if (!row) return;
		write(db, user, { ...row, state: 'failed', tries: isFinal ? TRIES_A_DAY : row.tries });
	});

const isOver = (row: Row | undefined, today: Day): boolean =>
	row?.day === today && (row.state !== 'failed' || row.tries >= TRIES_A_DAY);

const find = (db: Db, user: string): Row | undefined =>
	db
		.prepare<[string], Row>(
			'select day, state, tries, told, told_on as toldOn from notice_turn where user = ?'
		)
		.get(user);

const write = (db: Db, user: string, { day, state, tries, told, toldOn }: Row): void =>
	void db
		.prepare<[string, Day, string, number, string, string]>(
			'insert or replace into notice_turn (user, day, state, tries, told, told_on) values (?, ?, ?, ?, ?, ?)'
		)
		.run(user, day, state, tries, told, toldOn);
