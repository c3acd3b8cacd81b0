import { createHmac, createSecretKey, randomInt, type KeyObject } from 'node:crypto';
import type { Day, Month } from '../../calendar.ts';
import { ALPHABET, withCheck } from '../../survey/code.ts';
import { immediately, prepared, type Db } from '../core/database.ts';
import * as keyring from '../core/keyring.ts';
import type { Outcome } from '../../outcome.ts';

const RANDOM_CHARACTERS = 7;

/**
 * Makes a batch of personal one-time codes: the only time that they are known. Only their HMAC is kept, under a secret
 * outside the database, and nothing that leaves the system tells whether one was used.
 */
export function make(db: Db, keysFolder: string, batch: HandedOut & { prefix: string }): string[] {
	return makeBatch(db, keysFolder, batch).codes;
}

/**
 * @param draw the characters of a code that are left to chance. Of forty thousand codes two are the same in one case of
 * twenty: what was handed out already is drawn anew.
 */
export function makeBatch(
	db: Db,
	keysFolder: string,
	batch: HandedOut & { prefix: string },
	draw: () => string = randomCharacters
): { id: number; codes: string[] } {
	return immediately(db, () => {
		const id =
			(batch.home && !batch.request && homeBatch(db, batch)) || addBatch(db, 'code', batch);
		const add = db.prepare(
			'insert into code (hmac, round, team, batch) values (?, ?, ?, ?) on conflict (hmac) do nothing'
		);
		const secret = createSecretKey(keyring.codeSecret(db, keysFolder));
		const made: string[] = [];
		while (made.length < batch.count) {
			const code = withCheck(batch.prefix, draw());
			const { changes } = add.run(hmac(secret, code), batch.round, batch.team ?? null, id);
			if (changes === 1) made.push(code);
		}
		return { id, codes: made };
	});
}

/** Notes that paper forms were handed out: a denominator. */
export const handOutPaper = (db: Db, batch: HandedOut): void => void addBatch(db, 'paper', batch);

/**
 * What was handed out to citizens in a month.
 * `request`: a random name of the form that asked for it, so that the same form sent twice makes one batch.
 */
export type HandedOut = {
	round: string;
	team?: string;
	month: Month;
	count: number;
	request?: string;
	madeOn?: Day;
	/** Codes that nobody has fetched or printed yet: not offered to anyone. */
	isWaiting?: boolean;
	/** For those at a tablet who would rather answer at home: the tablet was the offer, and these invite nobody anew. */
	home?: boolean;
};

export const isMade = (db: Db, request: string): boolean =>
	db.prepare<[string]>('select 1 from batch where request = ?').get(request) !== undefined;

/** `made`: nobody has fetched or printed the codes, so they invite nobody. `void`: handed out by mistake, and taken back. */
type BatchState = 'made' | 'out' | 'void';
export type Batch = {
	id: number;
	state: BatchState;
	channel: 'code' | 'paper';
	team: string | null;
	month: Month;
	invited: number;
	madeOn: Day | null;
};

/** What a round has made and handed out, newest first. Of a batch nothing but its size is told. */
export const batches = (db: Db, round: string): Batch[] =>
	db
		.prepare<[string], Batch>(
			`select id, state, channel, team, month, invited, made_on as madeOn from batch
			 where round = ? and home = 0 order by id desc`
		)
		.all(round);

/** What was handed out to citizens, and so what is offered. */
export const handedOut = (db: Db, round: string): Batch[] =>
	batches(db, round).filter(({ state }) => state === 'out');

/** Uses a code up, inside the transaction that counts its answer. Its own team overrides what the device said. */
export function use(
	db: Db,
	secret: KeyObject,
	round: string,
	code: string
): Outcome<'code-used' | 'code-unknown', { team: string | undefined }> {
	const key = hmac(secret, code);
	const fresh = prepared<[Buffer, string], { team: string | null }>(
		db,
		'update code set used = 1 where hmac = ? and round = ? and used = 0 returning team'
	).get(key, round);
	if (fresh) return { ok: true, team: fresh.team ?? undefined };
	const isKnown = prepared(db, 'select 1 from code where hmac = ? and round = ?').get(key, round);
	return { ok: false, reason: isKnown ? 'code-used' : 'code-unknown' };
}

function addBatch(
	db: Db,
	channel: Batch['channel'],
	{ round, team, month, count, request, madeOn, home = false, isWaiting = false }: HandedOut
): number {
	const { lastInsertRowid } = db
		.prepare(
			`insert into batch (round, channel, team, month, invited, request, made_on, home, state)
			 values (?, ?, ?, ?, ?, ?, ?, ?, ?)`
		)
		.run(
			round,
			channel,
			team ?? null,
			month,
			home ? 0 : count,
			request ?? null,
			madeOn ?? null,
			Number(home),
			isWaiting && !home ? 'made' : 'out'
		);
	return Number(lastInsertRowid);
}

/** One for a team and month, however many tablets fetch from it. */
const homeBatch = (db: Db, { round, team, month }: HandedOut): number | undefined =>
	db
		.prepare<[string, string | null, Month], number>(
			'select id from batch where home = 1 and round = ? and team is ? and month = ?'
		)
		.pluck()
		.get(round, team ?? null, month);

const hmac = (secret: KeyObject, code: string): Buffer =>
	createHmac('sha256', secret).update(code).digest();

const randomCharacters = (): string =>
	Array.from({ length: RANDOM_CHARACTERS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
