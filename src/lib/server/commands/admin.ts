import * as z from 'zod/mini';
import * as audit from '../core/audit.ts';
import { immediately, type Db } from '../core/database.ts';
import { environment, today } from '../core/environment.ts';
import * as invitations from '../staff/invitations.ts';
import * as municipality from '../municipality.ts';
import * as totp from '../staff/totp.ts';
import * as users from '../staff/users.ts';
import type { Takes } from './usage.ts';

export const takes = { least: 2, most: Infinity } satisfies Takes;

/**
 * The first administrator: prints a link to choose a password, once.
 * Again for the same address, it prints a new link and forgets the second factor: the way back in for one who has lost everything.
 * @param args municipality, e-mail address and, if it is not to be made from the address, a name
 * @throws with words for the operator
 */
export function run(args: string[], now: Date = new Date()): void {
	const [slug = '', address = '', ...words] = args;
	const email = z.safeParse(z.email(), address);
	if (!email.success) throw new Error('usage: admin <municipality> <e-mail address> [name]');
	const name = words.join(' ') || email.data;
	const token = municipality.forOne(
		slug,
		({ db }) => invite(db, { email: email.data, name, now }),
		{
			isNew: true
		}
	);
	console.log(`${origin()}/${slug}/intern/invitation#${token}`);
	console.log(
		`The link works once, within ${invitations.INVITATION_DAYS} days, and is not shown again.`
	);
}

const invite = (db: Db, { email, name, now }: { email: string; name: string; now: Date }): string =>
	immediately(db, () => {
		const known = users.findByEmail(db, email);
		if (known && !known.roles.includes('administrator')) {
			throw new Error(`${email} is a user already, but no administrator`);
		}
		const made = known
			? undefined
			: users.add(db, { name, email, roles: ['administrator'], today: today() });
		const user = known ?? (made?.ok ? made.user : undefined);
		if (!user) throw new Error(`${email} could not be added`);
		users.reactivate(db, user.id);
		totp.remove(db, user.id);
		const token = invitations.make(db, user.id, { kind: 'invitation', now });
		const about = user.email;
		audit.log(db, { who: null, what: 'administrator-named', about, ...audit.moment(now) });
		return token;
	});

function origin(): string {
	const { ORIGIN, PORT } = environment();
	return ORIGIN || `http://localhost:${PORT}`;
}
