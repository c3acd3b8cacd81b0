import { createHash, timingSafeEqual } from 'node:crypto';
import { addDays, type Day } from '../../calendar.ts';
import type { NewShare, NewShareReply, OpeningReply } from '../../journey/share.ts';
import { immediately, type Db } from '../core/database.ts';

/** More than a municipality's citizens share in a fortnight; a flood must not fill the disk (64 kB each). */
const SHARES_MAX = 5000;
/** That a share has ended is remembered this long, for those who come late with the key. */
const ENDED_DAYS = 14;

type Row = {
	id: string;
	ciphertext: string | null;
	wrapped: string | null;
	link_proof: Buffer;
	typed_proof: Buffer | null;
	owner_proof: Buffer;
	opens_left: number;
	expires_on: Day;
	ended: 'expired' | 'withdrawn' | 'used-up' | null;
};

/** Keeps a locked picture; today is the first of its days. An id that is in use, or was until lately, is `taken`. */
export function keep(db: Db, share: NewShare, today: Day): NewShareReply {
	return immediately(db, () => {
		const { n } = db
			.prepare<[], { n: number }>('select count(*) as n from share where ended is null')
			.get() ?? { n: 0 };
		if (n >= SHARES_MAX) return { outcome: 'full' };
		if (find(db, share.id)) return { outcome: 'taken' };
		const expiresOn = addDays(today, share.days - 1);
		db.prepare(
			`insert into share (id, ciphertext, wrapped, link_proof, typed_proof, owner_proof, opens_left, expires_on)
			 values (?, ?, ?, ?, ?, ?, ?, ?)`
		).run(
			share.id,
			share.ciphertext,
			share.typed?.wrapped ?? null,
			bytes(share.linkProof),
			share.typed ? bytes(share.typed.proof) : null,
			bytes(share.ownerProof),
			share.opens,
			expiresOn
		);
		return { outcome: 'kept', expiresOn };
	});
}

/**
 * Hands over the ciphertext to one who proves to hold the key or the words, and counts the opening.
 * Without proof a share looks as if it had never been.
 */
export function open(db: Db, id: string, proof: string, today: Day): OpeningReply {
	return immediately(db, () => {
		expire(db, today);
		const share = find(db, id);
		if (!share) return { outcome: 'unknown' };
		const byLink = proves(proof, share.link_proof);
		const byWords = share.typed_proof !== null && proves(proof, share.typed_proof);
		if (!byLink && !byWords) return { outcome: 'unknown' };
		if (share.ended !== null || share.ciphertext === null) {
			return { outcome: share.ended ?? 'expired' };
		}
		if (share.opens_left > 1) {
			db.prepare('update share set opens_left = opens_left - 1 where id = ?').run(id);
		} else {
			end(db, id, 'used-up');
		}
		return {
			outcome: 'opened',
			ciphertext: share.ciphertext,
			wrapped: byWords ? share.wrapped : null
		};
	});
}

/** Ends a share at its owner's word. Done twice, it is still withdrawn; without the owner's secret nothing happens. */
export function withdraw(db: Db, id: string, owner: string): boolean {
	return immediately(db, () => {
		const share = find(db, id);
		if (!share || !proves(owner, share.owner_proof)) return false;
		if (share.ended !== 'withdrawn') end(db, id, 'withdrawn');
		return true;
	});
}

/** Destroys what has lived its days; `secure_delete` overwrites it. Run at the day's turn, and before an opening. */
export function expire(db: Db, today: Day): void {
	db.prepare(
		`update share set ended = 'expired', ciphertext = null, wrapped = null, opens_left = 0
		 where ended is null and expires_on < ?`
	).run(today);
	db.prepare('delete from share where expires_on < ?').run(addDays(today, -ENDED_DAYS));
}

const find = (db: Db, id: string): Row | undefined =>
	db.prepare<[string], Row>('select * from share where id = ?').get(id);

const end = (db: Db, id: string, ended: NonNullable<Row['ended']>): void =>
	void db
		.prepare(
			'update share set ended = ?, ciphertext = null, wrapped = null, opens_left = 0 where id = ?'
		)
		.run(ended, id);

const bytes = (base64url: string): Buffer => Buffer.from(base64url, 'base64url');

function proves(secret: string, hash: Buffer): boolean {
	const given = createHash('sha256').update(bytes(secret)).digest();
	return given.length === hash.length && timingSafeEqual(given, hash);
}
