import { earliest, latest, monthOf, quarterOf, type Day, type Month } from '../../calendar.ts';
import type { Envelope } from '../../survey/envelope.ts';
import { takesUntil } from '../../survey/round.ts';
import type { Acknowledgement, NotCountedReason, Submission } from '../../survey/submission.ts';
import * as box from '../rounds/box.ts';
import * as codes from '../rounds/codes.ts';
import * as comments from './comments.ts';
import { increment, type Counts } from '../rounds/counters.ts';
import { immediately, SqliteError, type Db } from '../core/database.ts';
import type { Grant } from '../tablet/grants.ts';
import * as keys from '../core/keys.ts';
import { openAll } from './admission.ts';
import * as quarantine from './quarantine.ts';
import * as receipts from './receipts.ts';
import * as rounds from '../rounds/rounds.ts';

/** How many submissions one commit carries at most. */
const COMMIT_MAX = 200;

type Waiting = {
	submission: Submission;
	resolve: (acknowledgement: Acknowledgement) => void;
	reject: (reason: unknown) => void;
};
type Queue = { keysFolder: string; today: Day; waiting: Waiting[] };
const queues = new WeakMap<Db, Queue>();

/**
 * Opens sealed submissions and counts those that can be counted. What cannot be opened or understood is kept in quarantine;
 * a known id is `already-counted` whatever it carries. Resolves when everything acknowledged is on disk. What there is no room
 * for in quarantine gets no reply, so that the device keeps it and the others are not held up.
 *
 * @throws when the disk is full, the file is busy or the disk fails: the device keeps its copy and tries again.
 */
export async function receive(
	db: Db,
	keysFolder: string,
	envelopes: Envelope[],
	from: { grant: Grant | undefined; today: Day }
): Promise<Acknowledgement[]> {
	const known = new Set(envelopes.map(({ id }) => id).filter((id) => receipts.isKnown(db, id)));
	const opened = await openAll(
		db,
		keysFolder,
		envelopes.filter(({ id }) => !known.has(id)),
		from
	);
	const counted = await count(
		db,
		keysFolder,
		opened.flatMap((each) => (each.ok ? [each.submission] : [])),
		from.today
	);
	const kept = quarantine.keep(
		db,
		opened.flatMap((each) => (each.ok ? [] : [each])),
		from.grant,
		from.today
	);
	const before = [...known].map((id): Acknowledgement => ({ id, outcome: 'already-counted' }));
	return [...before, ...counted, ...kept];
}

/**
 * Counts submissions whose content has been checked. Those that arrive together share one commit, and none is
 * acknowledged before it is on disk.
 */
export function count(
	db: Db,
	keysFolder: string,
	submissions: Submission[],
	today: Day
): Promise<Acknowledgement[]> {
	const queue = queues.get(db) ?? { keysFolder, today, waiting: [] };
	queues.set(db, queue);
	Object.assign(queue, { keysFolder, today });
	if (queue.waiting.length === 0 && submissions.length > 0) setImmediate(gather, db, queue, 0);
	return Promise.all(
		submissions.map(
			(submission) =>
				new Promise<Acknowledgement>((resolve, reject) => {
					queue.waiting.push({ submission, resolve, reject });
				})
		)
	);
}

/** A full or failing disk, a busy file: the sender keeps its copy and tries again. */
export const isPassing = (problem: unknown): boolean =>
	problem instanceof SqliteError && /^SQLITE_(BUSY|FULL|IOERR|LOCKED)/.test(problem.code);

/** As long as more keep coming they go together: a commit costs the same for one as for many. */
function gather(db: Db, queue: Queue, seen: number): void {
	const { length } = queue.waiting;
	if (length > seen && length < COMMIT_MAX) setImmediate(gather, db, queue, length);
	else drain(db, queue);
}

function drain(db: Db, queue: Queue): void {
	const batch = queue.waiting.splice(0, COMMIT_MAX);
	if (queue.waiting.length > 0) setImmediate(drain, db, queue);
	try {
		commit(db, queue, batch);
	} catch {
		// One bad submission must not take the others down: each gets a commit, and an error, of its own.
		for (const waiting of batch) {
			try {
				commit(db, queue, [waiting]);
			} catch (error) {
				waiting.reject(error);
			}
		}
	}
}

function commit(db: Db, queue: Queue, batch: Waiting[]): void {
	const replies = immediately(db, () => {
		const transaction = new CountingTransaction(db, queue.keysFolder, queue.today);
		const each = batch.map(({ submission }) => transaction.count(submission));
		transaction.writeBoxes();
		return each;
	});
	batch.forEach(({ resolve }, index) => resolve(replies[index] as Acknowledgement));
}

type Open = rounds.KeptRound & { openMonths: Month[]; until: Day };
/** A month's box, opened, and what the comments of its quarter are sealed with. */
type OpenMonth = { name: box.BoxName; counts: Counts; quarter: string; commentKey: Buffer };

/** A batch is counted, all or nothing: the boxes that it opened, until they are sealed again. */
class CountingTransaction {
	readonly #rounds: Map<string, Open>;
	readonly #boxes = new Map<string, OpenMonth>();
	readonly #secret: Buffer;

	constructor(
		readonly db: Db,
		readonly keysFolder: string,
		readonly today: Day
	) {
		this.#secret = keys.codeSecret(keysFolder);
		this.#rounds = new Map(
			rounds.list(db).map((kept) => {
				const openMonths = rounds.openMonths(db, kept.round.id);
				return [kept.round.id, { ...kept, openMonths, until: takesUntil(kept.round) }];
			})
		);
	}

	count(submission: Submission): Acknowledgement {
		const { id } = submission;
		// First of all: a known id is already counted, whatever it carries.
		if (!receipts.add(this.db, id, submission.round)) return { id, outcome: 'already-counted' };
		const kept = this.#rounds.get(submission.round);
		if (!kept || kept.round.opensOn > this.today) return this.#refuse(submission, 'round-unknown');
		const month = monthFor(submission, kept, this.today);
		if (!month) return this.#refuse(submission, 'too-late');
		let { team } = submission;
		if (submission.channel === 'code') {
			const code = codes.use(this.db, this.#secret, kept.round.id, submission.code ?? '');
			if (!code.ok) return this.#refuse(submission, code.reason);
			team = code.team;
		}
		const { counts, commentKey, quarter } = this.#open(kept, month);
		increment(counts, { ...submission, team }, kept);
		comments.add(this.db, commentKey, kept.round.id, quarter, submission.comment);
		return { id, outcome: 'counted' };
	}

	writeBoxes(): void {
		for (const { name, counts } of this.#boxes.values()) box.write(this.db, name, counts);
	}

	#open(kept: rounds.KeptRound, month: Month): OpenMonth {
		const key = `${kept.round.id} ${month}`;
		const known = this.#boxes.get(key);
		if (known) return known;
		const { round, questionnaire } = kept;
		const name: box.BoxName = {
			keysFolder: this.keysFolder,
			round,
			questionnaire,
			unit: month,
			kind: 'month'
		};
		const quarter = quarterOf(month);
		const commentKey = keys.boxKey(this.keysFolder, round.id, quarter);
		const opened = { name, counts: box.read(this.db, name), quarter, commentKey };
		this.#boxes.set(key, opened);
		return opened;
	}

	/** Counted by reason, content discarded; said to the citizen when they are still there. */
	#refuse({ id, round }: Submission, reason: NotCountedReason): Acknowledgement {
		receipts.takeBack(this.db, id);
		this.db
			.prepare(
				`insert into not_counted (round, reason, n) values (?, ?, 1)
				 on conflict (round, reason) do update set n = n + 1`
			)
			.run(this.#rounds.has(round) ? round : '', reason);
		return { id, outcome: 'not-counted', reason };
	}
}

/**
 * The month that a submission counts in. The device's date is clamped to the round and to today: a wrong clock loses no
 * voice. A released month → the oldest that is not; none left or more than 30 days after closing → too late.
 */
function monthFor(
	submission: Submission,
	{ round, openMonths, until }: Open,
	today: Day
): Month | undefined {
	if (today > until) return undefined;
	const day = latest(
		round.opensOn,
		earliest(submission.answeredOn, earliest(today, round.closesOn))
	);
	return openMonths.includes(monthOf(day)) ? monthOf(day) : openMonths[0];
}
