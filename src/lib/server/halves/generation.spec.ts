import Database from 'better-sqlite3';
import { cpSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
	at,
	copied,
	copiedYesterday,
	count,
	makeCodes,
	outcomes,
	putBackFile,
	putBackKeys,
	today,
	turned,
	vejen,
	withCode,
	words
} from '../../../../tests/support/copied.ts';
import { many, questionnaire, round, submission } from '../../../../tests/support/survey.ts';
import { run as acceptOlder } from '../commands/accept-older.ts';
import { closeAll } from '../core/database.ts';
import * as keys from '../core/keys.ts';
import * as intake from '../intake/intake.ts';
import * as changes from '../rounds/changes.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import * as rounds from '../rounds/rounds.ts';
import * as sealingKeys from '../rounds/sealing-keys.ts';
import * as grants from '../tablet/grants.ts';
import * as generation from './generation.ts';

copiedYesterday();

const autumn = {
	...round,
	id: 'efteraar',
	prefix: 'EF',
	opensOn: '2026-07-01',
	closesOn: '2026-09-30'
};
const openAutumn = () => rounds.open(vejen().db, vejen().keysFolder, autumn, questionnaire, 500);
const stillServes = () => expect(vejen().plan.municipality).toBe('vejen');
const refuses = (kind: string, path: string) =>
	expect(() => vejen()).toThrow(expect.objectContaining({ kind, path }));

it('serves on after a stop, a backup, and a crash between the two halves', async () => {
	await turned();
	closeAll();
	stillServes();
	const { db, keysFolder } = vejen();
	const before = keys.generation(keysFolder);
	closeAll();
	// Committed, and then the machine is gone: the keys have not followed.
	const other = new Database(at('data', 'vejen.sqlite'));
	other.exec('update generation set n = n + 1, settled = 0');
	other.close();
	expect(db.open).toBe(false);
	stillServes();
	expect(keys.generation(keysFolder)).toBe((before ?? 0) + 1);
});

it('costs a day’s answers nothing: neither half is written for them', async () => {
	const path = keys.generationPath(vejen().keysFolder);
	const before = statSync(path, { bigint: true }).mtimeNs;
	await count(many(30));
	await turned();
	expect(statSync(path, { bigint: true }).mtimeNs).toBe(before);
});

it.each<[string, () => unknown]>([
	['codes', () => makeCodes(2)],
	['a round', openAutumn],
	[
		'a later closing day',
		() => vejen().db.prepare("update round set closes_on = '2026-07-31'").run()
	],
	['a tablet', () => grants.make(vejen().db, { round: round.id, channel: 'tablet' })],
	['figures', () => turned('2026-03-10')],
	['a copy', () => copied('later')]
])(
	'a file of before %s is refused beside keys of after, and serves when the newer is back',
	async (_, work) => {
		await work();
		await turned();
		closeAll();
		cpSync(at('data', 'vejen.sqlite'), at('newer.sqlite'));
		putBackFile();
		refuses('file-older', at('data', 'vejen.sqlite'));
		closeAll();
		cpSync(at('newer.sqlite'), at('data', 'vejen.sqlite'));
		stillServes();
	}
);

it('keys of before a round are refused beside a file of after, until an operator goes on with them', async () => {
	openAutumn();
	await turned();
	putBackKeys();
	refuses('keys-older', at('keys', 'vejen', 'generation'));
	expect(() => acceptOlder(['vejen'])).toThrow('--yes');
	refuses('keys-older', at('keys', 'vejen', 'generation'));
	acceptOlder(['vejen', '--yes']);
	expect(words()).toContain('its keys are older than its file');
	stillServes();
	expect(outcomes(await count(many(3)))).toEqual(Array(3).fill('counted'));
	expect(outcomes(await count(many(1, { round: 'efteraar' }), '2026-07-02'))).toEqual([undefined]);
});

it('keys of before that are put back under a server that runs do not pass for those of after', async () => {
	const { keysFolder } = vejen();
	makeCodes(1);
	rmSync(keysFolder, { recursive: true });
	cpSync(at('yesterday', 'keys', 'vejen'), keysFolder, { recursive: true });
	const before = keys.generation(keysFolder);
	makeCodes(1);
	await count(many(1));
	makeCodes(1);
	expect(keys.generation(keysFolder)).toBe(before);
	await expect(turned()).rejects.toMatchObject({ kind: 'keys-older' });
});

it('what is sealed to a key of after the copy is not kept unread beside keys of before', async () => {
	const { db, keysFolder } = vejen();
	const key = keys.keyPair(keysFolder, sealingKeys.rotate(keysFolder, today));
	generation.advance(db);
	makeCodes(1);
	if (!key) throw new Error('there is one');
	const envelope = await sealSubmission(submission({ channel: 'open' }), key);
	rmSync(keysFolder, { recursive: true });
	cpSync(at('yesterday', 'keys', 'vejen'), keysFolder, { recursive: true });
	const receive = intake.receive(db, keysFolder, [envelope], { grant: undefined, today });
	await expect(receive).rejects.toMatchObject({ kind: 'keys-older' });
});

it('a code made after the copy is refused for good neither before an operator went on nor after', async () => {
	const [code] = makeCodes(1);
	const { db, keysFolder } = await turned();
	db.pragma('wal_checkpoint(TRUNCATE)');
	// Laid over the open file, so that nothing opens it anew.
	db.exec('delete from code; update generation set n = n - 2, settled = 1');
	expect(outcomes(await intake.count(db, keysFolder, withCode(code), today))).toEqual([undefined]);
	putBackFile();
	acceptOlder(['vejen', '--yes']);
	expect(outcomes(await count(withCode(code)))).toEqual([undefined]);
	expect(outcomes(await count(many(2)))).toEqual(['counted', 'counted']);
	// Nobody waits for ever: when the round takes no more, that is said.
	expect(outcomes(await count(withCode(code), '2026-09-30'))).toEqual(['not-counted']);
});

it('a code that never was is refused as ever where no copy was put back', async () => {
	expect(outcomes(await count(withCode('AB2345679')))).toEqual(['not-counted']);
});

it('a round begun after the copy, and a later closing day, refuse nobody for good', async () => {
	let { db, keysFolder } = vejen();
	const spring = {
		...round,
		id: 'kort',
		prefix: 'KO',
		questionnaire: 'another',
		closesOn: '2026-03-31',
		breakdowns: []
	};
	rounds.open(db, keysFolder, spring, questionnaire, 500);
	await copied('later');
	({ db, keysFolder } = vejen());
	const extended = { closesOn: '2026-05-31', reason: 'sne', today, goalIsForRound: false };
	expect(changes.extend(db, keysFolder, 'kort', extended)).toEqual({ ok: true });
	await turned();
	putBackFile('later');
	acceptOlder(['vejen', '--yes']);
	const late = many(1, { round: 'kort', questionnaire: 'another' });
	expect(outcomes(await count(late, '2026-05-20'))).toEqual([undefined]);
	putBackFile('yesterday');
	acceptOlder(['vejen', '--yes']);
	expect(outcomes(await count(late))).toEqual([undefined]);
});

it('what was accepted is a generation that no copy has', async () => {
	makeCodes(1);
	putBackFile();
	acceptOlder(['vejen', '--yes']);
	await turned();
	closeAll();
	putBackFile();
	refuses('file-older', at('data', 'vejen.sqlite'));
	acceptOlder(['vejen', '--yes']);
	acceptOlder(['vejen', '--yes']);
	expect(words()).toContain('neither half is older');
	expect(
		vejen().db.prepare("select about from audit where what = 'copy-restored'").pluck().all()
	).toEqual(['file']);
});

it('keys that cannot follow lose nothing that was committed, and follow when they can', async () => {
	const { db, keysFolder } = vejen();
	const before = keys.generation(keysFolder) ?? 0;
	renameSync(keysFolder, `${keysFolder}.away`);
	writeFileSync(keysFolder, '');
	generation.advance(db);
	rmSync(keysFolder);
	renameSync(`${keysFolder}.away`, keysFolder);
	expect(keys.generation(keysFolder)).toBe(before);
	await turned();
	expect(keys.generation(keysFolder)).toBe(before + 1);
});
