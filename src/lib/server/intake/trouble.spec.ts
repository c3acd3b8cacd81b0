import Database from 'better-sqlite3';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import {
	many,
	municipality,
	questionnaire,
	round,
	submission
} from '../../../../tests/support/survey.ts';
import { closeAll, open, openFile, type Db } from '../core/database.ts';
import * as keyring from '../core/keyring.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import * as keys from '../core/keys.ts';
import { makeKeyPair } from '../core/opener.ts';
import * as box from '../rounds/box.ts';
import * as codes from '../rounds/codes.ts';
import * as rounds from '../rounds/rounds.ts';
import * as sealingKeys from '../rounds/sealing-keys.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import * as intake from './intake.ts';

const today = '2026-02-20';
const outcomes = (replies: ({ outcome: string } | undefined)[]) =>
	replies.map((reply) => reply?.outcome);
const size = (db: Db, table: string) =>
	db.prepare<[], number>(`select count(*) from ${table}`).pluck().get();

/** A municipality's file on a disk, which another program can hold. */
function onDisk() {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-intake-'));
	const path = join(folder, 'live.sqlite');
	const db = openFile(path);
	const keysFolder = join(folder, 'keys');
	rounds.open(db, keysFolder, round, questionnaire, 500);
	keyring.codeSecret(db, keysFolder);
	const hold = () => {
		const other = new Database(path);
		other.exec('begin immediate');
		return other;
	};
	return { db, keysFolder, hold };
}

/** The longest that anything else had to wait for its turn meanwhile. */
async function longestWait(work: Promise<unknown>): Promise<number> {
	let isDone = false;
	let longest = 0;
	void work.finally(() => (isDone = true)).catch(() => undefined);
	while (!isDone) {
		const asked = performance.now();
		await wait(1);
		longest = Math.max(longest, performance.now() - asked);
	}
	return longest;
}

it('tells 200 senders of a held file once, and holds up nobody else meanwhile', async () => {
	const { db, keysFolder, hold } = onDisk();
	const other = hold();
	const given = many(200);
	const asked = Promise.allSettled(
		given.map((each) => intake.count(db, keysFolder, [each], today))
	);
	// Each of them tried alone would hold it for a quarter of a second, fifty in all; a busy machine is late by itself.
	expect(await longestWait(asked)).toBeLessThan(1000);
	const replies = await asked;
	expect(new Set(replies.map((each) => each.status))).toEqual(new Set(['rejected']));
	expect(size(db, 'receipt')).toBe(0);
	other.exec('rollback');
	expect(new Set(outcomes(await intake.count(db, keysFolder, given, today)))).toEqual(
		new Set(['counted'])
	);
	other.close();
	db.close();
});

it('waits for a file that is held for a moment', async () => {
	const { db, keysFolder, hold } = onDisk();
	const other = hold();
	const asked = intake.count(db, keysFolder, many(3), today);
	await wait(150);
	other.exec('rollback');
	other.close();
	expect(outcomes(await asked)).toEqual(Array(3).fill('counted'));
	db.close();
});

it('counts in another month what comes for one whose key is gone', async () => {
	const { db, keysFolder, kept } = municipality();
	boxKeys.destroy({ keysFolder, round: round.id, unit: '2026-02' });
	const replies = await intake.count(db, keysFolder, many(3), today);
	expect(outcomes(replies)).toEqual(Array(3).fill('counted'));
	const january = { keysFolder, ...kept, unit: '2026-01', kind: 'month' as const };
	expect(box.read(db, january).get('asked||||answered')).toBe(3);
});

it('says nothing of an answer that no month can take, and leaves no trace of it', async () => {
	const { db, keysFolder } = municipality();
	const batch = { round: round.id, prefix: 'AB', month: '2026-02', count: 1 };
	const [code] = codes.make(db, keysFolder, batch);
	for (const { unit } of rounds.units(db, round.id)) {
		boxKeys.destroy({ keysFolder, round: round.id, unit });
	}
	const coded = many(1, { channel: 'code', code });
	expect(outcomes(await intake.count(db, keysFolder, [...many(2), ...coded], today))).toEqual([
		undefined,
		undefined,
		undefined
	]);
	expect(size(db, 'receipt')).toBe(0);
	expect(size(db, 'not_counted')).toBe(0);
	expect(db.prepare('select used from code').pluck().all()).toEqual([0]);
});

it('says nothing of a round that its keys know and a restored file does not', async () => {
	const { db, keysFolder } = municipality();
	const older = openFile(':memory:');
	expect(outcomes(await intake.count(older, keysFolder, many(1), today))).toEqual([undefined]);
	const strange = many(1, { round: 'of-nobody' });
	expect(outcomes(await intake.count(older, keysFolder, strange, today))).toEqual(['not-counted']);
	expect(outcomes(await intake.count(db, keysFolder, many(1), today))).toEqual(['counted']);
});

it('says nothing of any round where none has been: both disks may not have been there at the start', async () => {
	const keysFolder = mkdtempSync(join(tmpdir(), 'oejenhoejde-new-'));
	const fresh = openFile(':memory:');
	expect(outcomes(await intake.count(fresh, keysFolder, many(2), today))).toEqual([
		undefined,
		undefined
	]);
	expect(size(fresh, 'not_counted')).toBe(0);
	await sealingKeys.prepare(fresh, keysFolder, today);
	const envelope = await sealSubmission(submission({ channel: 'open' }), makeKeyPair());
	const receive = () => intake.receive(fresh, keysFolder, [envelope], { grant: undefined, today });
	await expect(receive()).rejects.toMatchObject({ kind: 'key-missing' });
	rounds.open(fresh, keysFolder, { ...round, id: 'another' }, questionnaire, 500);
	expect(outcomes(await intake.count(fresh, keysFolder, many(1), today))).toEqual(['not-counted']);
	expect(await receive()).toMatchObject({ results: [{ outcome: 'quarantined' }] });
});

it('refuses no code for a secret that is gone', async () => {
	const { db, keysFolder } = municipality();
	const batch = { round: round.id, prefix: 'AB', month: '2026-02', count: 1 };
	const [code] = codes.make(db, keysFolder, batch);
	const path = join(keysFolder, 'codes.secret');
	renameSync(path, `${path}.away`);
	const coded = many(1, { channel: 'code', code });
	await expect(intake.count(db, keysFolder, coded, today)).rejects.toThrow(path);
	renameSync(`${path}.away`, path);
	expect(outcomes(await intake.count(db, keysFolder, coded, today))).toEqual(['counted']);
});

it('keeps nothing unread for a want of its own keys: devices keep it until they are back', async () => {
	const { db, keysFolder } = municipality();
	sealingKeys.rotate(keysFolder, today);
	const key = keys.publicKey(keysFolder);
	if (!key) throw new Error('there is one');
	const envelope = await sealSubmission(many(1, { channel: 'open' })[0] ?? submission(), key);
	const receive = () => intake.receive(db, keysFolder, [envelope], { grant: undefined, today });
	const path = keys.pairsPath(keysFolder);
	renameSync(path, `${path}.away`);
	await expect(receive()).rejects.toMatchObject({ kind: 'key-missing', path });
	expect(size(db, 'quarantine')).toBe(0);
	renameSync(`${path}.away`, path);
	expect(outcomes((await receive()).results)).toEqual(['counted']);
});

it('acknowledges nothing that was written to a file which is not there any more', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-intake-'));
	vi.stubEnv('DATA_DIR', join(folder, 'data'));
	vi.stubEnv('KEYS_DIR', join(folder, 'keys'));
	const db = open('stevns');
	const keysFolder = keys.folder('stevns');
	rounds.open(db, keysFolder, round, questionnaire, 500);
	rmSync(join(folder, 'data', 'stevns.sqlite'));
	await expect(intake.count(db, keysFolder, many(1), today)).rejects.toMatchObject({
		kind: 'file-missing'
	});
	closeAll();
});
