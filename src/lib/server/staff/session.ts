import { createHash } from 'node:crypto';
import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import type { Db } from '../core/database.ts';
import { ifFree } from '../core/limits/patience.ts';
import type { Signed, Step } from './access/access.ts';
import type { Role } from './access/role.ts';
import * as users from './users.ts';

export const SESSION_IDLE_MINUTES = 30;
export const SESSION_HOURS = 10;
/** A sign-in that waits for its second factor. */
const STEP_MINUTES = 10;

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaOf>;
		DatabaseSessionAttributes: Attributes;
		DatabaseUserAttributes: Omit<Staff, 'id'>;
	}
}
type Attributes = { step: Step; browser: string; startedAt: Date };

export type Staff = { id: string; name: string; email: string; roles: Role[] };
export type Session = { id: string; step: Step; staff: Staff };
export type Cookie = {
	name: string;
	value: string;
	attributes: { path: string; httpOnly: true; secure: boolean; sameSite: 'lax'; maxAge: number };
};

/**
 * A new id at every step of a sign-in: one that was known before it is worth nothing after.
 * @returns the id for the cookie; the file keeps its SHA-256 only
 */
export async function start(
	db: Db,
	user: string,
	{ step, browser, now }: { step: Step; browser: string; now: Date }
): Promise<string> {
	const lucia = luciaOf(db, now);
	await lucia.deleteExpiredSessions();
	return (await lucia.createSession(user, { step, browser, startedAt: now })).id;
}

/** The session of a cookie, unless it has ended, idled or belongs to someone deactivated. Using it keeps it from idling. */
export async function read(db: Db, id: string, now: Date): Promise<Session | undefined> {
	const { session, user } = await luciaOf(db, now).validateSession(id);
	return session ? { id, step: session.step, staff: user } : undefined;
}

export const end = (db: Db, id: string): Promise<void> =>
	luciaOf(db, new Date()).invalidateSession(id);

/** "Log ud alle steder". @returns how many sessions ended */
export const endAll = (db: Db, user: string, { except }: { except?: string } = {}): number =>
	db
		.prepare<[string, Buffer]>('delete from session where user = ? and hash <> ?')
		.run(user, except ? hashOf(except) : Buffer.alloc(0)).changes;

/** @param key as `list` gives it; another user's key ends nothing */
export const endOne = (db: Db, user: string, key: string): boolean =>
	db
		.prepare<[string, Buffer]>('delete from session where user = ? and hash = ?')
		.run(user, Buffer.from(key, 'hex')).changes > 0;

export type Listed = {
	key: string;
	browser: string;
	startedAt: Date;
	usedAt: Date;
	isThis: boolean;
};

/** The sessions of a user that still work, latest used first. The key opens nothing: it is the hash of the id. */
export function list(db: Db, user: string, { now, id }: { now: Date; id?: string }): Listed[] {
	const own = id ? hashOf(id).toString('hex') : '';
	return db
		.prepare<[string], Row>(
			`select * from session where user = ? and step = 'done' order by used_at desc`
		)
		.all(user)
		.filter((row) => !hasEnded(row, now))
		.map((row) => ({
			key: row.hash.toString('hex'),
			browser: row.browser,
			startedAt: dateOf(row.started_at),
			usedAt: dateOf(row.used_at),
			isThis: row.hash.toString('hex') === own
		}));
}

/** What the table of roles asks of a session. */
export const signedOf = (found: Session | undefined): Signed | undefined =>
	found && { step: found.step, roles: found.staff.roles };

/** For this municipality's staff pages alone, unless another `path` is given; behind TLS only over TLS. */
export const cookieOf = (id: string, { municipality, secure, path = '/intern' }: Door): Cookie => ({
	name: cookieName(secure),
	value: id,
	attributes: {
		path: `/${municipality}${path}`,
		httpOnly: true,
		secure,
		sameSite: 'lax', // strict would lose it on the way back from the municipality's own login
		maxAge: SESSION_HOURS * 3600
	}
});
type Door = { municipality: string; secure: boolean; path?: string };

/** Whether cookies can be, and so must be, kept to TLS. */
export const isSecure = (url: URL): boolean => url.protocol === 'https:';

/** Browsers take a `__Secure-` name over TLS only. */
export const secureName = (name: string, secure: boolean): string =>
	secure ? `__Secure-${name}` : name;

export const cookieName = (secure: boolean): string => secureName('intern', secure);

const luciaOf = (db: Db, now: Date) =>
	new Lucia(adapterOf(db, now), {
		sessionExpiresIn: new TimeSpan(SESSION_HOURS, 'h'),
		getSessionAttributes: ({ step }) => ({ step }),
		getUserAttributes: ({ name, email, roles }) => ({ name, email, roles })
	});

type Row = {
	hash: Buffer;
	user: string;
	step: Step;
	browser: string;
	started_at: number;
	used_at: number;
	expires_at: number;
};

/** Lucia's own adapters keep the id itself; this one keeps its hash, and knows the idle limit. */
function adapterOf(db: Db, now: Date): Adapter {
	return {
		async getSessionAndUser(id) {
			const row = db.prepare<[Buffer], Row>('select * from session where hash = ?').get(hashOf(id));
			if (!row) return [null, null];
			if (hasEnded(row, now)) {
				ifFree(() => db.prepare<[Buffer]>('delete from session where hash = ?').run(row.hash));
				return [null, null];
			}
			if (minuteOf(now) > row.used_at) {
				// What is only read can be read while another program holds the file.
				ifFree(() =>
					db
						.prepare<[number, Buffer]>('update session set used_at = ? where hash = ?')
						.run(minuteOf(now), row.hash)
				);
			}
			const user = users.find(db, row.user);
			const { id: userId, ...attributes } = user ?? { id: row.user };
			return [
				sessionOf(row, id),
				user?.active ? { id: userId, attributes: attributes as Omit<Staff, 'id'> } : null
			];
		},
		async getUserSessions(user) {
			return db
				.prepare<[string], Row>('select * from session where user = ?')
				.all(user)
				.map((row) => sessionOf(row, row.hash.toString('hex')));
		},
		async setSession({ id, userId, attributes: { step, browser, startedAt } }) {
			const started = minuteOf(startedAt);
			const seconds = step === 'done' ? SESSION_HOURS * 3600 : STEP_MINUTES * 60;
			db.prepare<[Buffer, string, Step, string, number, number, number]>(
				`insert into session (hash, user, step, browser, started_at, used_at, expires_at)
				 values (?, ?, ?, ?, ?, ?, ?)`
			).run(hashOf(id), userId, step, browser, started, started, started + seconds);
		},
		// The absolute limit stands, however busy a session is.
		async updateSessionExpiration() {},
		async deleteSession(id) {
			db.prepare<[Buffer]>('delete from session where hash = ?').run(hashOf(id));
		},
		async deleteUserSessions(user) {
			endAll(db, user);
		},
		async deleteExpiredSessions() {
			const seconds = minuteOf(now);
			db.prepare<[number, number]>('delete from session where expires_at <= ? or used_at <= ?').run(
				seconds,
				seconds - SESSION_IDLE_MINUTES * 60
			);
		}
	};
}

const sessionOf = (row: Row, id: string): DatabaseSession => ({
	id,
	userId: row.user,
	expiresAt: dateOf(row.expires_at),
	attributes: { step: row.step, browser: row.browser, startedAt: dateOf(row.started_at) }
});

const hasEnded = (row: Row, now: Date): boolean =>
	now.getTime() / 1000 >= Math.min(row.expires_at, row.used_at + SESSION_IDLE_MINUTES * 60);

const hashOf = (id: string): Buffer => createHash('sha256').update(id).digest();
const minuteOf = (date: Date): number => Math.floor(date.getTime() / 60_000) * 60;
const dateOf = (seconds: number): Date => new Date(seconds * 1000);
