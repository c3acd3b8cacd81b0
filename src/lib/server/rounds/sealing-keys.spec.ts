import { expect, it } from 'vitest';
import { municipality, round, submission } from '../../../../tests/support/survey.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import * as intake from '../intake/intake.ts';
import * as keys from '../core/keys.ts';
import { retryQuarantine } from '../intake/retry.ts';
import * as sealingKeys from './sealing-keys.ts';

async function place() {
	const made = municipality();
	await sealingKeys.prepare(made.db, made.keysFolder, '2026-01-01');
	const newest = () => {
		const pair = keys.keyPairs(made.keysFolder).at(-1);
		if (!pair) throw new Error('no key');
		return pair;
	};
	const grant = { round: round.id, channel: 'tablet' as const, team: 'nord' };
	const post = (key: { id: string; publicKey: string }, today: string) =>
		sealSubmission(submission(), key).then((envelope) =>
			intake.receive(made.db, made.keysFolder, [envelope], { grant, today })
		);
	return { ...made, newest, post };
}

it('still opens what an old client sealed before a rotation', async () => {
	const { keysFolder, newest, post } = await place();
	const old = newest();
	sealingKeys.rotate(keysFolder, '2026-03-01');
	expect(newest().id).not.toBe(old.id);
	expect(await post(old, '2026-03-02')).toMatchObject({ results: [{ outcome: 'counted' }] });
	expect(await post(newest(), '2026-03-02')).toMatchObject({ results: [{ outcome: 'counted' }] });
});

it('destroys an old key sixty days after its last round’s closing, and never the newest', async () => {
	const { db, keysFolder, newest } = await place();
	const old = newest().id;
	sealingKeys.rotate(keysFolder, '2026-03-01');
	expect(sealingKeys.destroyOld(db, keysFolder, '2026-08-29')).toEqual([]);
	expect(sealingKeys.destroyOld(db, keysFolder, '2026-08-30')).toEqual([old]);
	expect(sealingKeys.destroyOld(db, keysFolder, '2030-01-01')).toEqual([]);
});

it('counts from quarantine when the key is back, once', async () => {
	const { db, keysFolder, newest, post } = await place();
	const pair = newest();
	// One of two: where there is none at all, devices keep what they have.
	sealingKeys.rotate(keysFolder, '2026-02-01');
	keys.destroyKeyPair(keysFolder, pair.id);
	expect(await post(pair, '2026-02-20')).toMatchObject({
		results: [{ outcome: 'quarantined', reason: 'cannot-open' }]
	});
	expect(await retryQuarantine(db, keysFolder, '2026-02-21')).toMatchObject({
		tried: 1,
		settled: []
	});
	keys.addKeyPair(keysFolder, pair);
	const { settled } = await retryQuarantine(db, keysFolder, '2026-02-22');
	expect(settled).toMatchObject([{ outcome: 'counted' }]);
	expect(await retryQuarantine(db, keysFolder, '2026-02-23')).toMatchObject({ tried: 0 });
});
