import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
	answered,
	at,
	closed,
	copiedYesterday,
	count,
	makeCodes,
	outcomes,
	pairOf,
	putBackFile,
	today,
	turned,
	vejen,
	withCode,
	words
} from '../../../../tests/support/copied.ts';
import { round } from '../../../../tests/support/survey.ts';
import { run as acceptOlder } from '../commands/accept-older.ts';
import { run as restore } from '../commands/restore.ts';
import { closeAll } from '../core/database.ts';
import * as keys from '../core/keys.ts';
import * as sealingKeys from '../rounds/sealing-keys.ts';

copiedYesterday();

/** What may have become of a half, whole folders of it too. @param path whose content is another from now on */
const DAMAGED: [string, (...path: string[]) => unknown][] = [
	['zeros', (...path) => writeFileSync(at(...path), Buffer.alloc(3))],
	['nothing', (...path) => writeFileSync(at(...path), '')],
	[
		'a folder',
		(...path) => {
			rmSync(at(...path), { recursive: true });
			mkdirSync(at(...path, 'something', 'in it'), { recursive: true });
		}
	],
	[
		'a link to itself',
		(...path) => {
			rmSync(at(...path), { recursive: true });
			symlinkSync(at(...path), at(...path));
		}
	]
];

it.each(DAMAGED)(
	'drill: where the keys’ number has become %s, the pair mends it, or an operator goes on',
	async (_, damage) => {
		const [code] = makeCodes(1);
		await turned();
		closeAll();
		damage('keys', 'vejen', 'generation');
		expect(() => vejen()).toThrow(expect.objectContaining({ kind: 'malformed' }));
		expect(() => acceptOlder(['vejen'])).toThrow('--yes');
		expect(words()).toContain('nothing says whether its file or its keys are older');
		expect(() => vejen()).toThrow(expect.objectContaining({ kind: 'malformed' }));
		acceptOlder(['vejen', '--yes']);
		expect(answered()).toBe(12);
		expect(closed()).toEqual([]);
		expect(outcomes(await count(withCode(code)))).toEqual(['counted']);
		// The file may have been the older one: its strangers wait.
		expect(outcomes(await count(withCode('AB2345679')))).toEqual([undefined]);
		await turned();
		closeAll();
		damage('keys', 'vejen', 'generation');
		restore(pairOf('yesterday'));
		expect(answered()).toBe(12);
		expect(closed()).toEqual([]);
		await turned();
		// No copy from before passes for what stands now.
		closeAll();
		putBackFile();
		expect(() => vejen()).toThrow(expect.objectContaining({ kind: 'file-older' }));
	}
);

it.each<[string, string[]]>([
	['its keys', ['keys', 'vejen']],
	['the keys of devices', ['keys', 'vejen', 'seal']],
	['the secret of codes', ['keys', 'vejen', 'codes.secret']],
	['the keys of boxes', ['keys', 'vejen', 'boxes', round.id, 'units.keys']],
	['its file', ['data', 'vejen.sqlite']]
])('drill: whatever has become of %s, the pair mends it', async (_, path) => {
	for (const [, damage] of DAMAGED) {
		closeAll();
		rmSync(at(...path), { recursive: true });
		writeFileSync(at(...path), '');
		damage(...path);
		if (path.includes('data'))
			for (const end of ['-wal', '-shm']) rmSync(at(...path) + end, { force: true });
		restore(pairOf('yesterday'));
		expect(answered()).toBe(12);
		expect(closed()).toEqual([]);
		await turned();
	}
});

it('a damaged pair of devices is not taken along, and a whole one is', async () => {
	const made = sealingKeys.rotate(vejen().keysFolder, today);
	const damaged = sealingKeys.rotate(vejen().keysFolder, today);
	closeAll();
	writeFileSync(at('keys', 'vejen', 'seal', `${damaged}.json`), '{"id":');
	restore(pairOf('yesterday'));
	await turned();
	expect(keys.keyPairs(vejen().keysFolder).map(({ id }) => id)).toContain(made);
	expect(keys.keyPair(vejen().keysFolder, damaged)).toBeUndefined();
});
