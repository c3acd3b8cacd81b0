import Database from 'better-sqlite3';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
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

it('leaves alone what a newer release has written', () => {
	const file = path();
	const newer = openFile(file);
	newer.exec("insert into migration values ('999-later.sql')");
	newer.close();
	const before = readFileSync(file);
	expect(() => openFile(file)).toThrow('a newer release has written it');
	expect(readFileSync(file)).toEqual(before);
});

it('keeps every figure that was released before cells lay together', () => {
	const before = new Database(':memory:');
	const folder = 'src/lib/server/migrations';
	const cells = '050-released-cells.sql';
	for (const name of readdirSync(folder).sort()) {
		if (name < cells) before.exec(readFileSync(join(folder, name), 'utf8'));
	}
	const rows = [
		['r', '2026-02', 'asked', '', '', '', 'answered', 20],
		['r', '2026-02', 'asked', '', '', 'overall', '5', 12],
		['r', '2026-02', 'asked', '', '', 'overall', 'na', 0],
		['r', '2026-02', 'open', '', '', '', 'answered', 11],
		['r', '2026-Q1', 'asked', 'team', 'nord', '', 'answered', 20]
	];
	const add = before.prepare("insert into released values (?, ?, ?, ?, ?, ?, ?, ?, '2026-03-10')");
	for (const row of rows) add.run(...row);
	before.exec(readFileSync(join(folder, cells), 'utf8'));
	const after = before.prepare('select * from released').raw().all();
	expect(after).toEqual(rows.map((row) => [...row, '2026-03-10']));
	expect(before.prepare('select count(*) from released_cell').pluck().get()).toBe(3);
});
