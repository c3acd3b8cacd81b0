import * as audit from '../core/audit.ts';
import type { Db } from '../core/database.ts';
import * as knownBrowsers from './known-browsers.ts';
import * as password from './password.ts';
import * as recovery from './recovery.ts';
import type { Step } from './roles.ts';
import * as throttle from '../core/throttle.ts';
import * as totp from './totp.ts';
import * as users from './users.ts';

const WINDOW_SECONDS = 15 * 60;
/** Tries refill evenly, so one more is never further off than 90 seconds. Wrong passwords for one account from browsers that nobody has signed in from. */
const PER_ACCOUNT = { limit: 10, perSeconds: WINDOW_SECONDS };
/** A town hall shares one address. */
export const PER_ADDRESS = { limit: 50, perSeconds: WINDOW_SECONDS };
const PER_SECOND_FACTOR = { limit: 5, perSeconds: WINDOW_SECONDS };

type Refused = { ok: false; reason: 'wrong' | 'throttled'; retryAfterMinutes: number };
type Outcome<T = unknown> = ({ ok: true } & T) | Refused;
const WRONG: Refused = { ok: false, reason: 'wrong', retryAfterMinutes: 0 };

/**
 * The first step. The answer is the same, and takes as long, for a wrong password and for an address that nobody has.
 * @param device the token of a known browser's cookie
 */
export async function withPassword(
	db: Db,
	given: { email: string; password: string; address: string; device?: string; now: Date }
): Promise<Outcome<{ user: users.User; step: Step }>> {
	const email = given.email.trim().toLowerCase();
	const user = users.findByEmail(db, email);
	const moment = audit.moment(given.now);
	const counters = countersOf(db, { ...given, email, user, day: moment.day });
	const about = user ? '' : 'ukendt';
	const time = given.now.getTime();
	for (const { key, limit } of counters) {
		const seconds = throttle.take(key, limit, time);
		if (seconds === 0) continue;
		// One line a window: the log is not for strangers to fill.
		if (throttle.take(`told|${key}`, { ...limit, limit: 1 }, time) === 0) {
			audit.log(db, { who: user?.id ?? null, what: 'sign-in-throttled', about, ...moment });
		}
		return throttled(seconds);
	}
	const stored = user?.active ? users.passwordOf(db, user.id) : null;
	if (!(await password.verify(stored, given.password)) || !user) {
		audit.log(db, { who: user?.id ?? null, what: 'sign-in-failed', about, ...moment });
		return WRONG;
	}
	for (const { key, limit } of counters) throttle.giveBack(key, limit, time);
	return { ok: true, user, step: totp.isSetUp(db, user.id) ? 'second-factor' : 'enrol' };
}

/** The second step: six digits from the app, or a recovery code; `first-code` sets the app up. */
export function withSecondFactor(
	db: Db,
	user: string,
	given: { kind: 'code' | 'first-code' | 'recovery'; code: string; key: Buffer; now: Date }
): Outcome {
	const counter = `second|${user}`;
	const seconds = throttle.take(counter, PER_SECOND_FACTOR, given.now.getTime());
	if (seconds > 0) return throttled(seconds);
	const moment = audit.moment(given.now);
	const right =
		given.kind === 'recovery'
			? recovery.use(db, user, given.code)
			: totp.check(db, user, given.code, { ...given, confirming: given.kind === 'first-code' });
	if (!right) {
		audit.log(db, { who: user, what: 'second-factor-failed', ...moment });
		return WRONG;
	}
	throttle.giveBack(counter, PER_SECOND_FACTOR, given.now.getTime());
	if (given.kind === 'recovery')
		audit.log(db, { who: user, what: 'recovery-code-used', ...moment });
	return { ok: true };
}

/**
 * Someone already signed in says who they are once more, before their own access is changed.
 * @param given `second` is asked for where the second factor itself is changed: six digits, or a recovery code
 */
export async function again(
	db: Db,
	user: string,
	given: { password: string; second?: { code: string; key: Buffer }; now: Date }
): Promise<Outcome> {
	const { password: typed, second, now } = given;
	const counter = `again|${user}`;
	const seconds = throttle.take(counter, PER_ACCOUNT, now.getTime());
	if (seconds > 0) return throttled(seconds);
	if (!(await password.verify(users.passwordOf(db, user), typed))) return WRONG;
	throttle.giveBack(counter, PER_ACCOUNT, now.getTime());
	if (!second) return { ok: true };
	const kind = /^[\d\s]{6,8}$/.test(second.code.trim()) ? 'code' : 'recovery';
	return withSecondFactor(db, user, { kind, ...second, now });
}

/** Guessing a link is hopeless; this keeps it cheap for us too. @returns seconds to wait */
export const tryLink = (address: string, now: Date): number =>
	throttle.take(`link|${networkOf(address)}`, PER_ADDRESS, now.getTime());

type Counter = { key: string; limit: throttle.Limit };

/** A known browser has a counter of its own, so that strangers' attempts never keep its owner out. */
function countersOf(
	db: Db,
	given: {
		email: string;
		address: string;
		device?: string;
		user: users.User | undefined;
		day: string;
	}
): Counter[] {
	const { user, device, day } = given;
	if (user && knownBrowsers.isKnown(db, user.id, device, day)) {
		return [{ key: `known|${user.id}|${device}`, limit: PER_ACCOUNT }];
	}
	return [
		{ key: `address|${networkOf(given.address)}`, limit: PER_ADDRESS },
		{ key: `account|${db.name}|${given.email}`, limit: PER_ACCOUNT }
	];
}

/** One household or office has a whole /64 of IPv6 addresses. */
export function networkOf(address: string): string {
	if (!address.includes(':') || address.includes('.')) return address;
	const [head = '', tail] = address.split('::');
	const given = head.split(':').filter(Boolean);
	const after = tail?.split(':').filter(Boolean) ?? [];
	const zeros = Array<string>(8 - given.length - after.length).fill('0');
	return [...given, ...zeros, ...after].slice(0, 4).join(':');
}

const throttled = (seconds: number): Refused => ({
	ok: false,
	reason: 'throttled',
	retryAfterMinutes: Math.ceil(seconds / 60)
});
