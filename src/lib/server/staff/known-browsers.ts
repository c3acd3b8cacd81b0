import { addDays, type Day } from '../../calendar.ts';
import { immediately, type Db } from '../core/database.ts';
import { hashOf, token } from '../core/secrets.ts';

export const DEVICE_DAYS = 180;
const PER_USER_MAX = 10;

/**
 * Remembers a browser that someone has signed in from, so that a stranger who tries their password
 * again and again cannot keep them out: a known browser's attempts are counted apart.
 * @returns a token for its cookie; it opens nothing
 */
export function remember(db: Db, user: string, today: Day): string {
	const made = token();
	immediately(db, () => {
		db.prepare<[Day]>('delete from device where used_on < ?').run(addDays(today, -DEVICE_DAYS));
		db.prepare<[string, string, number]>(
			`delete from device where user = ? and hash not in
			 (select hash from device where user = ? order by used_on desc limit ?)`
		).run(user, user, PER_USER_MAX - 1);
		db.prepare<[Buffer, string, Day]>(
			'insert into device (hash, user, used_on) values (?, ?, ?)'
		).run(hashOf(made), user, today);
	});
	return made;
}

export const forget = (db: Db, cookie: string): void =>
	void db.prepare<[Buffer]>('delete from device where hash = ?').run(hashOf(cookie));

export const isKnown = (db: Db, user: string, cookie: string | undefined, today: Day): boolean =>
	cookie !== undefined &&
	db
		.prepare<[Day, Buffer, string]>('update device set used_on = ? where hash = ? and user = ?')
		.run(today, hashOf(cookie), user).changes === 1;
