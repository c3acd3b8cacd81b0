import { addDays, type Day } from '../../calendar.ts';
import { Envelope } from '../../survey/envelope.ts';
import type { Acknowledgement } from '../../survey/submission.ts';
import { immediately, type Db } from '../core/database.ts';
import * as throttle from '../core/limits/throttle.ts';
import { Grant } from '../tablet/grants.ts';
import type { Stranger } from './strangers.ts';

/** Ciphertext that could not be counted is kept this long for a retry, and no more than this of it. */
const QUARANTINE_DAYS = 30;
export const QUARANTINE_MAX = 1000;
/** Of these, so many are kept for tablets and paper forms: what anyone can send finds the rest. */
export const QUARANTINE_RESERVED = 300;

export type Unopened = { envelope: Envelope; reason: 'cannot-open' | 'invalid' };

/**
 * Keeps what could not be opened or understood, as ciphertext, for the retry command.
 * @returns a reply for each that is kept. Where there is no room, or its network or all strangers have sent their share of what
 * nobody can open, a device gets none, and keeps its copy: what was acknowledged is never thrown out for what comes later.
 */
export function keep(
	db: Db,
	unopened: Unopened[],
	{ grant, stranger, today }: { grant: Grant | undefined; stranger?: Stranger; today: Day }
): Acknowledgement[] {
	if (unopened.length === 0) return [];
	return immediately(db, () => {
		const find = db.prepare<[Buffer]>('select 1 from quarantine where id = ?');
		const add = db.prepare(
			'insert into quarantine (id, round, reason, envelope, door, day) values (?, ?, ?, ?, ?, ?)'
		);
		let room = grant ? QUARANTINE_MAX - size(db) : strangersRoom(db);
		const door = JSON.stringify(grant ?? null);
		return unopened.flatMap(({ envelope, reason }) => {
			const { id, round } = envelope;
			const key = Buffer.from(id);
			if (!find.get(key)) {
				if (room <= 0 || (stranger && isFlooding(stranger))) return [];
				room -= 1;
				add.run(key, round, reason, JSON.stringify(envelope), door, today);
			}
			return [{ id, outcome: 'quarantined' as const, reason }];
		});
	});
}

const isFlooding = ({ network, place }: Stranger): boolean =>
	throttle.take('unopened', network, { place }) > 0;

function strangersRoom(db: Db): number {
	const theirs = db
		.prepare<[], number>("select count(*) from quarantine where door = 'null'")
		.pluck()
		.get();
	return Math.min(QUARANTINE_MAX - size(db), QUARANTINE_MAX - QUARANTINE_RESERVED - (theirs ?? 0));
}

const size = (db: Db): number =>
	db.prepare<[], number>('select count(*) from quarantine').pluck().get() ?? 0;

/** What waits for a retry, with the grant that it came by. */
export function list(db: Db): { envelope: Envelope; grant: Grant | undefined }[] {
	return db
		.prepare<[], { envelope: string; door: string }>(
			'select envelope, door from quarantine order by id'
		)
		.all()
		.map(({ envelope, door }) => ({
			envelope: Envelope.parse(JSON.parse(envelope)),
			grant: Grant.parse(JSON.parse(door)) ?? undefined
		}));
}

export function remove(db: Db, id: string): void {
	db.prepare('delete from quarantine where id = ?').run(Buffer.from(id));
}

/** @returns how many rows went */
export const erase = (db: Db, today: Day): number =>
	db.prepare('delete from quarantine where day < ?').run(addDays(today, -QUARANTINE_DAYS)).changes;
