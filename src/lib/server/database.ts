import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './environment.ts';

export type Db = Database.Database;
export const { SqliteError } = Database;

const migrations = Object.entries(
	import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })
).sort(([a], [b]) => (a < b ? -1 : 1));

const files = new Map<string, Db>();

/** The one open file of a municipality; made and brought up to date at first use. The name must be a known municipality. */
export function open(municipality: string): Db {
	const known = files.get(municipality);
	if (known?.open) return known;
	const { DATA_DIR } = environment();
	mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
	const db = openFile(join(DATA_DIR, `${municipality}.sqlite`));
	files.set(municipality, db);
	return db;
}

/** Opens one file and brings it up to date. `:memory:` is for tests. */
export function openFile(path: string): Db {
	// A busy file blocks the event loop, so it must not be waited for long.
	const db = new Database(path, { timeout: 250 });
	db.pragma('journal_mode = WAL');
	db.pragma('synchronous = FULL');
	db.pragma('foreign_keys = ON');
	db.pragma('secure_delete = ON');
	migrate(db);
	return db;
}

const statements = new WeakMap<Db, Map<string, Database.Statement>>();

/** A statement that is compiled once per file: for what runs for every answer. */
export function prepared<Parameters extends unknown[], Row = unknown>(
	db: Db,
	sql: string
): Database.Statement<Parameters, Row> {
	const known = statements.get(db) ?? new Map<string, Database.Statement>();
	statements.set(db, known);
	const statement = known.get(sql) ?? db.prepare(sql);
	known.set(sql, statement);
	return statement as Database.Statement<Parameters, Row>;
}

const memories = new WeakMap<Db, { version: number; known: Map<string, unknown> }>();

/**
 * What was read from a file and does not change often. Forgotten when another process writes to the file, and by `forget`
 * after a write of our own.
 */
export function remembered<T>(db: Db, name: string, read: () => T): T {
	const version = db.pragma('data_version', { simple: true }) as number;
	const memory = memories.get(db);
	const known = memory?.version === version ? memory.known : new Map<string, unknown>();
	memories.set(db, { version, known });
	if (!known.has(name)) known.set(name, read());
	return known.get(name) as T;
}

export const forget = (db: Db): boolean => memories.delete(db);

/** Runs in a transaction that takes the write lock at once, so that what it reads is what it writes upon. */
export const immediately = <T>(db: Db, work: () => T): T => db.transaction(work).immediate();

/** Flushes and closes every open file. */
export function closeAll(): void {
	for (const db of files.values()) {
		if (!db.open) continue;
		db.pragma('wal_checkpoint(TRUNCATE)');
		db.close();
	}
	files.clear();
}

function migrate(db: Db): void {
	immediately(db, () => {
		const version = db.pragma('user_version', { simple: true }) as number;
		for (const [index, [, sql]] of migrations.entries()) {
			if (index >= version) db.exec(sql);
		}
		db.pragma(`user_version = ${migrations.length}`);
	});
}

/** What is wrong with a copy of a file, or undefined when all of it can be read. */
export function verify(path: string): string | undefined {
	const copy = new Database(path, { readonly: true });
	const answer = String(copy.pragma('integrity_check', { simple: true }));
	copy.close();
	return answer === 'ok' ? undefined : answer;
}
