import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	closeSync,
	existsSync,
	mkdtempSync,
	openSync,
	readFileSync,
	readSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { sealSubmission } from '../../src/lib/outbox/sealing.ts';
import { openFile } from '../../src/lib/server/core/database.ts';
import * as keys from '../../src/lib/server/core/keys.ts';
import { makeKeyPair } from '../../src/lib/server/core/opener.ts';
import * as codes from '../../src/lib/server/rounds/codes.ts';
import * as rounds from '../../src/lib/server/rounds/rounds.ts';
import { questionnaire, round, submission } from '../support/survey.ts';
import { DAY } from './town.ts';

const ANSWERS = 30;
const QUIET = 500;
const CHUNK = 1 << 22;
/** Every code of the round begins so: to look for it alone is a thirtieth of the work. */
const PREFIX = 'AB';
const built = resolve('.svelte-kit/soundness');
const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-memory-'));
const [file, keysFolder, given] = [
	join(folder, 'live.sqlite'),
	join(folder, 'keys'),
	join(folder, 'given.json')
];
const canLook = existsSync('/proc/self/mem');
let secrets: string[];

beforeAll(async () => {
	if (!canLook) return;
	await build({ mode: 'soundness', logLevel: 'error', build: { outDir: built } });
	const db = openFile(file);
	rounds.open(db, keysFolder, round, questionnaire, 500);
	const batch = { round: round.id, prefix: PREFIX, month: '2026-02', count: ANSWERS * 2 };
	const made = codes.make(db, keysFolder, batch);
	const pair = makeKeyPair();
	keys.addKeyPair(keysFolder, { ...pair, madeOn: DAY });
	db.close();
	const comments = made.map(
		(_, n) => `Tanke nummer ${String.fromCharCode(97 + (n % 26))}${'qwz'[n % 3]}`
	);
	secrets = made;
	const all = await Promise.all(
		made.map((code, n) =>
			sealSubmission(
				submission({ channel: 'code', code, answeredOn: DAY, comment: comments[n] ?? '' }),
				pair
			)
		)
	);
	writeFileSync(given, JSON.stringify(all.slice(0, ANSWERS)));
	writeFileSync(`${given}.later`, JSON.stringify(all.slice(ANSWERS)));
}, 240_000);

it.skipIf(!canLook)(
	'holds no code a moment after the last answer; without it, it would',
	async () => {
		const without = await left(given, 'never', secrets.slice(0, ANSWERS));
		expect(without).toBeGreaterThan(ANSWERS / 2);
		// What Node itself copies beside JavaScript is used again when the next answer comes.
		const still = await left(`${given}.later`, String(QUIET), secrets.slice(ANSWERS));
		expect(still).toBeLessThanOrEqual(ANSWERS / 10);
	},
	300_000
);

/** How many of these can be read in the memory of a process that has counted what was given, some time after. */
async function left(answers: string, quiet: string, wanted: string[]): Promise<number> {
	const child = spawn(
		process.execPath,
		[join(built, 'remembered.js'), file, keysFolder, answers, DAY, quiet],
		{ stdio: ['ignore', 'pipe', 'inherit'], timeout: 120_000 }
	);
	try {
		const [said] = (await once(child.stdout, 'data')) as [Buffer];
		expect(String(said)).toContain('counted');
		await wait(QUIET * 4);
		return findIn(child.pid ?? 0, wanted).size;
	} finally {
		child.kill('SIGKILL');
	}
}

function findIn(pid: number, wanted: string[]): Set<string> {
	const found = new Set<string>();
	const all = new Set(wanted);
	const memory = openSync(`/proc/${pid}/mem`, 'r');
	const room = Buffer.alloc(CHUNK + 64);
	for (const line of readFileSync(`/proc/${pid}/maps`, 'latin1').split('\n')) {
		const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? [];
		if (!from || !to) continue;
		const start = BigInt(`0x${from}`);
		const size = Number(BigInt(`0x${to}`) - start);
		for (let at = 0; at < size; at += CHUNK) {
			let bytes: Buffer;
			try {
				const length = Math.min(room.length, size - at);
				bytes = room.subarray(0, readSync(memory, room, 0, length, start + BigInt(at)));
			} catch {
				// A page that is reserved and not there.
				continue;
			}
			for (const how of ['latin1', 'utf16le'] as const) {
				const [start, end] = [
					Buffer.from(PREFIX, how),
					(wanted[0]?.length ?? 0) * (how === 'latin1' ? 1 : 2)
				];
				for (let at = bytes.indexOf(start); at >= 0; at = bytes.indexOf(start, at + 1)) {
					const text = bytes.toString(how, at, at + end);
					if (all.has(text)) found.add(text);
				}
			}
		}
	}
	closeSync(memory);
	return found;
}
