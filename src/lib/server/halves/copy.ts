import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encode } from '../../seal/base64url.ts';
import { openFile, readOnly, unknownMigrations, verify, type Db } from '../core/database.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import * as keyring from '../core/keyring.ts';
import * as keys from '../core/keys.ts';
import { troubleOf } from '../core/trouble.ts';
import * as pictures from '../journey/pictures.ts';
import * as box from '../rounds/box.ts';
import * as rounds from '../rounds/rounds.ts';
import * as settings from '../core/settings.ts';
import * as generation from './generation.ts';
import { losses } from './losses.ts';

/** What was found of a copy, in words for whoever runs the server. */
export type Finding = {
	/** Put back as it is, the municipality would not serve. */
	flaws: string[];
	/** What could never be published: these keys do not open it. */
	closed: string[];
	/** What putting it back would lose. */
	lost: string[];
	/** What it holds. */
	holds: string[];
};

/**
 * Opens a copy of a municipality's file with keys, as a server would that starts with them, and looks at all that would be
 * asked of the two. A copy of the copy is opened: nothing beside it or in it is touched.
 *
 * @param live the file that stands now, if there is one: what it has and the copy has not would be lost
 */
export function inspect(path: string, keysFolder: string, live?: string): Finding {
	if (!existsSync(path)) return flawed(`${path} is not there`);
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-copy-'));
	const copy = join(folder, 'copy.sqlite');
	try {
		copyFileSync(path, copy);
		// What a program had not yet put into the file when it was copied.
		if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
		const problem = verify(copy);
		if (problem) return flawed(`${path} cannot be read: ${problem}`);
		const before = readOnly(copy);
		const unknown = unknownMigrations(before);
		before.close();
		if (unknown.length > 0) return flawed(`${path} is a newer release’s: ${unknown.join(', ')}`);
		const db = openFile(copy, { mustHold: true });
		try {
			return lookThrough(db, path, keysFolder, live);
		} finally {
			db.close();
		}
	} catch (problem) {
		const trouble = troubleOf(problem);
		// That there is no room to look at it here is no flaw of the copy.
		if (!trouble || trouble.kind === 'full') throw trouble ?? problem;
		return flawed(trouble.message.replaceAll(copy, path));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const flawed = (flaw: string): Finding => ({ flaws: [flaw], closed: [], lost: [], holds: [] });

function lookThrough(db: Db, path: string, keysFolder: string, live: string | undefined): Finding {
	const { older, ...halves } = generation.compare(db, keysFolder);
	const boxes = openable(db, keysFolder);
	const unopened = boxes.filter(({ opens }) => !opens);
	return {
		flaws: [
			...[settings.invented(db) ?? [], keyring.flaws(db, keysFolder)]
				.flat()
				.map(({ message }) => message.replace(db.name, path)),
			...pairFlaws(db, keysFolder)
		],
		closed: unopened.map(
			(each) => `${each.round} ${each.unit} cannot be opened: ${whyNot(keysFolder, each)}`
		),
		lost: [
			...(older ? [inWords(older, halves)] : []),
			...(live && existsSync(live) ? losses(db, live) : [])
		],
		holds: [
			`${rounds.list(db).length} rounds`,
			`${boxes.length - unopened.length} boxes that open`,
			`the last turn on ${settings.get(db, 'last-turn') ?? 'no day'}`
		]
	};
}

/** A box opens with the keys that were copied with it, or with keys from before; never with those that came after. */
const whyNot = (keysFolder: string, { round, unit }: Box): string =>
	boxKeys.standing({ keysFolder, round, unit })
		? 'its key is another, or has moved on since; the keys that were copied with it would open it (--keys)'
		: 'its key is not there';

const inWords = (
	older: 'file' | 'keys',
	{ file, keys: known }: Omit<generation.Halves, 'older'>
): string =>
	older === 'file'
		? `the file is older than the keys (${file}, they are at ${known}): codes, rounds, later closing days and tablets since it was copied are not in it`
		: `the keys are older than the file (${known ?? 'from before they were counted'}, it is at ${file}): what was sealed with a key made since cannot be opened`;

type Box = { round: string; unit: string; opens: boolean };

/** The boxes that wait for their day, and whether each can be opened. */
const openable = (db: Db, keysFolder: string): Box[] => [
	...rounds.list(db).flatMap((kept) =>
		rounds
			.units(db, kept.round.id)
			.filter(({ state }) => state === 'open')
			.map(({ unit, kind }) => {
				const opens = box.opens(db, { keysFolder, ...kept, unit, kind });
				return { round: kept.round.id, unit, opens };
			})
	),
	...pictures.openable(db, keysFolder)
];

/** Devices seal to the public half; the private one must be its own. */
function pairFlaws(db: Db, keysFolder: string): string[] {
	const path = keys.pairsPath(keysFolder);
	const pairs = keys.keyPairs(keysFolder);
	if (pairs.length === 0) {
		return keyring.hasPairs(db) ? [`${path}: the keys of citizens’ devices are not there`] : [];
	}
	return pairs
		.filter(({ publicKey, privateKey: { x, y } }) => {
			const point = [Uint8Array.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
			return encode(Buffer.concat(point)) !== publicKey;
		})
		.map(({ id }) => `${join(path, id)}.json: its two halves do not belong together`);
}
