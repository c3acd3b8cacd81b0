import { beforeEach, expect, it } from 'vitest';
import { file, NOW, PASSWORD, someone } from '../../../../tests/support/staff.ts';
import * as throttle from '../core/limits/throttle.ts';
import * as knownBrowsers from './known-browsers.ts';
import * as queue from './costly-queue.ts';
import * as signIn from './sign-in.ts';

beforeEach(throttle.forgetAll);

it('a flood of wrong passwords from 60 networks keeps neither a known browser nor a newcomer waiting long', async () => {
	const db = file();
	const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
	await someone(db, { name: 'Ole', roles: ['leader'] });
	const device = knownBrowsers.remember(db, user.id, '2026-05-20');
	const rows = () => db.prepare<[], number>('select count(*) from audit').pluck().get() ?? 0;
	const before = rows();
	const began = performance.now();
	const since = () => Math.round(performance.now() - began);

	const attempts = Array.from({ length: 60 * 10 }, (_, n) =>
		signIn.withPassword(db, {
			email: `nobody${n}@stevns.example`,
			password: 'forkert kodeord',
			network: `192.0.2.${n % 60}`,
			now: NOW
		})
	);
	const known = signIn
		.withPassword(db, {
			email: user.email,
			password: PASSWORD,
			network: '192.0.2.1',
			device,
			now: NOW
		})
		.then((outcome) => ({ outcome, waited: since() }));
	const newcomer = signIn
		.withPassword(db, {
			email: 'ole@stevns.example',
			password: PASSWORD,
			network: '198.51.100.7',
			now: NOW
		})
		.then((outcome) => ({ outcome, waited: since() }));

	const [first, second] = await Promise.all([known, newcomer]);
	const outcomes = await Promise.all(attempts);
	const tried = outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'wrong').length;
	console.log(
		`600 wrong passwords from 60 networks: ${tried} tried, ${600 - tried} sent away, ` +
			`${rows() - before} rows written; a known browser waited ${first.waited} ms, ` +
			`a newcomer ${second.waited} ms, the last of them ${since()} ms`
	);
	expect(first.outcome.ok).toBe(true);
	expect(second.outcome.ok).toBe(true);
	expect(tried).toBeLessThanOrEqual(queue.STRANGERS_MAX + 2);
	expect(rows() - before).toBeLessThanOrEqual(2 * throttle.LIMITS['failures-logged'].limit);
	// Behind two at most, and before everyone else who waits.
	expect(first.waited).toBeLessThan(second.waited);
	expect(second.waited).toBeLessThan(10_000);
});
