import { copyFileSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { questionnaire, round, submission } from '../../../../tests/support/survey.ts';
import { openFile } from '../core/database.ts';
import * as codes from '../rounds/codes.ts';
import * as intake from './intake.ts';
import * as rounds from '../rounds/rounds.ts';

/** What a thief of file copies sees: every table in full, and every byte of the write-ahead log. */
function seen(path: string) {
	const db = openFile(path);
	const tables = db
		.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table'")
		.all()
		.map(({ name }) => name);
	const content = Object.fromEntries(
		tables.map((table) => [table, db.prepare(`select * from "${table}"`).all() as object[]])
	);
	db.close();
	return content;
}

function sealedBox(snapshot: Record<string, object[]> | undefined): Buffer {
	const rows = (snapshot?.box ?? []) as { unit: string; sealed: Buffer }[];
	return rows.find(({ unit }) => unit === '2026-02')?.sealed ?? Buffer.alloc(0);
}

it('tells a thief of every copy of the file nothing but how many answered', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-snapshot-'));
	const keysFolder = join(folder, 'keys');
	const path = join(folder, 'live.sqlite');
	const db = openFile(path);
	rounds.open(db, keysFolder, round, questionnaire, 500);
	const batch = { round: round.id, prefix: 'AB', team: 'nord', month: '2026-02', count: 20 };
	const given = codes.make(db, keysFolder, batch).map((code, index) =>
		submission({
			channel: 'code',
			code,
			language: index % 2 ? 'en' : 'da',
			about: index % 3 ? { situation: 'ledig' } : {},
			answers: { a: ((index % 5) + 1) as 1 | 2 | 3 | 4 | 5, b: 'na', c: 5 },
			comment: index % 4 ? '' : `Hemmelig tanke nummer ${index}`
		})
	);
	const copies: string[] = [];
	for (const [index, each] of given.entries()) {
		await intake.count(db, keysFolder, [each], '2026-02-28');
		const copy = join(folder, `copy-${index}.sqlite`);
		for (const end of ['', '-wal']) {
			if (existsSync(path + end)) copyFileSync(path + end, copy + end);
		}
		copies.push(copy);
	}
	const bytes = copies.map((copy) =>
		Buffer.concat(
			['', '-wal'].filter((end) => existsSync(copy + end)).map((end) => readFileSync(copy + end))
		)
	);
	const snapshots = copies.map(seen);

	const changing = new Set<string>();
	snapshots.slice(1).forEach((snapshot, index) => {
		for (const [table, rows] of Object.entries(snapshot)) {
			const before = snapshots[index]?.[table] ?? [];
			if (JSON.stringify(rows) !== JSON.stringify(before)) changing.add(table);
		}
	});
	// Boxes and sealed comments are ciphertext of one length; receipts are random ids; of a code only that it was used.
	expect([...changing].sort()).toEqual(['box', 'code', 'receipt', 'sealed_comment']);
	snapshots.forEach((snapshot, index) => {
		expect(snapshot.receipt).toHaveLength(index + 1);
		expect(snapshot.code?.filter((row) => 'used' in row && row.used === 1)).toHaveLength(index + 1);
		const sizes = (rows: object[] = []) =>
			new Set(rows.map((row) => ('sealed' in row ? (row.sealed as Buffer).length : 0)));
		expect(sizes(snapshot.sealed_comment).size).toBe(1);
		expect(sizes(snapshot.box)).toEqual(sizes(snapshots[0]?.box));
	});
	// A box in the clear would be almost the same from copy to copy; under a fresh nonce one byte in 256 is.
	snapshots.slice(1).forEach((snapshot, index) => {
		const before = sealedBox(snapshots[index]);
		const after = sealedBox(snapshot);
		const same = [...after].filter((byte, at) => byte === before[at]).length;
		expect(same / after.length).toBeLessThan(0.05);
	});
	for (const copy of bytes) {
		expect(copy.includes('Hemmelig')).toBe(false);
		for (const { id, code } of given) {
			expect(copy.includes(code ?? '')).toBe(false);
			expect(copy.includes(id)).toBe(false);
		}
	}
	db.close();
});
