import type { Day } from '../../calendar.ts';
import { randomUUID } from 'node:crypto';
import { immediately, type Db } from '../core/database.ts';
import { areApart, isRole, type Role } from './access/role.ts';
import type { Outcome } from '../../outcome.ts';

export type User = {
	id: string;
	name: string;
	email: string;
	roles: Role[];
	active: boolean;
	demo: boolean;
	/** Signs in at the municipality's own login: no password, second factor or roles of ours to change. */
	ownLogin: boolean;
	hasPassword: boolean;
	hasSecondFactor: boolean;
};
type Row = {
	id: string;
	name: string;
	email: string;
	roles: string | null;
	active: number;
	demo: number;
	issuer: string | null;
	has_password: number;
	has_second_factor: number;
};
type Refusal =
	| 'email-taken'
	| 'no-role'
	| 'roles-apart'
	| 'own-access'
	| 'last-administrator'
	| 'own-login'
	| 'no-such-user';

const SELECT = `select id, name, email, active, demo, issuer, password is not null as has_password,
	(select group_concat(role) from user_role where user = user.id) as roles,
	exists (select 1 from totp where totp.user = user.id and confirmed = 1) as has_second_factor
	from user`;

/** Everyone who has or had access, by name. Nobody is deleted: the audit log needs their names. */
export const list = (db: Db): User[] =>
	db
		.prepare<[], Row>(SELECT)
		.all()
		.map(userOf)
		.sort((a, b) => a.name.localeCompare(b.name, 'da'));

export function find(db: Db, id: string): User | undefined {
	const row = db.prepare<[string], Row>(`${SELECT} where id = ?`).get(id);
	return row && userOf(row);
}

/** Only those with a password of ours. */
export function findByEmail(db: Db, email: string): User | undefined {
	const row = db
		.prepare<[string], Row>(`${SELECT} where issuer is null and email = ?`)
		.get(email.trim().toLowerCase());
	return row && userOf(row);
}

/** Someone who can sign in once they have taken up an invitation. */
export function add(
	db: Db,
	{
		name,
		email,
		roles,
		today,
		demo = false
	}: { name: string; email: string; roles: Role[]; today: Day; demo?: boolean }
): Outcome<Refusal, { user: User }> {
	const refusal = refusalOf(roles);
	if (refusal) return { ok: false, reason: refusal };
	return immediately(db, () => {
		if (findByEmail(db, email)) return { ok: false, reason: 'email-taken' };
		const id = randomUUID();
		db.prepare<[string, string, string, number, Day]>(
			'insert into user (id, name, email, demo, created_on) values (?, ?, ?, ?, ?)'
		).run(id, name.trim(), email.trim().toLowerCase(), Number(demo), today);
		writeRoles(db, id, roles);
		return { ok: true, user: userOf(rowOf(db, id)) };
	});
}

/** The municipality's own login says who this is and, at every sign-in, which roles they have. */
export function fromOwnLogin(
	db: Db,
	{
		issuer,
		subject,
		name,
		email,
		roles,
		today
	}: { issuer: string; subject: string; name: string; email: string; roles: Role[]; today: Day }
): User {
	return immediately(db, () => {
		db.prepare<[string, string, string, string, string, Day]>(
			`insert into user (id, name, email, issuer, subject, created_on) values (?, ?, ?, ?, ?, ?)
			 on conflict (issuer, subject) where issuer is not null do update set name = excluded.name, email = excluded.email`
		).run(randomUUID(), name, email.toLowerCase(), issuer, subject, today);
		const id = db
			.prepare<[string, string], string>('select id from user where issuer = ? and subject = ?')
			.pluck()
			.get(issuer, subject) as string;
		writeRoles(db, id, roles);
		return userOf(rowOf(db, id));
	});
}

/** @param by who asks: nobody gives themselves access, and somebody must always be able to give it */
export function setRoles(db: Db, id: string, roles: Role[], by: string): Outcome<Refusal> {
	return immediately(db, () => {
		const user = find(db, id);
		const reason =
			refusalOf(roles) ??
			refusalToChange(db, user, by) ??
			(!roles.includes('administrator') && isLastAdministrator(db, id)
				? 'last-administrator'
				: undefined);
		if (reason) return { ok: false, reason };
		writeRoles(db, id, roles);
		return { ok: true };
	});
}

/** Ends every session, and every link that was sent out. */
export function deactivate(db: Db, id: string, by: string): Outcome<Refusal> {
	return immediately(db, () => {
		const user = find(db, id);
		// Those of the own login can be shut out here too.
		const reason = !user
			? 'no-such-user'
			: id === by
				? 'own-access'
				: isLastAdministrator(db, id)
					? 'last-administrator'
					: undefined;
		if (reason) return { ok: false, reason };
		db.prepare<[string]>('update user set active = 0 where id = ?').run(id);
		for (const table of ['session', 'invitation', 'device', 'notice_address', 'notice_turn']) {
			db.prepare<[string]>(`delete from ${table} where user = ?`).run(id);
		}
		return { ok: true };
	});
}

export const reactivate = (db: Db, id: string): void =>
	void db.prepare<[string]>('update user set active = 1 where id = ?').run(id);

export const passwordOf = (db: Db, id: string): string | null =>
	db.prepare<[string], string | null>('select password from user where id = ?').pluck().get(id) ??
	null;

/** @param hash as `password.hash` gives it */
export const setPassword = (db: Db, id: string, hash: string): void =>
	void db.prepare<[string, string]>('update user set password = ? where id = ?').run(hash, id);

const refusalOf = (roles: Role[]): Refusal | undefined =>
	roles.length === 0 ? 'no-role' : areApart(roles) ? 'roles-apart' : undefined;

const refusalToChange = (_db: Db, user: User | undefined, by: string): Refusal | undefined =>
	!user ? 'no-such-user' : user.id === by ? 'own-access' : user.ownLogin ? 'own-login' : undefined;

const isLastAdministrator = (db: Db, id: string): boolean => {
	const all = list(db).filter((user) => user.active && user.roles.includes('administrator'));
	return all.length === 1 && all[0]?.id === id;
};

function writeRoles(db: Db, id: string, roles: Role[]): void {
	db.prepare<[string]>('delete from user_role where user = ?').run(id);
	const insert = db.prepare<[string, Role]>('insert into user_role (user, role) values (?, ?)');
	for (const role of new Set(roles)) insert.run(id, role);
}

const rowOf = (db: Db, id: string): Row =>
	db.prepare<[string], Row>(`${SELECT} where id = ?`).get(id) as Row;

const userOf = (row: Row): User => ({
	id: row.id,
	name: row.name,
	email: row.email,
	roles: (row.roles ?? '').split(',').filter(isRole),
	active: row.active === 1,
	demo: row.demo === 1,
	ownLogin: row.issuer !== null,
	hasPassword: row.has_password === 1,
	hasSecondFactor: row.has_second_factor === 1
});
