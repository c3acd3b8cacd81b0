import * as z from 'zod/mini';
import { immediately, type Db } from '../core/database.ts';

/** As somebody types their own. */
export const Address = z
	.string()
	.check(z.trim(), z.maxLength(200), z.email(), z.regex(/^[^\s<>,;:"()[\]\\]+$/));

/** Where somebody is told; undefined while they have not asked to be. */
export const of = (db: Db, user: string): string | undefined =>
	db
		.prepare<[string], string>('select address from notice_address where user = ?')
		.pluck()
		.get(user);

export const put = (db: Db, user: string, address: string): void =>
	void db
		.prepare<[string, string]>(
			'insert or replace into notice_address (user, address) values (?, ?)'
		)
		.run(user, address);

export const remove = (db: Db, user: string): void =>
	immediately(db, () => {
		for (const table of ['notice_address', 'notice_turn'])
			db.prepare<[string]>(`delete from ${table} where user = ?`).run(user);
	});

/** Those who are to be told, and where. */
export const all = (db: Db): { user: string; address: string }[] =>
	db
		.prepare<[], { user: string; address: string }>(
			`select notice_address.user, address from notice_address join user on user.id = notice_address.user
			 where active = 1 order by notice_address.user`
		)
		.all();
