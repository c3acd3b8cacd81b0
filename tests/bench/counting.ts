import { randomBytes } from 'node:crypto';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { immediately, openFile, type Db } from '../../src/lib/server/core/database.ts';
import * as intake from '../../src/lib/server/intake/intake.ts';
import { inThousands, inTurns, perSecond, type Figure } from './measure.ts';
import { answers, bench, someDay } from './municipality.ts';

const TURNS = 25;
const BATCH = 50;
const BATCHES = 20;
const PER_TURN = BATCH * BATCHES;

/** Counting in process against a bare group commit of the same rows, with the same pragmas and triggers, and a synced key. */
export async function counting(): Promise<Figure> {
	const site = bench('2026-01-01', '2026-06-30');
	const today = someDay(site);
	const submissions = answers(site, PER_TURN * (TURNS + 1));
	const bare = openFile(`${site.dataFolder}/bare.sqlite`);
	const keyFile = openSync(`${site.dataFolder}/bare.keys`, 'w');
	try {
		const sizes = sizesOf(site.db);
		const write = bareCommit(bare, keyFile, PER_TURN * (TURNS + 1));
		const rates = await inTurns(
			TURNS,
			async (turn) => {
				const started = performance.now();
				for (let batch = 0; batch < BATCHES; batch++) {
					const from = turn * PER_TURN + batch * BATCH;
					const group = submissions.slice(from, from + BATCH);
					const replies = await intake.count(site.db, site.keysFolder, group, today);
					if (replies.some((reply) => reply?.outcome !== 'counted')) throw new Error('not counted');
				}
				return perSecond(PER_TURN, performance.now() - started);
			},
			(turn) => {
				const started = performance.now();
				for (let batch = 0; batch < BATCHES; batch++) write(turn * PER_TURN + batch * BATCH, sizes);
				return perSecond(PER_TURN, performance.now() - started);
			}
		);
		requireSameRows(site.db, bare);
		return {
			name: `Counting in process, ${BATCH} per commit, keys moving on`,
			ours: inThousands(rates.ours),
			reference: `${inThousands(rates.reference)} bare group commit of the same rows and a synced key`,
			wanted: { ratio: rates.ratio, atLeast: 0.6 }
		};
	} finally {
		bare.close();
		closeSync(keyFile);
		site.remove();
	}
}

type Sizes = { box: number; comment: number; boxes: number };

/** What a commit of ours writes: as many bytes must be written by the bare one. */
function sizesOf(db: Db): Sizes {
	const box = db
		.prepare<[], { size: number }>(
			"select length(sealed) as size from box where unit like '____-__'"
		)
		.get()?.size;
	// Sealed comments are of one size; the first is not written yet: the text's 6,000 bytes, 144 of room, nonce and tag.
	return { box: box ?? 0, comment: 6_000 + 144 + 28, boxes: 2 };
}

/** Rows like ours with random bytes in them, and nothing that ours does before it writes. */
function bareCommit(db: Db, keyFile: number, codes: number): (from: number, sizes: Sizes) => void {
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
	const some = (size: number) => bytes.subarray(0, size);
	return (from, sizes) => {
		immediately(db, () => {
			for (let n = from; n < from + BATCH; n++) {
				useCode.run(hmacs[n]);
				receipt.run(randomBytes(16));
				comment.run(randomBytes(16), some(sizes.comment));
			}
			for (let n = 0; n < sizes.boxes; n++) box.run(`2026-0${n + 1}`, some(sizes.box));
		});
		for (let n = 0; n < sizes.boxes; n++) writeSync(keyFile, bytes, 0, 256, n * 256);
		fdatasyncSync(keyFile);
	};
}

/** A reference that writes less than ours would flatter nobody for long. */
function requireSameRows(ours: Db, bare: Db): void {
	const count = (db: Db) =>
		['receipt', 'sealed_comment', 'code where used = 1'].map(
			(table) => db.prepare<[], { n: number }>(`select count(*) as n from ${table}`).get()?.n
		);
	const size = (db: Db) =>
		db.prepare<[], { n: number }>('select max(length(sealed)) as n from sealed_comment').get()?.n;
	const [a, b] = [
		[...count(ours), size(ours)],
		[...count(bare), size(bare)]
	];
	if (a.join() !== b.join()) throw new Error(`the reference writes other rows: ${a} and ${b}`);
}
