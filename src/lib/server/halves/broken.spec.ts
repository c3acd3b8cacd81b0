import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { at, copiedYesterday, turned, vejen } from '../../../../tests/support/copied.ts';
import { round, submission } from '../../../../tests/support/survey.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import { closeAll } from '../core/database.ts';
import * as keyring from '../core/keyring.ts';
import * as keys from '../core/keys.ts';
import { troubleOf, type Trouble } from '../core/trouble.ts';
import * as handout from '../handout.ts';
import * as intake from '../intake/intake.ts';

copiedYesterday();

const DUE = '2026-03-12';
const KINDS =
	/^(malformed|key-missing|keys-older|secret-missing|secret-other|file-missing|read-only)$/;

/** What may lie where something of a municipality's belongs. */
const INSTEAD: { [what: string]: (path: string) => unknown } = {
	'a folder': (path) => mkdirSync(path),
	'a file': (path) => writeFileSync(path, 'something else'),
	'an empty file': (path) => writeFileSync(path, ''),
	'a link that leads nowhere': (path) => symlinkSync(at('nowhere'), path),
	'a link to itself': (path) => symlinkSync(path, path)
};

const vejens = (...path: string[]) => at('keys', 'vejen', ...path);
const ITS: [string, () => string][] = [
	['its keys', () => vejens()],
	['the pairs of devices', () => vejens('seal')],
	['a pair', () => vejens('seal', readdirSync(vejens('seal'))[0] ?? '')],
	['the secret of codes', () => vejens('codes.secret')],
	['the key of staff', () => vejens('staff.key')],
	['the number of its keys', () => vejens('generation')],
	['all keys of boxes', () => vejens('boxes')],
	['the keys of a round’s boxes', () => vejens('boxes', round.id)],
	['the file of them', () => vejens('boxes', round.id, 'units.keys')],
	['the pictures’', () => vejens('boxes', '_pictures', 'units.keys')],
	['its file', () => at('data', 'vejen.sqlite')]
];

/** Asks what pages, devices and staff ask. @returns what went wrong: trouble, and nothing that nobody thought of */
async function asked(
	envelope: Awaited<ReturnType<typeof sealSubmission>>,
	...more: (() => unknown)[]
): Promise<Trouble[]> {
	const seen: Trouble[] = [];
	const sent = async () => {
		const { db, keysFolder } = vejen();
		const by = { grant: undefined, today: DUE };
		const { results } = await intake.receive(db, keysFolder, [envelope], by);
		// Counted, or kept by its device: neither refused nor laid aside unread.
		for (const { outcome } of results) expect(outcome).toMatch(/^(already-)?counted$/);
	};
	const works = [
		() => handout.current(vejen(), 'da'),
		sent,
		() => keyring.staffKey(vejen().db, vejen().keysFolder),
		...more
	];
	for (const work of works) {
		try {
			await work();
		} catch (problem) {
			const trouble = troubleOf(problem);
			if (!trouble) throw problem;
			seen.push(trouble);
		}
	}
	return seen;
}

it.each(ITS)(
	'whatever lies in the place of %s is trouble that names it: while answering, at the turn, at the start',
	async (_, pathOf) => {
		const path = pathOf();
		const { db, keysFolder } = await turned();
		keyring.staffKey(db, keysFolder);
		const key = keys.publicKey(keysFolder);
		if (!key) throw new Error('there is one');
		const envelope = await sealSubmission(submission({ channel: 'open' }), key);
		for (const [instead, lay] of Object.entries(INSTEAD)) {
			vejen().db.pragma('wal_checkpoint(TRUNCATE)');
			if (path.endsWith('.sqlite'))
				for (const end of ['-wal', '-shm']) rmSync(path + end, { force: true });
			renameSync(path, at('aside'));
			lay(path);
			const running = await asked(envelope, () => turned(DUE));
			closeAll();
			const started = await asked(envelope, () => turned(DUE));
			expect(Math.min(running.length, started.length), instead).toBeGreaterThan(0);
			for (const { kind, path: named = at('data', 'vejen.sqlite') } of [...running, ...started]) {
				expect(kind, instead).toMatch(KINDS);
				// The thing itself, what of it was asked for, or the folder that lacks it.
				expect(named.startsWith(path) || named === dirname(path), `${instead}: ${named}`).toBe(
					true
				);
			}
			closeAll();
			rmSync(path, { recursive: lstatSync(path).isDirectory() });
			renameSync(at('aside'), path);
			const healed = await turned(DUE);
			const states = healed.db.prepare('select distinct state from unit').pluck().all();
			expect(states.sort(), instead).toEqual(['carried', 'open', 'released']);
			expect(existsSync(at('nowhere'))).toBe(false);
		}
	}
);
