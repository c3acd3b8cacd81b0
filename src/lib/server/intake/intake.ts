import type { Day } from '../../calendar.ts';
import type { Envelope } from '../../survey/envelope.ts';
import type { Acknowledgement, Submission } from '../../survey/submission.ts';
import { isInPlace, type Db } from '../core/database.ts';
import { withoutWaiting } from '../core/limits/patience.ts';
import * as memory from '../core/memory.ts';
import { moving } from '../core/moving-keys/moving.ts';
import { Trouble, troubleOf } from '../core/trouble.ts';
import type { Grant } from '../tablet/grants.ts';
import { openAll } from './admission.ts';
import { asLoad, isItsRound } from './loads.ts';
import * as quarantine from './quarantine.ts';
import * as receipts from './receipts.ts';
import { CountingTransaction, type Reply } from './commit.ts';
import { doing, letThrough, settle, somethingIsDone, type Stranger } from './strangers.ts';

/** How many submissions one commit carries at most. */
const COMMIT_MAX = 200;

/** A busy file is tried again after this long, and this many times, before the senders are told to keep what they have. */
const BUSY_MILLISECONDS = 50;
const BUSY_TRIES = 20;

type Waiting = {
	submission: Submission;
	resolve: (reply: Reply) => void;
	reject: (reason: unknown) => void;
};
type Queue = { keysFolder: string; today: Day; waiting: Waiting[]; tries: number };
const queues = new WeakMap<Db, Queue>();

/**
 * Opens sealed submissions and counts those that can be counted. What cannot be opened or understood is kept in quarantine;
 * a known id is `already-counted` whatever it carries. Resolves when everything acknowledged is on disk. What there is no room
 * for in quarantine, what a stranger sends too much of, or what our own trouble would refuse, gets no reply: the device keeps
 * it and the others are not held up.
 *
 * @param from `stranger` where there is no grant
 * @returns `wait`: the seconds until what was held off may come again, 0 when nothing was
 * @throws Trouble, or what SQLite throws of it: the device keeps its copy and tries again.
 */
export async function receive(
	db: Db,
	keysFolder: string,
	envelopes: Envelope[],
	from: { grant: Grant | undefined; stranger?: Stranger; today: Day }
): Promise<{ results: Acknowledgement[]; wait: number }> {
	memory.forgetSoon();
	const known = receipts.knownOf(
		db,
		envelopes.map(({ id }) => id)
	);
	const fresh = envelopes.filter(({ id }) => !known.has(id));
	const opened = await asLoad(db, fresh.length, () => openAll(db, keysFolder, fresh, from));
	const submissions = opened.flatMap((each) => (each.ok ? [each.submission] : []));
	const { counted, wait } = await countFrom(db, keysFolder, submissions, from);
	const kept = quarantine.keep(
		db,
		opened.flatMap((each) => (each.ok ? [] : [each])),
		from
	);
	const before = [...known].map((id): Acknowledgement => ({ id, outcome: 'already-counted' }));
	return { results: [...before, ...counted, ...kept], wait };
}

/** Counts what may come from a stranger now. @returns `wait`: the seconds until what was held off may come again */
export async function countFrom(
	db: Db,
	keysFolder: string,
	submissions: Submission[],
	{ stranger, today }: { stranger?: Stranger; today: Day }
): Promise<{ counted: Acknowledgement[]; wait: number }> {
	const counted: Acknowledgement[] = [];
	for (let left = submissions; left.length > 0;) {
		const { through, held, wait } = letThrough(left, stranger);
		if (through.length === 0) {
			if (!(await somethingIsDone(stranger))) return { counted, wait };
			continue;
		}
		const replies = await doing(stranger, () => settled(through));
		counted.push(...replies.map(said).filter((each) => each !== undefined));
		left = held;
	}
	return { counted, wait: 0 };

	async function settled(through: Submission[]): Promise<Reply[]> {
		let replies: Reply[] = [];
		try {
			replies = await inCommits(db, keysFolder, through, today);
		} finally {
			settle(through, replies, stranger);
		}
		return replies;
	}
}

/**
 * Counts submissions whose content has been checked. Those that arrive together share one commit, and none is
 * acknowledged before it is on disk.
 */
export const count = async (
	db: Db,
	keysFolder: string,
	submissions: Submission[],
	today: Day
): Promise<(Acknowledgement | undefined)[]> =>
	(await inCommits(db, keysFolder, submissions, today)).map(said);

const said = (reply: Reply): Acknowledgement | undefined =>
	reply === 'strange' ? undefined : reply;

function inCommits(
	db: Db,
	keysFolder: string,
	submissions: Submission[],
	today: Day
): Promise<Reply[]> {
	memory.forgetSoon(submissions.length);
	const queue = queues.get(db) ?? { keysFolder, today, waiting: [], tries: 0 };
	queues.set(db, queue);
	Object.assign(queue, { keysFolder, today });
	const isQuiet = queue.waiting.length === 0 && queue.tries === 0;
	if (isQuiet && submissions.length > 0) setImmediate(gather, db, queue, 0);
	return Promise.all(
		submissions.map(
			(submission) =>
				new Promise<Reply>((resolve, reject) => {
					queue.waiting.push({ submission, resolve, reject });
				})
		)
	);
}

/** As long as more keep coming they go together: a commit costs the same for one as for many. */
function gather(db: Db, queue: Queue, seen: number): void {
	const { length } = queue.waiting;
	if (length > seen && length < COMMIT_MAX) setImmediate(gather, db, queue, length);
	else drain(db, queue);
}

function drain(db: Db, queue: Queue): void {
	if (!isItsRound(queue.waiting.length)) return void setImmediate(drain, db, queue);
	const batch = queue.waiting.splice(0, COMMIT_MAX);
	try {
		commit(db, queue, batch);
		queue.tries = 0;
	} catch (problem) {
		const trouble = troubleOf(problem);
		if (trouble?.kind === 'busy' && ++queue.tries < BUSY_TRIES) {
			// Waited for without holding up what others ask of the server.
			queue.waiting.unshift(...batch);
			setTimeout(drain, BUSY_MILLISECONDS, db, queue);
			return;
		}
		queue.tries = 0;
		// What is wrong with the file is wrong for all that wait.
		if (trouble) [...batch, ...queue.waiting.splice(0)].forEach(({ reject }) => reject(problem));
		else commitEach(db, queue, batch);
	}
	if (queue.waiting.length > 0) setImmediate(drain, db, queue);
}

/** One bad submission must not take the others down: each gets a commit, and an error, of its own. */
function commitEach(db: Db, queue: Queue, batch: Waiting[]): void {
	for (const waiting of batch) {
		try {
			commit(db, queue, [waiting]);
		} catch (error) {
			waiting.reject(error);
		}
	}
}

function commit(db: Db, queue: Queue, batch: Waiting[]): void {
	const replies = withoutWaiting(() =>
		moving(db, () => {
			const transaction = new CountingTransaction(db, queue.keysFolder, queue.today);
			const each = batch.map(({ submission }) => transaction.count(submission));
			transaction.writeBoxes();
			return each;
		})
	);
	// Nothing is acknowledged that was written to a file which is not there any more.
	if (!isInPlace(db)) throw new Trouble('file-missing', db.name);
	batch.forEach(({ resolve }, index) => resolve(replies[index]));
}
