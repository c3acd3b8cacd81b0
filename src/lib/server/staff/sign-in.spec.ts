import { beforeEach, describe, expect, it } from 'vitest';
import {
	file,
	KEY,
	later,
	NOW,
	PASSWORD,
	someone,
	TODAY
} from '../../../../tests/support/staff.ts';
import * as audit from '../core/audit.ts';
import type { Db } from '../core/database.ts';
import * as knownBrowsers from './known-browsers.ts';
import * as recovery from './recovery.ts';
import * as signIn from './sign-in.ts';
import * as throttle from '../core/limits/throttle.ts';

const right = {
	email: ' Karen@stevns.example',
	password: PASSWORD,
	network: '192.0.2.1',
	now: NOW
};
const wrong = { ...right, password: 'fire blå strømper' };
const deeds = (db: Db) =>
	audit
		.search(db, { text: '', what: '', from: '', to: '' }, { limit: 500, offset: 0 })
		.lines.map(({ what }) => what)
		.reverse();

describe('signing in by password', () => {
	beforeEach(throttle.forgetAll);

	it('asks for the second factor, or for one to be set up', async () => {
		const db = file();
		await someone(db, { name: 'Karen', roles: ['leader'], withTotp: true });
		await someone(db, { name: 'Ole', roles: ['leader'] });
		expect(await signIn.withPassword(db, right)).toMatchObject({ ok: true, step: 'second-factor' });
		expect(await signIn.withPassword(db, { ...right, email: 'ole@stevns.example' })).toMatchObject({
			ok: true,
			step: 'enrol'
		});
	});

	it('answers alike to a wrong password, an unknown address, and someone without access', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const refusal = { ok: false, reason: 'wrong', retryAfterMinutes: 0 };
		expect(await signIn.withPassword(db, wrong)).toEqual(refusal);
		expect(await signIn.withPassword(db, { ...right, email: 'x@y.example' })).toEqual(refusal);
		db.prepare('update user set active = 0 where id = ?').run(user.id);
		expect(await signIn.withPassword(db, right)).toEqual(refusal);
		expect(deeds(db)).toEqual(['sign-in-failed', 'sign-in-failed', 'sign-in-failed']);
	});

	it('never writes down what was typed for someone who is not here', async () => {
		const db = file();
		await signIn.withPassword(db, { ...wrong, email: 'min hemmelige kode' });
		expect(JSON.stringify(db.prepare('select * from audit').all())).not.toContain('hemmelige');
	});

	it('slows a hundred wrong passwords down, and tells the log once of the account and once of the address', async () => {
		const db = file();
		await someone(db, { name: 'Karen', roles: ['leader'] });
		let tried = 0;
		for (let n = 0; n < 100; n++) {
			const outcome = await signIn.withPassword(db, { ...wrong, now: later(n / 60) });
			if (!outcome.ok && outcome.reason === 'wrong') tried++;
		}
		expect(tried).toBeLessThanOrEqual(11);
		expect(deeds(db).filter((deed) => deed === 'sign-in-throttled')).toHaveLength(2);
	});

	it('lets the rightful user in within 15 minutes of a hundred wrong passwords', async () => {
		const db = file();
		await someone(db, { name: 'Karen', roles: ['leader'] });
		for (let n = 0; n < 100; n++) await signIn.withPassword(db, wrong);
		const refused = await signIn.withPassword(db, { ...right, network: '198.51.100.7' });
		expect(refused).toMatchObject({ ok: false, reason: 'throttled' });
		if (refused.ok) return;
		expect(refused.retryAfterMinutes).toBeLessThanOrEqual(15);
		const now = later(refused.retryAfterMinutes);
		expect((await signIn.withPassword(db, { ...right, network: '198.51.100.7', now })).ok).toBe(
			true
		);
	});

	it('lets the rightful user in at once from a browser they use, however long strangers keep trying', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const device = knownBrowsers.remember(db, user.id, TODAY);
		for (let minute = 0; minute < 60; minute++) {
			const now = later(minute);
			for (let n = 0; n < 3; n++) await signIn.withPassword(db, { ...wrong, now });
			if (minute % 20 === 0) {
				expect((await signIn.withPassword(db, { ...right, device, now })).ok).toBe(true);
			}
		}
	});

	it('counts a stolen known browser too, and only for its owner', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		await someone(db, { name: 'Ole', roles: ['leader'] });
		const device = knownBrowsers.remember(db, user.id, TODAY);
		for (let n = 0; n < 10; n++) await signIn.withPassword(db, { ...wrong, device });
		expect(await signIn.withPassword(db, { ...right, device })).toMatchObject({ ok: false });
		const ole = { ...wrong, email: 'ole@stevns.example', device };
		for (let n = 0; n < 10; n++) await signIn.withPassword(db, ole);
		expect(await signIn.withPassword(db, ole)).toMatchObject({ reason: 'throttled' });
	});

	it('slows one address down that tries many names', async () => {
		const db = file();
		let tried = 0;
		for (let n = 0; n < 60; n++) {
			const email = `person${n}@stevns.example`;
			const outcome = await signIn.withPassword(db, { ...wrong, email });
			if (!outcome.ok && outcome.reason === 'wrong') tried++;
		}
		expect(tried).toBe(throttle.LIMITS['sign-in'].limit);
	});
});

describe('the second step', () => {
	beforeEach(throttle.forgetAll);

	it('takes a code from the app, or a recovery code, which the log tells', async () => {
		const db = file();
		const { user, code } = await someone(db, { name: 'Karen', roles: ['leader'], withTotp: true });
		const [spare = ''] = recovery.renew(db, user.id);
		const given = { key: KEY, now: NOW };
		expect(
			signIn.withSecondFactor(db, user.id, { kind: 'code', code: code(NOW), ...given }).ok
		).toBe(true);
		expect(
			signIn.withSecondFactor(db, user.id, { kind: 'recovery', code: spare, ...given }).ok
		).toBe(true);
		expect(signIn.withSecondFactor(db, user.id, { kind: 'code', code: spare, ...given }).ok).toBe(
			false
		);
		expect(deeds(db)).toEqual(['recovery-code-used', 'second-factor-failed']);
	});

	it('is not guessed: five tries, then three minutes for each', async () => {
		const db = file();
		const { user, code } = await someone(db, { name: 'Karen', roles: ['leader'], withTotp: true });
		const guess = { kind: 'code', code: '123456', key: KEY } as const;
		for (let n = 0; n < 5; n++) signIn.withSecondFactor(db, user.id, { ...guess, now: NOW });
		const outcome = signIn.withSecondFactor(db, user.id, { ...guess, code: code(NOW), now: NOW });
		expect(outcome).toEqual({ ok: false, reason: 'throttled', retryAfterMinutes: 3 });
		const now = later(4);
		expect(signIn.withSecondFactor(db, user.id, { ...guess, code: code(now), now }).ok).toBe(true);
	});
});
