import { makeKeyPair, open, PrivateKey } from '../core/opener.ts';
import type { PublicKey, Sealed } from '../../seal/seal.ts';
import { seal, unseal } from '../core/sealed.ts';
import type { Db } from '../core/database.ts';
import * as keyring from '../core/keyring.ts';

type Row = { id: string; public_key: string; sealed: Buffer };

/** What someone's devices seal to; made at first use. */
export async function keyOf(db: Db, keysFolder: string, user: string): Promise<PublicKey> {
	const known = rowOf(db, user);
	if (known) return { id: known.id, publicKey: known.public_key };
	const { id, publicKey, privateKey } = makeKeyPair();
	const sealed = seal(
		keyring.staffKey(db, keysFolder),
		Buffer.from(JSON.stringify(privateKey)),
		associated(user, id)
	);
	// Two pages may ask at once: the first key stands.
	db.prepare(
		'insert or ignore into interview_key (user, id, public_key, sealed) values (?, ?, ?, ?)'
	).run(user, id, publicKey, sealed);
	return keyOf(db, keysFolder, user);
}

/**
 * Opens what someone's device sealed, for them alone.
 * @returns undefined when it was sealed to another key or for another interview
 */
export async function openFor(
	db: Db,
	keysFolder: string,
	user: string,
	{ keyId, interview, ...sealed }: Sealed & { keyId: string; interview: string }
): Promise<string | undefined> {
	const row = rowOf(db, user);
	if (!row || row.id !== keyId) return undefined;
	const bytes = unseal(keyring.staffKey(db, keysFolder), row.sealed, associated(user, row.id));
	const privateKey = PrivateKey.parse(JSON.parse(bytes.toString()));
	const opened = await open(privateKey, sealed, `${interview}|${keyId}`);
	return opened.ok ? new TextDecoder().decode(opened.bytes) : undefined;
}

const rowOf = (db: Db, user: string): Row | undefined =>
	db
		.prepare<[string], Row>('select id, public_key, sealed from interview_key where user = ?')
		.get(user);

const associated = (user: string, id: string): string => `interview-key|${user}|${id}`;
