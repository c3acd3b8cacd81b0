import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { charactersOf } from '../../survey/code.ts';
import { immediately, type Db } from '../core/database.ts';

const PERIOD_SECONDS = 30;
/** One step early or late: clocks of phones differ. */
const WINDOW = 1;
const SECRET_BYTES = 20;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type Enrolment = {
	/** For typing it in by hand. */
	secret: string;
	/** What the QR code says. */
	uri: string;
};

/**
 * A secret that waits to be confirmed; the same one again until then, so that a reloaded page shows the same code.
 * @param key 32 bytes that are not in the file
 */
export function enrol(
	db: Db,
	user: { id: string; email: string },
	{ key, issuer }: { key: Buffer; issuer: string }
): Enrolment {
	const waiting = rowOf(db, user.id);
	if (waiting?.confirmed) throw new Error('a second factor is set up already');
	const secret = waiting ? open(waiting.sealed, user.id, key) : new Secret({ size: SECRET_BYTES });
	if (!waiting) {
		db.prepare<[string, Buffer]>('insert into totp (user, sealed) values (?, ?)').run(
			user.id,
			seal(secret, user.id, key)
		);
	}
	return { secret: secret.base32, uri: totpOf(secret, { issuer, label: user.email }).toString() };
}

/**
 * Whether the six digits are right now. A code counts once: neither it nor an earlier one is taken again.
 * @param confirming whether this is the first one, which sets the second factor up
 */
export function check(
	db: Db,
	user: string,
	code: string,
	{ key, now, confirming = false }: { key: Buffer; now: Date; confirming?: boolean }
): boolean {
	return immediately(db, () => {
		const row = rowOf(db, user);
		if (!row || Boolean(row.confirmed) === confirming) return false;
		const timestamp = now.getTime();
		const delta = totpOf(open(row.sealed, user, key)).validate({
			token: charactersOf(code),
			timestamp,
			window: WINDOW
		});
		if (delta === null) return false;
		const step = TOTP.counter({ period: PERIOD_SECONDS, timestamp }) + delta;
		const taken = db
			.prepare<[number, string, number]>(
				'update totp set step = ?, confirmed = 1 where user = ? and step < ?'
			)
			.run(step, user, step);
		return taken.changes === 1;
	});
}

export const isSetUp = (db: Db, user: string): boolean => rowOf(db, user)?.confirmed === 1;

/** The next sign-in sets a new one up. Recovery codes go with it. */
export function remove(db: Db, user: string): void {
	immediately(db, () => {
		db.prepare<[string]>('delete from totp where user = ?').run(user);
		db.prepare<[string]>('delete from recovery_code where user = ?').run(user);
	});
}

type Row = { sealed: Buffer; confirmed: number };
const rowOf = (db: Db, user: string): Row | undefined =>
	db.prepare<[string], Row>('select sealed, confirmed from totp where user = ?').get(user);

const totpOf = (secret: Secret, names: { issuer?: string; label?: string } = {}): TOTP =>
	new TOTP({ ...names, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS });

function seal(secret: Secret, user: string, key: Buffer): Buffer {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(user));
	const sealed = Buffer.concat([cipher.update(secret.bytes), cipher.final()]);
	return Buffer.concat([nonce, sealed, cipher.getAuthTag()]);
}

function open(sealed: Buffer, user: string, key: Buffer): Secret {
	const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES))
		.setAAD(Buffer.from(user))
		.setAuthTag(sealed.subarray(-TAG_BYTES));
	const bytes = Buffer.concat([
		decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)),
		decipher.final()
	]);
	return new Secret({ buffer: new Uint8Array(bytes).buffer });
}
