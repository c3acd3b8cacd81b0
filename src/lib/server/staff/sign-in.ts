import { charactersOf } from '../../survey/code.ts';
import * as audit from '../core/audit.ts';
import type { Db } from '../core/database.ts';
import * as knownBrowsers from './known-browsers.ts';
import { Crowded } from './costly-queue.ts';
import * as password from './password.ts';
import * as recovery from './recovery.ts';
import type { Step } from './access/access.ts';
import * as throttle from '../core/limits/throttle.ts';
import * as totp from './totp.ts';
import * as users from './users.ts';

type Refused = { ok: false; reason: 'wrong' | 'throttled'; retryAfterMinutes: number };
type Outcome<T = unknown> = ({ ok: true } & T) | Refused;
const WRONG: Refused = { ok: false, reason: 'wrong', retryAfterMinutes: 0 };

/**
 * The first step. The answer is the same, and takes as long, for a wrong password and for an address that nobody has.
 * @param device the token of a known browser's cookie
 */
export async function withPassword(
	db: Db,
	given: { email: string; password: string; network: string; device?: string; now: Date }
): Promise<Outcome<{ user: users.User; step: Step }>> {
	const email = given.email.trim().toLowerCase();
	const user = users.findByEmail(db, email);
	const moment = audit.moment(given.now);
	const about = user ? '' : 'ukendt';
	const isKnown = user && knownBrowsers.isKnown(db, user.id, given.device, moment.day);
	const counters: Counter[] = isKnown
		? [['known-browser', `${user.id} ${given.device}`]]
		: [
				['sign-in', given.network],
				['account', email]
			];
	const where = { place: db.name, now: given.now.getTime() };
	for (const [name, who] of counters) {
		const seconds = throttle.take(name, who, where);
		if (seconds === 0) continue;
		// One line a window: the log is not for strangers to fill.
		if (throttle.take('throttling-logged', `${name} ${who}`, where) === 0) {
			fewLines(db, { user, what: 'sign-in-throttled', about, moment, where });
		}
		return throttled(seconds);
	}
	const giveBack = () => counters.forEach(([name, who]) => throttle.giveBack(name, who, where));
	const stored = user?.active ? users.passwordOf(db, user.id) : null;
	try {
		const stranger = isKnown ? undefined : given.network;
		if (!(await password.verify(stored, given.password, stranger)) || !user) {
			fewLines(db, { user, what: 'sign-in-failed', about, moment, where });
			return WRONG;
		}
	} catch (problem) {
		if (!(problem instanceof Crowded)) throw problem;
		giveBack();
		return throttled(CROWDED_SECONDS);
	}
	giveBack();
	return { ok: true, user, step: totp.isSetUp(db, user.id) ? 'second-factor' : 'enrol' };
}

/** The second step: six digits from the app, or a recovery code; `first-code` sets the app up. */
export function withSecondFactor(
	db: Db,
	user: string,
	given: { kind: 'code' | 'first-code' | 'recovery'; code: string; key: Buffer; now: Date }
): Outcome {
	const where = { place: db.name, now: given.now.getTime() };
	const seconds = throttle.take('second-factor', user, where);
	if (seconds > 0) return throttled(seconds);
	const moment = audit.moment(given.now);
	const right =
		given.kind === 'recovery'
			? recovery.use(db, user, given.code)
			: totp.check(db, user, given.code, { ...given, confirming: given.kind === 'first-code' });
	if (!right) {
		if (throttle.take('failures-logged', `second ${user}`, where) === 0) {
			audit.log(db, { who: user, what: 'second-factor-failed', ...moment });
		}
		return WRONG;
	}
	throttle.giveBack('second-factor', user, where);
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
	const where = { place: db.name, now: now.getTime() };
	const seconds = throttle.take('password-again', user, where);
	if (seconds > 0) return throttled(seconds);
	if (!(await password.verify(users.passwordOf(db, user), typed))) return WRONG;
	throttle.giveBack('password-again', user, where);
	if (!second) return { ok: true };
	const kind = /^\d{6}$/.test(charactersOf(second.code)) ? 'code' : 'recovery';
	return withSecondFactor(db, user, { kind, ...second, now });
}

/** @returns seconds to wait */
export const tryLink = (network: string, now: Date): number =>
	throttle.take('one-time-links', network, { now: now.getTime() });

type Counter = ['known-browser' | 'sign-in' | 'account', string];

/** What strangers bring about is in the log so often a day, of each user and of those who are none: it stays for a year. */
function fewLines(
	db: Db,
	line: {
		user: users.User | undefined;
		what: 'sign-in-failed' | 'sign-in-throttled';
		about: string;
		moment: audit.Moment;
		where: throttle.Where;
	}
): void {
	const { user, what, about, moment, where } = line;
	if (throttle.take('failures-logged', `${what} ${user?.id ?? ''}`, where) > 0) return;
	audit.log(db, { who: user?.id ?? null, what, about, ...moment });
}

/** Where too many try at the same moment. */
const CROWDED_SECONDS = 30;

const throttled = (seconds: number): Refused => ({
	ok: false,
	reason: 'throttled',
	retryAfterMinutes: Math.ceil(seconds / 60)
});
