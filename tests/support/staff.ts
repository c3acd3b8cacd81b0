import { TOTP, Secret } from 'otpauth';
import { openFile, type Db } from '../../src/lib/server/core/database.ts';
import * as password from '../../src/lib/server/staff/password.ts';
import type { Role } from '../../src/lib/server/staff/access/role.ts';
import * as totp from '../../src/lib/server/staff/totp.ts';
import * as users from '../../src/lib/server/staff/users.ts';

export const TODAY = '2026-05-20';
export const NOW = new Date('2026-05-20T08:00:00Z');
export const KEY = Buffer.alloc(32, 7);
export const PASSWORD = 'tre grønne hatte';

export const later = (minutes: number, from: Date = NOW): Date =>
	new Date(from.getTime() + minutes * 60_000);

export const file = (): Db => openFile(':memory:');

/** Someone with the roles, a password, and a second factor if asked for. */
export async function someone(
	db: Db,
	{ name, roles, withTotp = false }: { name: string; roles: Role[]; withTotp?: boolean }
): Promise<{ user: users.User; code: (at: Date) => string }> {
	const email = `${name.toLowerCase()}@stevns.example`;
	const added = users.add(db, { name, email, roles, today: TODAY });
	if (!added.ok) throw new Error(added.reason);
	users.setPassword(db, added.user.id, await password.hash(PASSWORD));
	let code = (_at: Date) => '';
	if (withTotp) {
		const { secret } = totp.enrol(db, added.user, { key: KEY, issuer: 'test' });
		code = codeOf(secret);
		const before = later(-10);
		totp.check(db, added.user.id, code(before), { key: KEY, now: before, confirming: true });
	}
	const user = users.find(db, added.user.id);
	if (!user) throw new Error('nobody');
	return { user, code };
}

/** What the app on the phone shows. */
export const codeOf =
	(secret: string) =>
	(at: Date): string =>
		new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({
			timestamp: at.getTime()
		});
