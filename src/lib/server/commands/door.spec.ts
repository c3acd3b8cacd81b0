import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import {
	at,
	copiedYesterday,
	filesOf,
	makeCodes,
	putBackFile,
	today,
	vejen
} from '../../../../tests/support/copied.ts';
import { round } from '../../../../tests/support/survey.ts';
import { closeAll, readOnly } from '../core/database.ts';
import * as keys from '../core/keys.ts';
import * as settings from '../core/settings.ts';
import { run as acceptOlder } from './accept-older.ts';
import { run as admin } from './admin.ts';
import { run as checkCopy } from './check-copy.ts';
import { run as codes } from './codes.ts';
import { run as archive } from './figures/archive.ts';
import { run as release } from './figures/release.ts';
import { run as quarantine } from './quarantine.ts';
import { run as restore } from './restore.ts';
import { run as rotateKey } from './rotate-key.ts';

copiedYesterday();

const commands: { [name: string]: () => unknown } = {
	'rotate-key': () => rotateKey(['vejen']),
	codes: () => codes(['vejen', round.id, '3']),
	admin: () => admin(['vejen', 'ny@vejen.dk']),
	'accept-older': () => acceptOlder(['vejen', '--yes']),
	archive: () => archive(['vejen', at('archive')]),
	release: () => release([]),
	'retry-quarantine': () => quarantine(),
	restore: () =>
		restore(['vejen', filesOf('yesterday'), '--keys', at('yesterday', 'keys'), '--yes'])
};
const only = (...names: string[]) =>
	Object.entries(commands).filter(([name]) => names.includes(name));
const except = (...names: string[]) =>
	Object.entries(commands).filter(([name]) => !names.includes(name));

const isDemo = (is: boolean) => {
	vi.stubEnv('DEMO', is ? '1' : '');
	vi.stubEnv('TODAY', is ? today : '');
};

/** All that lies among the keys, and every row of the file. */
function everything(): string {
	closeAll();
	const names = readdirSync(at('keys', 'vejen'), { recursive: true, encoding: 'utf8' }).sort();
	const files = names.map((name) => {
		try {
			return `${name} ${createHash('sha256')
				.update(readFileSync(at('keys', 'vejen', name)))
				.digest('hex')}`;
		} catch {
			return name;
		}
	});
	const db = readOnly(at('data', 'vejen.sqlite'));
	const tables = db
		.prepare<[], string>("select name from sqlite_schema where type = 'table'")
		.pluck()
		.all();
	const rows = tables.map((table) => JSON.stringify(db.prepare(`select * from "${table}"`).all()));
	db.close();
	return [...files, ...rows].join('\n');
}

async function refused(command: () => unknown, words: RegExp): Promise<void> {
	const before = everything();
	await expect((async () => command())()).rejects.toThrow(words);
	expect(everything()).toBe(before);
	expect(existsSync(at('archive'))).toBe(false);
}

let held: Database.Database | undefined;
afterEach(() => {
	held?.close();
	held = undefined;
});

it.each(except('archive', 'retry-quarantine', 'restore'))(
	'%s makes and writes nothing while another program holds the file, and says so',
	async (_, command) => {
		// Something to go on with, for whoever goes on with an older half.
		makeCodes(1);
		if (command === commands['accept-older']) putBackFile();
		closeAll();
		held = new Database(at('data', 'vejen.sqlite'));
		held.exec('begin immediate');
		await refused(command, /vejen: another program holds the file|vejen.sqlite: another program/);
	}
);

it('a key that was made is handed out by nobody where the file cannot say so', () => {
	const { db, keysFolder } = vejen();
	db.exec("create trigger full before insert on audit begin select raise(abort, 'no room'); end");
	const before = keys.keyPairs(keysFolder);
	expect(() => rotateKey(['vejen'])).toThrow('no room');
	expect(keys.keyPairs(keysFolder)).toEqual(before);
});

it.each(except())('%s passes no demo’s figures for real', async (name, command) => {
	settings.noteInvented(vejen().db, 'begun');
	if (name === 'restore') {
		const copy = new Database(join(filesOf('yesterday'), 'vejen.sqlite'));
		copy.exec("insert into setting (name, value) values ('demo', 'done')");
		copy.close();
	}
	closeAll();
	isDemo(false);
	await refused(command, name === 'restore' ? /not in order/ : /start with DEMO=1/);
	isDemo(true);
	await command();
});

it('a copy of a demo’s is in order for a demo alone', () => {
	settings.noteInvented(vejen().db, 'done');
	closeAll();
	checkCopy([at('data'), '--keys', at('keys')]);
	isDemo(false);
	expect(() => checkCopy([at('data'), '--keys', at('keys')])).toThrow('1 of 5');
});

it.each(only('rotate-key', 'codes', 'admin', 'archive'))(
	'%s does nothing in a municipality that another server has',
	async (_, command) => {
		closeAll();
		writeFileSync(at('placement.map'), 'vejen b\nstevns a\n');
		vi.stubEnv('PLACEMENT_FILE', at('placement.map'));
		vi.stubEnv('PLACE', 'a');
		await refused(command, /another server/);
	}
);

it.each(except('release', 'retry-quarantine'))(
	'%s does nothing in one that is on its way',
	async (_, command) => {
		closeAll();
		writeFileSync(at('data', 'vejen.moving'), '{}');
		await refused(command, /is being moved/);
	}
);

it('a municipality’s file is made for no address that is none', () => {
	closeAll();
	vi.stubEnv('DATA_DIR', at('new', 'data'));
	vi.stubEnv('KEYS_DIR', at('new', 'keys'));
	expect(() => admin(['vejen', 'no address'])).toThrow('usage');
	expect(() => admin(['nowhere', 'ny@vejen.dk'])).toThrow('no municipality');
	expect(existsSync(at('new'))).toBe(false);
	admin(['vejen', 'ny@vejen.dk']);
	expect(existsSync(at('new', 'data', 'vejen.sqlite'))).toBe(true);
});
