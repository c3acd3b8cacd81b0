import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openFile } from './database.ts';

const path = () => join(mkdtempSync(join(tmpdir(), 'oejenhoejde-database-')), 'live.sqlite');

it('acknowledges only what the disk has, and leaves nothing of what is erased', () => {
	const db = openFile(path());
	const pragma = (name: string) => db.pragma(name, { simple: true });
	expect(pragma('journal_mode')).toBe('wal');
	// 2 is FULL: a commit returns when it is on the disk.
	expect(pragma('synchronous')).toBe(2);
	expect(pragma('secure_delete')).toBe(1);
	expect(pragma('foreign_keys')).toBe(1);
	db.close();
});

it('runs each migration once, and knows each by its name', () => {
	const file = path();
	const first = openFile(file);
	const schema = first.prepare('select name, sql from sqlite_schema order by name').all();
	first.close();
	// A second run of any of them would fail, as its tables are there.
	const again = openFile(file);
	expect(again.prepare('select name, sql from sqlite_schema order by name').all()).toEqual(schema);
	const ran = again.prepare('select name from migration order by name').pluck().all();
	expect(ran).toEqual(readdirSync('src/lib/server/migrations').sort());
	again.close();
});
