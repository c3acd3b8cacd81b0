import Database from 'better-sqlite3';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { many, municipality, round, submission } from '../../../../tests/support/survey.ts';
import { openFile } from '../core/database.ts';
import { makeKeyPair } from '../core/opener.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import type { Submission } from '../../survey/submission.ts';
import * as changes from '../rounds/changes.ts';
import * as grants from './grants.ts';
import { admit } from '../intake/admission.ts';
import * as plans from '../plan/plans.ts';
import * as quarantine from '../intake/quarantine.ts';
import * as tablets from './tablets.ts';

const today = '2026-02-10';
const stevns = plans.find('stevns');
if (!stevns) throw new Error('no plan');
const plan = {
	...stevns,
	teams: ['nord', 'syd'].map((id) => ({ id, name: { da: `Team ${id}` }, caseworkers: 5 }))
};
const start = (at: ReturnType<typeof municipality>, team = 'nord', previous?: string): string => {
	const chosen = { round: round.id, team, label: `Tablet ${team}` };
	const outcome = tablets.start(at.db, plan, chosen, { previous, today });
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.started.token;
};
const countedAs = (
	at: ReturnType<typeof municipality>,
	token: string,
	said: Partial<Submission>
): string | undefined => admit(submission(said), at.kept, grants.find(at.db, token))?.team;

it('starts with a round that asks on tablets today and a team of it, and with nothing else', () => {
	const { db, kept } = municipality({ teams: ['nord'] });
	expect(tablets.choices(db, plan, today)).toEqual([
		{ id: round.id, name: 'Forår 2026', teams: [{ id: 'nord', name: 'Team nord' }] }
	]);
	const begin = (chosen: { round?: string; team?: string }, day = today) =>
		tablets.start(db, plan, { round: round.id, label: '', ...chosen }, { today: day });
	expect(begin({ team: 'nord' })).toMatchObject({ ok: true, started: { teamName: 'Team nord' } });
	expect(begin({ team: 'syd' })).toEqual({ ok: false, reason: 'bad-team' });
	expect(begin({})).toEqual({ ok: false, reason: 'bad-team' });
	expect(begin({ team: 'nord', round: 'gammel' })).toEqual({ ok: false, reason: 'bad-round' });
	expect(begin({ team: 'nord' }, '2026-07-01')).toEqual({ ok: false, reason: 'bad-round' });
	changes.stop(db, kept.round.id, { reason: 'Skærmene er væk', today });
	expect(begin({ team: 'nord' })).toEqual({ ok: false, reason: 'bad-round' });
});

it('is known by its label and two days, and by nothing that it brought', () => {
	const at = municipality();
	const token = start(at);
	const [made] = tablets.list(at.db);
	expect(made).toMatchObject({ label: 'Tablet nord', team: 'nord', madeOn: today, seenOn: null });
	grants.noteSeen(at.db, token, '2026-02-12');
	grants.noteSeen(at.db, token, '2026-02-13');
	expect(tablets.list(at.db)[0]?.seenOn).toBe('2026-02-13');
	expect(JSON.stringify(tablets.list(at.db))).not.toContain(token);
});

it('waits for nobody to note the day, and writes it once', () => {
	const path = join(mkdtempSync(join(tmpdir(), 'oejenhoejde-seen-')), 'stevns.sqlite');
	const db = openFile(path);
	const token = grants.make(db, { round: round.id, channel: 'tablet', team: 'nord' });
	const other = new Database(path);
	const seen = () => db.prepare('select seen_on from grant_token').pluck().get();
	other.exec('begin immediate');
	grants.noteSeen(db, token, '2026-02-12');
	expect(seen()).toBeNull();
	other.exec('rollback');
	grants.noteSeen(db, token, '2026-02-12');
	expect(seen()).toBe('2026-02-12');
	const changes = () => db.prepare('select total_changes()').pluck().get();
	const before = changes();
	grants.noteSeen(db, token, '2026-02-12');
	expect(changes()).toBe(before);
	other.close();
	db.close();
});

it('is revoked by its key alone, once, and is then let in no more', () => {
	const at = municipality();
	const token = start(at);
	const [tablet] = tablets.list(at.db);
	expect(tablets.revoke(at.db, 'ff')).toBeUndefined();
	expect(tablets.revoke(at.db, tablet?.key ?? '')).toMatchObject({ label: 'Tablet nord' });
	expect(grants.find(at.db, token)).toBeUndefined();
	expect(tablets.list(at.db)).toMatchObject([{ isRevoked: true }]);
	expect(tablets.revoke(at.db, tablet?.key ?? '')).toBeUndefined();
});

it('speaks for its own team, whatever the device says', () => {
	const at = municipality();
	const token = start(at);
	for (const team of ['nord', 'syd', undefined])
		expect(countedAs(at, token, { team })).toBe('nord');
});

it('started again, it brings what waited under the team that it was said for', () => {
	const at = municipality();
	const first = start(at, 'nord');
	tablets.revoke(at.db, tablets.list(at.db)[0]?.key ?? '');
	const second = start(at, 'syd', first);
	expect(countedAs(at, second, { team: 'nord' })).toBe('nord');
	expect(countedAs(at, second, { team: 'syd' })).toBe('syd');
	expect(countedAs(at, second, { team: 'vest' })).toBe('syd');
	const third = start(at, 'syd', second);
	expect(countedAs(at, third, { team: 'nord' })).toBe('nord');
	expect(grants.find(at.db, second)).toBeUndefined();
	expect(tablets.list(at.db)).toHaveLength(1);
});

it('brings what waited when the reply to its new start was lost on the way', () => {
	const at = municipality();
	const first = start(at, 'nord');
	start(at, 'syd', first);
	const again = start(at, 'syd', first);
	expect(countedAs(at, again, { team: 'nord' })).toBe('nord');
});

it('inherits nothing from a token that was never made, nor from the keying in of paper', () => {
	const at = municipality();
	const paper = grants.make(at.db, { round: round.id, channel: 'paper', team: 'syd' });
	for (const previous of ['guessed', paper]) {
		expect(grants.find(at.db, start(at, 'nord', previous))?.earlier).toBeUndefined();
	}
	expect(grants.find(at.db, paper)).toMatchObject({ channel: 'paper' });
});

it('goes into quarantine with all that it was started with', async () => {
	const at = municipality();
	const token = start(at, 'syd', start(at, 'nord'));
	const grant = grants.find(at.db, token);
	const [said] = many(1);
	if (!said) throw new Error('nothing said');
	const envelope = await sealSubmission(said, makeKeyPair());
	quarantine.keep(at.db, [{ envelope, reason: 'invalid' }], { grant, today });
	expect(quarantine.list(at.db)[0]?.grant).toEqual(grant);
	expect(grant?.earlier).toEqual([{ round: round.id, team: 'nord' }]);
});
