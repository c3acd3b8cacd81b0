import Database from 'better-sqlite3';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './environment.ts';

export type Db = Database.Database;
export const { SqliteError } = Database;

const migrations = Object.entries(
	import.meta.glob<string>('../migrations/*.sql', { query: '?raw', import: 'default', eager: true })
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
	// 16 MB: rows lie at random places, and a page that is written often goes over to the file once.
	db.pragma('wal_autocheckpoint = 4000');
	db.pragma('foreign_keys = ON');
	db.pragma('secure_delete = ON');
	// Else `replace into` would slip past the triggers that keep rows as they are.
	db.pragma('recursive_triggers = ON');
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

const memories = new WeakMap<Db, Map<string, { stamp: string; value: unknown }>>();

/** What is costly to make of what a file holds; made anew when the `stamp` of what it was made of is another. */
export function remembered<T>(db: Db, name: string, stamp: string, make: () => T): T {
	const known = memories.get(db) ?? new Map<string, { stamp: string; value: unknown }>();
	memories.set(db, known);
	const memory = known.get(name);
	const current = memory?.stamp === stamp ? memory : { stamp, value: make() };
	known.set(name, current);
	return current.value as T;
}

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

/** Runs each migration once, in the order of their names; which have run is kept by name, so that branches can meet. */
function migrate(db: Db): void {
	immediately(db, () => {
		db.exec('create table if not exists migration (name text primary key) without rowid, strict');
		const known = db.prepare<[string]>('select 1 from migration where name = ?');
		const note = db.prepare<[string]>('insert into migration (name) values (?)');
		for (const [path, sql] of migrations) {
			const name = path.slice(path.lastIndexOf('/') + 1);
			if (known.get(name)) continue;
			db.exec(sql);
			note.run(name);
		}
	});
}

/** What is wrong with a copy of a file, or undefined when all of it can be read. */
export function verify(path: string): string | undefined {
	const copy = new Database(path, { readonly: true });
	const answer = String(copy.pragma('integrity_check', { simple: true }));
	copy.close();
	return answer === 'ok' ? undefined : answer;
}
