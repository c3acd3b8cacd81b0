import { prepared, type Db } from '../core/database.ts';

/** A random id as it is stored: 16 bytes. A counted submission's is linked to nothing but its round. */
const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

/** Which of these are known. All of them are asked for at once: each question by itself would lock the file anew. */
export const knownOf = (db: Db, ids: string[]): Set<string> =>
	new Set(
		prepared<[string], string>(
			db,
			"select value from json_each(?) where exists (select 1 from receipt where id = unhex(value, '-'))"
		)
			.pluck()
			.all(JSON.stringify(ids))
	);

/** @returns false when it was known, and nothing has changed */
export const add = (db: Db, id: string, round: string): boolean =>
	prepared<[Buffer, string]>(
		db,
		'insert into receipt (id, round) values (?, ?) on conflict do nothing'
	).run(bytesOf(id), round).changes === 1;

export const takeBack = (db: Db, id: string): unknown =>
	prepared<[Buffer]>(db, 'delete from receipt where id = ?').run(bytesOf(id));
