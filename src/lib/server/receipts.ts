import { prepared, type Db } from './database.ts';

/** A random id as it is stored: 16 bytes. A counted submission's is linked to nothing but its round. */
export const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

export function known(db: Db, ids: string[]): Set<string> {
	const find = prepared<[Buffer]>(db, 'select 1 from receipt where id = ?');
	return new Set(ids.filter((id) => find.get(bytesOf(id)) !== undefined));
}

export function add(db: Db, id: string, round: string): void {
	prepared<[Buffer, string]>(db, 'insert into receipt (id, round) values (?, ?)').run(
		bytesOf(id),
		round
	);
}
