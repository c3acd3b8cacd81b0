import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { run as backup } from '../../src/lib/server/commands/backup.ts';
import { closeAll } from '../../src/lib/server/core/database.ts';
import * as intake from '../../src/lib/server/intake/intake.ts';
import * as municipality from '../../src/lib/server/municipality.ts';
import * as codes from '../../src/lib/server/rounds/codes.ts';
import * as box from '../../src/lib/server/rounds/box.ts';
import * as rounds from '../../src/lib/server/rounds/rounds.ts';
import { list as unopened } from '../../src/lib/server/rounds/unopened.ts';
import { many, questionnaire, round } from './survey.ts';

export const today = '2026-02-20';
let folder: string;
let said: string[];

/** Where the files of this test lie: `data`, `keys`, and `yesterday` with `files` and `keys`. */
export const at = (...path: string[]): string => join(folder, ...path);
/** What commands have said. */
export const words = (): string => said.join('\n');

/** A busy machine is slow, not wrong. */
const BUSY_MILLISECONDS = 60_000;

/** Each test gets a municipality with a round under way and some answers, whose file and keys have been copied to `yesterday`. */
export function copiedYesterday(): void {
	const first = mkdtempSync(join(tmpdir(), 'oejenhoejde-halves-'));
	beforeAll(async () => {
		moveTo(first);
		await municipality.forEach((house) => municipality.turn(house, today));
		rounds.open(vejen().db, vejen().keysFolder, round, questionnaire, 500);
		makeCodes(1);
		await count(many(12));
		await turned();
		await copied('yesterday');
		closeAll();
	}, BUSY_MILLISECONDS);
	afterAll(() => rmSync(first, { recursive: true }));
	beforeEach(() => {
		moveTo(mkdtempSync(join(tmpdir(), 'oejenhoejde-halves-')));
		cpSync(first, folder, { recursive: true });
	});
	afterEach(() => {
		closeAll();
		rmSync(folder, { recursive: true });
	});
}

function moveTo(place: string): void {
	closeAll();
	folder = place;
	vi.stubEnv('DATA_DIR', at('data'));
	vi.stubEnv('KEYS_DIR', at('keys'));
	vi.stubEnv('DEMO', '1');
	vi.stubEnv('TODAY', today);
	said = [];
	vi.spyOn(console, 'log').mockImplementation((line: string) => said.push(line));
}

export function vejen(): municipality.Municipality {
	const found = municipality.find('vejen');
	if (!found) throw new Error('there is one');
	return found;
}

export async function turned(day = today): Promise<municipality.Municipality> {
	const house = vejen();
	await municipality.turn(house, day);
	return house;
}

export const count = (
	given: ReturnType<typeof many>,
	day = today
): ReturnType<typeof intake.count> => intake.count(vejen().db, vejen().keysFolder, given, day);

export const makeCodes = (n: number): string[] =>
	codes.make(vejen().db, vejen().keysFolder, {
		round: round.id,
		prefix: 'AB',
		month: '2026-02',
		count: n
	});

/** As an operator does it: a pair, to two places. */
export const copied = (name: string): Promise<void> =>
	backup([at(name, 'files'), at(name, 'keys')]);

export const filesOf = (name: string): string => at(name, 'files', today);

/** The municipality's file as it was, the keys as they are. */
export function putBackFile(name = 'yesterday'): void {
	closeAll();
	cpSync(join(filesOf(name), 'vejen.sqlite'), at('data', 'vejen.sqlite'));
}

/** The other way. */
export function putBackKeys(name = 'yesterday'): void {
	closeAll();
	rmSync(at('keys', 'vejen'), { recursive: true });
	cpSync(at(name, 'keys', 'vejen'), at('keys', 'vejen'), { recursive: true });
}

/** How that pair is put back. */
export const pairOf = (name: string) => [
	'vejen',
	filesOf(name),
	'--keys',
	at(name, 'keys'),
	'--yes'
];
/** What all open months of the round hold together. */
export function answered(): number {
	const { db, keysFolder } = vejen();
	const kept = rounds.find(db, round.id);
	if (!kept) throw new Error('there is one');
	return rounds
		.openMonths(db, round.id)
		.map((unit) => box.readIf(db, { keysFolder, ...kept, unit, kind: 'month' }))
		.reduce((sum, counts) => sum + (counts?.get('asked||||answered') ?? 0), 0);
}
/** The units that no key here opens. */
export const closed = () => unopened(vejen().db, vejen().keysFolder).map(({ unit }) => unit);
export const outcomes = (replies: ({ outcome: string } | undefined)[]) =>
	replies.map((reply) => reply?.outcome);
export const withCode = (code: string | undefined) => many(1, { channel: 'code', code });
