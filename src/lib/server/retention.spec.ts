import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { questionnaire, round, submission } from '../../../tests/support/survey.ts';
import * as audit from './core/audit.ts';
import * as codes from './rounds/codes.ts';
import * as daily from './daily.ts';
import { openFile, type Db } from './core/database.ts';
import * as grants from './tablet/grants.ts';
import * as intake from './intake/intake.ts';
import * as retention from './retention.ts';
import * as rounds from './rounds/rounds.ts';
import * as settings from './core/settings.ts';
import * as users from './staff/users.ts';

async function lived() {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-retention-'));
	const path = join(folder, 'live.sqlite');
	const keysFolder = join(folder, 'keys');
	const db = openFile(path);
	rounds.open(db, keysFolder, round, questionnaire, 500);
	const batch = { round: round.id, prefix: 'AB', month: '2026-02', count: 200 };
	const made = codes.make(db, keysFolder, batch);
	grants.make(db, { round: round.id, channel: 'tablet' });
	const given = made
		.slice(0, 60)
		.map((code) =>
			submission({ channel: 'code', code, comment: 'Et ord, som ingen andre bruger: zyzzyva' })
		);
	await intake.count(db, keysFolder, given, '2026-02-20');
	return { db, keysFolder, path };
}
const size = (db: Db, table: string): number =>
	db.prepare<[], number>(`select count(*) from ${table}`).pluck().get() ?? 0;
const sizes = (db: Db) =>
	['receipt', 'code', 'grant_token', 'comment', 'batch'].map((table) => size(db, table));

it('erases receipts, codes and grants ninety days after closing, and comments by the municipality’s months', async () => {
	const { db, keysFolder, path } = await lived();
	daily.turn(db, keysFolder, '2026-09-28');
	expect(sizes(db)).toEqual([60, 200, 1, 60, 1]);
	daily.turn(db, keysFolder, '2026-09-29');
	expect(sizes(db)).toEqual([0, 0, 0, 60, 1]);
	const released = size(db, 'released');
	daily.turn(db, keysFolder, '2028-09-28');
	expect(sizes(db)).toEqual([0, 0, 0, 60, 1]);
	expect(readFileSync(path, 'latin1')).toContain('zyzzyva');
	daily.turn(db, keysFolder, '2028-09-29');
	expect(sizes(db)).toEqual([0, 0, 0, 0, 1]);
	expect(size(db, 'released')).toBe(released);
	expect(readFileSync(path, 'latin1')).not.toContain('zyzzyva');
	expect(statSync(`${path}-wal`).size).toBe(0);
	db.close();
});

it('gives back the room that erased rows took', async () => {
	const { db, keysFolder, path } = await lived();
	daily.turn(db, keysFolder, '2026-08-01');
	db.pragma('wal_checkpoint(TRUNCATE)');
	const before = statSync(path).size;
	daily.turn(db, keysFolder, '2026-09-29');
	expect(statSync(path).size).toBeLessThan(before);
	expect(db.pragma('freelist_count', { simple: true })).toBe(0);
	expect(settings.get(db, 'compact')).toBe('done');
	db.close();
});

it('rewrites once while a backup reads, and empties the log when it has read', async () => {
	const { db, keysFolder, path } = await lived();
	const reader = openFile(path);
	reader.exec('begin');
	size(reader, 'code');
	daily.turn(db, keysFolder, '2026-09-29');
	expect(settings.get(db, 'compact')).toBe('log');
	expect(readFileSync(`${path}-wal`).length).toBeGreaterThan(0);
	// Not again and again for as long as somebody reads.
	const exec = vi.spyOn(db, 'exec');
	daily.turn(db, keysFolder, '2026-09-29');
	expect(exec).not.toHaveBeenCalledWith('vacuum');
	reader.exec('commit');
	reader.close();
	daily.turn(db, keysFolder, '2026-09-29');
	expect(settings.get(db, 'compact')).toBe('done');
	db.close();
});

it('erases sign-ins that are over, and the log by the municipality’s years', () => {
	const db = openFile(':memory:');
	const plan = { languages: ['da'] };
	settings.change(db, plan, { ...settings.read(db, plan), auditYears: 2 });
	const added = users.add(db, {
		name: 'Anna Prøve',
		email: 'anna@proeve.example',
		roles: ['leader'],
		today: '2020-01-01'
	});
	const who = added.ok ? added.user.id : null;
	const seconds = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000;
	const session = db.prepare("insert into session values (?, ?, 'done', 'Firefox', 0, 0, ?)");
	session.run(Buffer.from('a'), who, seconds('2024-05-19'));
	session.run(Buffer.from('b'), who, seconds('2024-05-21'));
	for (const day of ['2022-05-19', '2022-05-20', '2024-05-19']) {
		audit.log(db, { who, what: 'signed-in', day });
	}
	expect(retention.erase(db, '2024-05-20')).toBe(2);
	expect(size(db, 'session')).toBe(1);
	expect(size(db, 'audit')).toBe(2);
});
