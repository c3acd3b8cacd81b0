import { prepared, type Db } from './database.ts';

/** A random id as it is stored: 16 bytes. A counted submission's is linked to nothing but its round. */
const bytesOf = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');

export const isKnown = (db: Db, id: string): boolean =>
	prepared<[Buffer]>(db, 'select 1 from receipt where id = ?').get(bytesOf(id)) !== undefined;

export function add(db: Db, id: string, round: string): void {
	prepared<[Buffer, string]>(db, 'insert into receipt (id, round) values (?, ?)').run(
		bytesOf(id),
		round
	);
}
