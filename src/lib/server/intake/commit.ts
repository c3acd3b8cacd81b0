import { createSecretKey, type KeyObject } from 'node:crypto';
import { earliest, latest, monthOf, quarterOf, type Day, type Month } from '../../calendar.ts';
import { takesUntil } from '../../survey/round.ts';
import type { Acknowledgement, NotCountedReason, Submission } from '../../survey/submission.ts';
import type { Db } from '../core/database.ts';
import * as keyring from '../core/keyring.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import * as generation from '../halves/generation.ts';
import * as restorations from '../halves/restorations.ts';
import * as box from '../rounds/box.ts';
import * as codes from '../rounds/codes.ts';
import { increment, type Counts } from '../rounds/counters.ts';
import * as rounds from '../rounds/rounds.ts';
import * as comments from './comments.ts';
import * as receipts from './receipts.ts';

type Open = rounds.KeptRound & { openMonths: Month[]; until: Day };
/** A month's box, opened, and what seals the comments of its quarter. */
type OpenMonth = { name: box.BoxName; counts: Counts; addComment: (text: string) => void };

/**
 * What becomes of one. Our own trouble would refuse some: nothing is said of those, and their devices keep them. `strange` is one
 * of them whose code the file does not know.
 */
export type Reply = Acknowledgement | 'strange' | undefined;

/** A batch is counted, all or nothing: the boxes that it opened, until they are sealed again. */
export class CountingTransaction {
	readonly #rounds: Map<string, Open>;
	readonly #boxes = new Map<string, OpenMonth | undefined>();
	readonly #secret: KeyObject;

	constructor(
		readonly db: Db,
		readonly keysFolder: string,
		readonly today: Day
	) {
		this.#secret = createSecretKey(keyring.codeSecret(db, keysFolder));
		this.#rounds = new Map(
			rounds.list(db).map((kept) => {
				const openMonths = rounds.openMonths(db, kept.round.id);
				return [kept.round.id, { ...kept, openMonths, until: takesUntil(kept.round) }];
			})
		);
	}

	count(submission: Submission): Reply {
		const { id } = submission;
		// First of all: a known id is already counted, whatever it carries.
		if (!receipts.add(this.db, id, submission.round)) return { id, outcome: 'already-counted' };
		const kept = this.#rounds.get(submission.round);
		if (!kept || kept.round.opensOn > this.today) return this.#refuse(submission, 'round-unknown');
		if (this.today > kept.until || kept.openMonths.length === 0) {
			return this.#refuse(submission, 'too-late');
		}
		const month = this.#monthFor(submission, kept);
		if (!month) return this.#keepOut(submission);
		let { team } = submission;
		if (submission.channel === 'code') {
			const code = codes.use(this.db, this.#secret, kept.round.id, submission.code ?? '');
			const isNo = submission.outcome === 'declined';
			if (!code.ok && code.reason === 'code-used' && isNo) return this.#hear(submission, month);
			if (!code.ok) return this.#refuse(submission, code.reason);
			team = code.team;
		}
		increment(month.counts, { ...submission, team }, kept);
		month.addComment(submission.comment);
		return { id, outcome: 'counted' };
	}

	/**
	 * Whoever holds codes could else ask of each whether it was used, by saying no with it. A no has nothing to lose: with a code
	 * that has its outcome it is heard and adds none, and its reply, its receipt and what is written are those of any other.
	 */
	#hear({ id }: Submission, { addComment }: OpenMonth): Acknowledgement {
		addComment('');
		return { id, outcome: 'counted' };
	}

	/** The last of it: nothing of what was open stays in memory. */
	writeBoxes(): void {
		for (const month of this.#boxes.values()) {
			if (!month) continue;
			box.write(this.db, month.name, month.counts);
			month.counts.numbers.fill(0);
		}
	}

	/**
	 * The month that a submission counts in, opened. The device's date is clamped to the round and to today: a wrong clock
	 * loses no voice. A released month, or one whose box cannot be opened → the oldest that can; undefined where none can.
	 */
	#monthFor(submission: Submission, kept: Open): OpenMonth | undefined {
		const { opensOn, closesOn } = kept.round;
		const day = latest(opensOn, earliest(submission.answeredOn, earliest(this.today, closesOn)));
		const its = kept.openMonths.filter((month) => month === monthOf(day));
		for (const month of [...its, ...kept.openMonths]) {
			const opened = this.#open(kept, month);
			if (opened) return opened;
		}
		return undefined;
	}

	/** Undefined where the month's box, or what the comments of its quarter are sealed with, cannot be opened. */
	#open(kept: rounds.KeptRound, month: Month): OpenMonth | undefined {
		const key = `${kept.round.id} ${month}`;
		if (this.#boxes.has(key)) return this.#boxes.get(key);
		const { round, questionnaire } = kept;
		const { keysFolder } = this;
		const name: box.BoxName = { keysFolder, round, questionnaire, unit: month, kind: 'month' };
		const quarter = quarterOf(month);
		const { commentKey } = box.readIf(this.db, { ...name, unit: quarter, kind: 'quarter' }) ?? {};
		const counts = commentKey && box.readIf(this.db, name);
		const opened = counts && {
			...{ name, counts },
			addComment: comments.adding(this.db, { round: round.id, quarter, key: commentKey })
		};
		commentKey?.fill(0);
		this.#boxes.set(key, opened);
		return opened;
	}

	/** Counted by reason, content discarded; said to the citizen when they are still there. */
	#refuse({ id, round }: Submission, reason: NotCountedReason): Reply {
		if (this.#isOurFault(round, reason)) {
			this.#keepOut({ id });
			return reason === 'code-unknown' ? 'strange' : undefined;
		}
		receipts.takeBack(this.db, id);
		this.db
			.prepare(
				`insert into not_counted (round, reason, n) values (?, ?, 1)
				 on conflict (round, reason) do update set n = n + 1`
			)
			.run(this.#rounds.has(round) ? round : '', reason);
		return { id, outcome: 'not-counted', reason };
	}

	/** Our own trouble: nothing is said of it, so that its device keeps it. */
	#keepOut({ id }: Pick<Submission, 'id'>): undefined {
		receipts.takeBack(this.db, id);
		return undefined;
	}

	/**
	 * A file that was put back from an older copy knows nothing of the rounds, later closing days and codes that came after it.
	 * Asked only where somebody is about to be refused.
	 */
	#isOurFault(round: string, reason: NotCountedReason): boolean {
		if (generation.compare(this.db, this.keysFolder).older === 'file') return true;
		const kept = this.#rounds.get(round);
		if (!kept) return reason === 'round-unknown' && this.#mayHaveBeen(round);
		const { opensOn } = kept.round;
		if (reason === 'code-unknown') return restorations.hadOlderFile(this.db, opensOn, kept.until);
		return (
			reason === 'too-late' && restorations.hadOlderFile(this.db, opensOn) && this.#isLonger(round)
		);
	}

	/**
	 * Its keys lie here; or nothing does that was ever asked with, as where the disks of both halves were not there when the server
	 * started, and it began anew. Where no round has been there is nobody to refuse.
	 */
	#mayHaveBeen(round: string): boolean {
		if (this.#rounds.size > 0) return boxKeys.hasRound(this.keysFolder, round);
		const keys = boxKeys.roundsOf(this.keysFolder);
		return keys.length === 0 || keys.includes(round);
	}

	/** Its keys show that it was given a later closing day. */
	#isLonger(round: string): boolean {
		const known = new Set(rounds.units(this.db, round).map(({ unit }) => unit));
		return boxKeys.unitsOf(this.keysFolder, round).some((unit) => !known.has(unit));
	}
}
