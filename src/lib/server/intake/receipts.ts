import { prepared, type Db } from '../core/database.ts';

/** A random id as it is stored: 16 bytes. A counted submission's is linked to nothing but its round. */
const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

export const isKnown = (db: Db, id: string): boolean =>
	prepared<[Buffer]>(db, 'select 1 from receipt where id = ?').get(bytesOf(id)) !== undefined;

/** @returns false when it was known, and nothing has changed */
export const add = (db: Db, id: string, round: string): boolean =>
	prepared<[Buffer, string]>(
		db,
		'insert into receipt (id, round) values (?, ?) on conflict do nothing'
	).run(bytesOf(id), round).changes === 1;

export const takeBack = (db: Db, id: string): unknown =>
	prepared<[Buffer]>(db, 'delete from receipt where id = ?').run(bytesOf(id));
