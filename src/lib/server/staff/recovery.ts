import { charactersOf } from '../../survey/code.ts';
import { immediately, type Db } from '../core/database.ts';
import { hashOf, paperCode } from '../core/secrets.ts';

export const CODES = 8;

/** New codes to write down; the earlier ones stop working. They are shown once: only their hashes are kept. */
export function renew(db: Db, user: string): string[] {
	const codes = Array.from({ length: CODES }, paperCode);
	immediately(db, () => {
		db.prepare<[string]>('delete from recovery_code where user = ?').run(user);
		const insert = db.prepare<[Buffer, string]>(
			'insert into recovery_code (hash, user) values (?, ?)'
		);
		for (const code of codes) insert.run(hashOf(charactersOf(code)), user);
	});
	return codes;
}

/** Whether it was one of theirs; it works once. */
export const use = (db: Db, user: string, typed: string): boolean =>
	db
		.prepare<[Buffer, string]>('delete from recovery_code where hash = ? and user = ?')
		.run(hashOf(charactersOf(typed)), user).changes === 1;

export const left = (db: Db, user: string): number =>
	db
		.prepare<[string], number>('select count(*) from recovery_code where user = ?')
		.pluck()
		.get(user) ?? 0;
