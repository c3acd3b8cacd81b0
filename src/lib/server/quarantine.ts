import { addDays, type Day } from '../calendar.ts';
import { Envelope } from '../survey/envelope.ts';
import type { Acknowledgement } from '../survey/submission.ts';
import { immediately, type Db } from './database.ts';

/** Ciphertext that could not be counted is kept this long for a retry, and no more than this of it. */
export const QUARANTINE_DAYS = 30;
export const QUARANTINE_MAX = 1000;

export type Unopened = { envelope: Envelope; reason: 'cannot-open' | 'invalid' };

/**
 * Keeps what could not be opened or understood, as ciphertext, for the retry command. When the quarantine is full the
 * device is told so by an error, and keeps its copy: nothing is dropped unsaid.
 *
 * @throws QuarantineFull
 */
export function keep(db: Db, unopened: Unopened[], today: Day): Acknowledgement[] {
	if (unopened.length === 0) return [];
	return immediately(db, () => {
		const add = db.prepare(
			'insert or ignore into quarantine (id, round, reason, envelope, day) values (?, ?, ?, ?, ?)'
		);
		const { n } = db.prepare<[], { n: number }>('select count(*) as n from quarantine').get() ?? {
			n: 0
		};
		if (n + unopened.length > QUARANTINE_MAX) throw new QuarantineFull();
		return unopened.map(({ envelope, reason }) => {
			const { id, round } = envelope;
			add.run(Buffer.from(id), round, reason, JSON.stringify(envelope), today);
			return { id, outcome: 'quarantined' as const, reason };
		});
	});
}

export class QuarantineFull extends Error {
	override name = 'QuarantineFull';
}

/** What waits for a retry, and how to take one out when it has been counted. */
export function list(db: Db): Envelope[] {
	return db
		.prepare<[], { envelope: string }>('select envelope from quarantine order by id')
		.all()
		.map(({ envelope }) => Envelope.parse(JSON.parse(envelope)));
}

export function remove(db: Db, id: string): void {
	db.prepare('delete from quarantine where id = ?').run(Buffer.from(id));
}

export function erase(db: Db, today: Day): void {
	db.prepare('delete from quarantine where day < ?').run(addDays(today, -QUARANTINE_DAYS));
}
