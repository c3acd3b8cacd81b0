import * as z from 'zod/mini';
import type { Db } from '../../core/database.ts';
import * as settings from '../../core/settings.ts';
import type { Finished } from '../oidc.ts';
import { ROLES } from '../access/role.ts';
import { fingerprint, loginOf, type OwnLogin } from './configuration.ts';

const IN_USE = 'own-login-in-use';
const TRIED = 'own-login-tried';

/** What an administrator saw when they tried the login out: enough to mend what is wrong, and no secrets. */
const Tried = z.object({
	mark: z.string(),
	on: z.string(),
	reason: z.optional(z.string()),
	/** For whoever runs the server: in the words of the check that failed. */
	flaw: z.optional(z.string()),
	name: z.optional(z.string()),
	email: z.optional(z.string()),
	level: z.optional(z.string()),
	/** What the login gave that could be a role, as it was written. */
	given: z.array(z.string()),
	roles: z.array(z.enum(ROLES))
});
export type Tried = Omit<z.infer<typeof Tried>, 'mark'>;

/** The login that lets people in: of one that is on trial, nobody but who tries it out comes further. */
export function usedLogin(db: Db, municipality: string): OwnLogin | undefined {
	const login = loginOf(municipality);
	return login && isInUse(db, login) ? login : undefined;
}

/** One on trial is in use when an administrator has said so, of this very configuration. */
export const isInUse = (db: Db, login: OwnLogin): boolean =>
	!login.trial || settings.get(db, IN_USE) === fingerprint(login);

/** Keeps what came of a trial, instead of what came of the last one. */
export const note = (db: Db, login: OwnLogin, tried: Tried): void =>
	settings.put(db, TRIED, JSON.stringify({ ...tried, mark: fingerprint(login) }));

/** What came of the last trial of this very configuration. */
export function lastTrial(db: Db, login: OwnLogin): Tried | undefined {
	const kept = settings.get(db, TRIED);
	const parsed = kept === undefined ? undefined : Tried.safeParse(JSON.parse(kept));
	if (!parsed?.success || parsed.data.mark !== fingerprint(login)) return undefined;
	const { mark: _, ...tried } = parsed.data;
	return tried;
}

/** @returns whether it is in use now: not before a trial of it has let someone in */
export function takeIntoUse(db: Db, login: OwnLogin): boolean {
	const tried = lastTrial(db, login);
	if (!tried || tried.reason !== undefined) return false;
	settings.put(db, IN_USE, fingerprint(login));
	return true;
}

export const takeOutOfUse = (db: Db): void => settings.put(db, IN_USE, '');

/** What came of a sign-in, as an administrator is told it. */
export const told = (
	finished: Finished,
	more: Pick<Tried, 'on' | 'given'> & Partial<Pick<Tried, 'level' | 'flaw'>>
): Tried => ({
	...more,
	roles: finished.ok ? finished.person.roles : [],
	...(finished.ok
		? { name: finished.person.name, email: finished.person.email }
		: { reason: finished.reason })
});
