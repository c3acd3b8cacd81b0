import Database from 'better-sqlite3';
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './environment.ts';
import * as keys from './keys.ts';
import { inTransaction, WAIT_MILLISECONDS, waiting } from './limits/patience.ts';
import * as marks from './placing/marks.ts';
import * as placement from './placing/placement.ts';
import { Trouble } from './trouble.ts';

export type Db = Database.Database;
export const { SqliteError } = Database;

/** From now on what writes is patient (`limits/patience.ts`), and what reads never waits. */
function makePatient(db: Db): void {
	const prepare: (sql: string) => Database.Statement = db.prepare.bind(db);
	db.prepare = ((sql: string) => waiting(db, prepare(sql))) as Db['prepare'];
	db.pragma('busy_timeout = 0');
}

const migrations = Object.entries(
	import.meta.glob<string>('../migrations/*.sql', { query: '?raw', import: 'default', eager: true })
).sort(([a], [b]) => (a < b ? -1 : 1));

/** The disk's own number of a file, or undefined where none lies there. */
const numberOf = (path: string): bigint | undefined =>
	statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;

type File = { path: string; number: bigint | undefined; log: bigint | undefined; db: Db };
const files = new Map<string, File>();

export const pathOf = (municipality: string): string =>
	join(environment().DATA_DIR, `${municipality}.sqlite`);

/**
 * The one open file of a municipality; made and brought up to date at first use. The name must be a known municipality.
 * Another file that was laid in its place, as in restoring a backup, is opened instead.
 * Where municipalities are placed on servers, a new one is only made for who says so (`isNew`): its file may lie on another.
 * @throws Trouble where the file is gone: a fresh one beside keys that stand would refuse every answer for good; and where it is
 * on its way to another server
 */
export function open(municipality: string, { isNew = !placement.isUsed() } = {}): Db {
	marks.demandNone(municipality);
	const known = files.get(municipality);
	if (known?.db.open && numberOf(known.path) === known.number) return known.db;
	close(municipality);
	if (known) forgetLog(known);
	const path = pathOf(municipality);
	const hasKeys = keys.stand(keys.folder(municipality));
	const mustStand = known !== undefined || hasKeys || !isNew;
	if (mustStand && numberOf(path) === undefined) throw new Trouble('file-missing', path);
	mkdirSync(environment().DATA_DIR, { recursive: true, mode: 0o700 });
	const db = openFile(path, { mustHold: hasKeys });
	files.set(municipality, { path, number: numberOf(path), log: numberOf(`${path}-wal`), db });
	// Whoever began to move it meanwhile has looked already whether somebody has it open.
	marks.demandNone(municipality, () => db.close());
	return db;
}

/** A log that a file left behind would be read into the one that was laid in its place. */
function forgetLog({ path, number, log }: File): void {
	const isAnother = numberOf(path) !== undefined && numberOf(path) !== number;
	if (!isAnother || log === undefined || numberOf(`${path}-wal`) !== log) return;
	for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
}

/** Whether what was written lies where it will be looked for: a file that was removed is written on as if it were there. */
export function isInPlace(db: Db): boolean {
	if (db.memory) return true;
	const known = [...files.values()].find((each) => each.db === db);
	return !known || numberOf(known.path) === known.number;
}

/** Forgets an open file, so that the next to ask opens it anew. */
export function close(municipality: string): void {
	files.get(municipality)?.db.close();
}

/** A file in memory as it is when it is new: tests open hundreds. */
let image: Buffer | undefined;

/**
 * Opens one file and brings it up to date. `:memory:` is for tests.
 * @param mustHold an empty file is not taken for a new one
 */
export function openFile(path: string, { mustHold = false } = {}): Db {
	const inMemory = path === ':memory:';
	const db = new Database((inMemory && image) || path, { timeout: WAIT_MILLISECONDS });
	try {
		prepare(db, mustHold);
		makePatient(db);
		if (inMemory) image ??= db.serialize();
		return db;
	} catch (problem) {
		db.close();
		throw problem;
	}
}

function prepare(db: Db, mustHold: boolean): void {
	if (mustHold && namesOfMigrations(db).size === 0) throw new Trouble('file-missing', db.name);
	if (unknownMigrations(db).length > 0) throw new Trouble('file-newer', db.name);
	db.pragma('journal_mode = WAL');
	db.pragma('synchronous = FULL');
	// 16 MB: rows lie at random places, and a page that is written often goes over to the file once.
	db.pragma('wal_autocheckpoint = 4000');
	db.pragma('foreign_keys = ON');
	db.pragma('secure_delete = ON');
	// Else `replace into` would slip past the triggers that keep rows as they are.
	db.pragma('recursive_triggers = ON');
	db.function('folded', { deterministic: true }, (text) => folded(String(text ?? '')));
	migrate(db);
}

/** Text as it is searched: what SQLite makes small, and finds by `like`, are the letters A to Z alone. */
export const folded = (text: string): string => text.normalize('NFKC').toLocaleLowerCase('da');

const statements = new WeakMap<Db, Map<string, Database.Statement>>();

/** A statement that is compiled once per file: for what runs for every answer. */
export function prepared<Parameters extends unknown[], Row = unknown>(
	db: Db,
	sql: string
): Database.Statement<Parameters, Row> {
	const known = statements.get(db)?.get(sql);
	if (known) return known as Database.Statement<Parameters, Row>;
	const statement = db.prepare<Parameters, Row>(sql);
	const all = statements.get(db) ?? new Map<string, Database.Statement>();
	statements.set(db, all.set(sql, statement));
	return statement;
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

const followers = new WeakMap<Db, () => void>();

/** What is to be done after each commit of a file. */
export const afterCommit = (db: Db, work: () => void): unknown => followers.set(db, work);

/** Runs in a transaction that takes the write lock at once, so that what it reads is what it writes upon. */
export function immediately<T>(db: Db, work: () => T): T {
	const done = inTransaction(db, work);
	if (!db.inTransaction) followers.get(db)?.();
	return done;
}

const sound = new WeakSet<Db>();

/** Looks once through an opened file. @throws Trouble where something in it cannot be read: nothing may be added to it */
export function mustBeSound(db: Db, { anew = false } = {}): void {
	if (sound.has(db) && !anew) return;
	if (db.pragma('quick_check(1)', { simple: true }) !== 'ok')
		throw new Trouble('malformed', db.name);
	sound.add(db);
}

/** What was erased must not live on in the log. @returns false where another process reads, as a backup: nobody is waited for */
export const emptyLog = (db: Db): boolean =>
	db.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0;

/** Flushes and closes every open file. One that cannot be flushed keeps its log, and stops no other. */
export function closeAll(): void {
	for (const { db } of files.values()) {
		if (!db.open) continue;
		try {
			emptyLog(db);
		} catch (problem) {
			if (!(problem instanceof SqliteError)) throw problem;
		}
		db.close();
	}
	files.clear();
}

/** Runs each migration once, in the order of their names; which have run is kept by name, so that branches can meet. */
function migrate(db: Db): void {
	const all = migrations.map(
		([path, sql]) => [path.slice(path.lastIndexOf('/') + 1), sql] as const
	);
	const isKnown = namesOfMigrations(db);
	// A file that another program holds can still be read.
	if (all.every(([name]) => isKnown.has(name))) return;
	immediately(db, () => {
		db.exec('create table if not exists migration (name text primary key) without rowid, strict');
		const known = namesOfMigrations(db);
		const note = db.prepare<[string]>('insert into migration (name) values (?)');
		for (const [name, sql] of all) {
			if (known.has(name)) continue;
			db.exec(sql);
			note.run(name);
		}
	});
}

/** Empty for a file that is new. */
function namesOfMigrations(db: Db): Set<string> {
	const isThere = db.prepare("select 1 from sqlite_schema where name = 'migration'").get();
	if (!isThere) return new Set();
	return new Set(db.prepare<[], string>('select name from migration').pluck().all());
}

/** A file as it is, for reading only; whoever asks closes it. */
export const readOnly = (path: string): Db => new Database(path, { readonly: true });

/** What is wrong with a copy of a file, or undefined when all of it can be read. */
export function verify(path: string): string | undefined {
	const copy = readOnly(path);
	try {
		const answer = String(copy.pragma('integrity_check', { simple: true }));
		return answer === 'ok' ? undefined : answer;
	} catch (problem) {
		if (problem instanceof SqliteError) return problem.message;
		throw problem;
	} finally {
		copy.close();
	}
}

/** What a file was brought up to that this release knows nothing of: it is a newer one's. */
export function unknownMigrations(db: Db): string[] {
	const known = new Set(migrations.map(([path]) => path.slice(path.lastIndexOf('/') + 1)));
	return [...namesOfMigrations(db)].filter((name) => !known.has(name));
}

/** Whether no other program has the file open: only then does its log go into it, and it is whole without. */
export function isAlone(path: string): boolean {
	const db = new Database(path, { timeout: 0 });
	try {
		return db.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
	} catch (problem) {
		if (problem instanceof SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(problem.code)) return false;
		throw problem;
	} finally {
		db.close();
	}
}
