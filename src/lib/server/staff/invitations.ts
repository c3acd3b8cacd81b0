import { immediately, type Db } from '../core/database.ts';
import { hashOf, token } from '../core/secrets.ts';
import * as users from './users.ts';

export const INVITATION_DAYS = 7;
const RESET_HOURS = 24;

export type Kind = 'invitation' | 'password';

/**
 * A link that works once: to choose the first password, or a new one. Earlier links of this user stop working.
 * @returns the token for the link's fragment, which no log ever sees; the file keeps its hash
 */
export function make(db: Db, user: string, { kind, now }: { kind: Kind; now: Date }): string {
	const made = token();
	const hours = kind === 'invitation' ? INVITATION_DAYS * 24 : RESET_HOURS;
	const expiresAt = Math.floor(now.getTime() / 1000) + hours * 3600;
	immediately(db, () => {
		db.prepare<[string]>('delete from invitation where user = ?').run(user);
		db.prepare<[Buffer, string, Kind, number]>(
			'insert into invitation (hash, user, kind, expires_at) values (?, ?, ?, ?)'
		).run(hashOf(made), user, kind, expiresAt);
	});
	return made;
}

/** Whose link this is, while it works. */
export function find(db: Db, presented: string, now: Date): users.User | undefined {
	const user = db
		.prepare<[Buffer, number], string>(
			'select user from invitation where hash = ? and expires_at > ?'
		)
		.pluck()
		.get(hashOf(presented.trim()), now.getTime() / 1000);
	const found = user === undefined ? undefined : users.find(db, user);
	return found?.active ? found : undefined;
}

/**
 * Takes the link up: sets the password, ends every session and uses the link up, all or nothing.
 * @param hash of the password, as `password.hash` gives it
 */
export function accept(db: Db, presented: string, hash: string, now: Date): users.User | undefined {
	return immediately(db, () => {
		const user = find(db, presented, now);
		if (!user) return undefined;
		users.setPassword(db, user.id, hash);
		for (const table of ['invitation', 'session', 'device']) {
			db.prepare<[string]>(`delete from ${table} where user = ?`).run(user.id);
		}
		return user;
	});
}
