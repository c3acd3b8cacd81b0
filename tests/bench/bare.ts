import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { immediately, openFile, type Db } from '../../src/lib/server/core/database.ts';
import type { Bench } from './municipality.ts';

/** What a commit must write whoever writes it: with the same pragmas and triggers, and nothing that ours does before it. */
export type Bare = {
	/** Rows of as many answers in one commit, and then the keys of the boxes, on disk both. */
	commit: (answers: number) => void;
	/** @throws where ours has written other rows: a reference that writes less would flatter nobody for long */
	requireSameRows: () => void;
	remove: () => void;
};

// Sealed comments are of one size: the text's 6,000 bytes, 144 of room, nonce and tag.
const COMMENT_BYTES = 6_000 + 144 + 28;
const BOXES = 2;
const KEY_RECORD_BYTES = 256;

/** @param codes how many answers it is to be given in all */
export function bare({ db: ours, dataFolder }: Bench, codes: number): Bare {
	const db = openFile(`${dataFolder}/bare.sqlite`);
	const keyFile = openSync(`${dataFolder}/bare.keys`, 'w');
	const hmacs = Array.from({ length: codes }, () => randomBytes(32));
	const addCode = db.prepare(
		"insert into code (hmac, round, team, batch) values (?, 'bench', null, 1)"
	);
	immediately(db, () => hmacs.forEach((hmac) => addCode.run(hmac)));
	const receipt = db.prepare("insert into receipt (id, round) values (?, 'bench')");
	const comment = db.prepare(
		"insert into sealed_comment (id, round, unit, sealed) values (?, 'bench', '2026-Q1', ?)"
	);
	const useCode = db.prepare('update code set used = 1 where hmac = ?');
	const box = db.prepare("insert or replace into box (round, unit, sealed) values ('bench', ?, ?)");
	// Made beforehand: the reference pays for writing alone.
	const bytes = randomBytes(64 * 1024);
	const sealed = {
		box: bytes.subarray(0, boxBytes(ours)),
		comment: bytes.subarray(0, COMMENT_BYTES)
	};
	const key = bytes.subarray(0, KEY_RECORD_BYTES);
	return {
		commit: (answers) => {
			immediately(db, () => {
				for (const hmac of hmacs.splice(0, answers)) {
					useCode.run(hmac);
					receipt.run(randomBytes(16));
					comment.run(randomBytes(16), sealed.comment);
				}
				for (let n = 0; n < BOXES; n++) box.run(`2026-0${n + 1}`, sealed.box);
			});
			for (let n = 0; n < BOXES; n++) writeSync(keyFile, key, 0, key.length, n * key.length);
			fdatasyncSync(keyFile);
		},
		requireSameRows: () => {
			const [a, b] = [rowsOf(ours), rowsOf(db)];
			if (a !== b) throw new Error(`the reference writes other rows: ${a} and ${b}`);
		},
		remove: () => {
			db.close();
			closeSync(keyFile);
		}
	};
}

const boxBytes = (db: Db): number =>
	db
		.prepare<[], number>("select length(sealed) from box where unit like '____-__'")
		.pluck()
		.get() ?? 0;

const rowsOf = (db: Db): string =>
	[
		'select count(*) from receipt',
		'select count(*) from code where used = 1',
		'select count(*) from sealed_comment',
		'select max(length(sealed)) from sealed_comment'
	]
		.map((sql) => db.prepare<[], number>(sql).pluck().get())
		.join();
