import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import {
	answered,
	at,
	copied,
	copiedYesterday,
	count,
	today,
	vejen,
	words
} from '../../../../tests/support/copied.ts';
import { many } from '../../../../tests/support/survey.ts';
import { run as backup } from '../commands/backup.ts';
import { run } from '../commands/move.ts';
import { run as restore } from '../commands/restore.ts';
import { closeAll, open, openFile } from '../core/database.ts';
import * as marks from '../core/placing/marks.ts';
import * as municipality from '../municipality.ts';
import { move } from './move.ts';

copiedYesterday();

const FILE = 'vejen.sqlite';
/** What every municipality but this stands on, and stays. */
const OTHERS = 'stevns a\nglostrup a\nsoenderborg a\nslagelse a\n';
beforeEach(() => {
	writeFileSync(at('placement.map'), `# Who has whom\n${OTHERS}vejen a\n`);
	vi.stubEnv('PLACEMENT_FILE', at('placement.map'));
	vi.stubEnv('PLACE', 'a');
});

const to = (): string[] => ['vejen', 'b', at('b', 'data'), at('b', 'keys')];
const goal = () => ({ place: 'b', data: at('b', 'data'), keys: at('b', 'keys'), begun: today });
/** A program of its own, which has nothing open. */
async function moveCommand(args: string[]): Promise<void> {
	closeAll();
	await run(args);
}

/** From here on this is the other server. */
function on(place: 'a' | 'b'): void {
	closeAll();
	vi.stubEnv('PLACE', place);
	vi.stubEnv('DATA_DIR', place === 'a' ? at('data') : at('b', 'data'));
	vi.stubEnv('KEYS_DIR', place === 'a' ? at('keys') : at('b', 'keys'));
}

const serves = (place: 'a' | 'b'): boolean => {
	on(place);
	try {
		return municipality.find('vejen') !== undefined;
	} catch {
		return false;
	}
};
/** As a command that is killed after so many of its steps: nothing is put in order. */
async function killedAfter(steps: number): Promise<boolean> {
	closeAll();
	const made = move('vejen', goal());
	for (let n = 0; n < steps; n++) if ((await made.next()).done) return false;
	return true;
}

it('moves file and keys as the pair they are, and the old place never serves or makes a file again', async () => {
	await count(many(5));
	await moveCommand(to());
	expect(words()).toMatch(
		/1\/4 drain[\s\S]*2\/4 copy[\s\S]*3\/4 verify[\s\S]*4\/4 switch[\s\S]*moved/
	);
	expect(words()).toMatch(/17 answers taken and \d+ released figures, the same in both/);

	expect(() => vejen()).toThrow(expect.objectContaining({ kind: 'moved' }));
	expect(() => open('vejen', { isNew: true })).toThrow(expect.objectContaining({ kind: 'moved' }));
	expect(() => restore(['vejen', at('yesterday', 'files', today), '--yes'])).toThrow('was moved');
	// Also without what names the places, and where one of the two folders came back from a copy.
	vi.stubEnv('PLACEMENT_FILE', '');
	vi.stubEnv('KEYS_DIR', at('yesterday', 'keys'));
	expect(() => vejen()).toThrow(expect.objectContaining({ kind: 'moved' }));
	expect(municipality.here().map((plan) => plan.municipality)).not.toContain('vejen');
	expect(existsSync(at('data', FILE))).toBe(false);
	expect(existsSync(at('keys', 'vejen'))).toBe(false);

	vi.stubEnv('PLACEMENT_FILE', at('placement.map'));
	on('b');
	expect(answered()).toBe(17);
	await count(many(2));
	expect(answered()).toBe(19);
	expect(readFileSync(at('placement.map'), 'utf8')).toBe(`# Who has whom\n${OTHERS}vejen b\n`);
	expect(readFileSync(at('placement.map.nginx'), 'utf8')).toContain('stevns a;\n');
	expect(readFileSync(at('placement.map.nginx'), 'utf8')).toContain('vejen b;\n');
	on('a');
	await moveCommand(to());
	expect(words()).toContain('nothing is left to do');
});

it('comes back to where it was, and goes on from there', async () => {
	await moveCommand(to());
	on('b');
	await count(many(3));
	await moveCommand(['vejen', 'a', at('data'), at('keys')]);
	expect(serves('b')).toBe(false);
	expect(serves('a')).toBe(true);
	expect(answered()).toBe(15);
	await moveCommand(to());
	expect(serves('a')).toBe(false);
	expect(serves('b')).toBe(true);
	expect(answered()).toBe(15);
});

it('killed after any of its steps it is served by one at most, and the same command brings it to its end', async () => {
	for (let steps = 1; ; steps++) {
		const isKilled = await killedAfter(steps);
		expect([serves('a'), serves('b')].filter(Boolean).length).toBeLessThanOrEqual(1);
		on('a');
		await moveCommand(to());
		expect([serves('a'), serves('b')]).toEqual([false, true]);
		expect(answered()).toBe(12);
		// Back, for the next.
		on('b');
		await moveCommand(['vejen', 'a', at('data'), at('keys')]);
		on('a');
		if (!isKilled) break;
		expect(steps).toBeLessThan(20);
	}
});

it('killed before the switch it can be called off, and serves where it was; after it there is no way back', async () => {
	for (let steps = 1; await killedAfter(steps); steps++) {
		if (marks.isMoved('vejen')) {
			await expect(moveCommand(['vejen', '--back'])).rejects.toThrow('has been switched');
			break;
		}
		await moveCommand(['vejen', '--back']);
		expect([serves('b'), serves('a')]).toEqual([false, true]);
		expect(answered()).toBe(12);
		expect(existsSync(at('b', 'data', FILE))).toBe(false);
		expect(existsSync(at('b', 'data', `${FILE}.arriving`))).toBe(false);
		expect(existsSync(at('b', 'keys', 'vejen.new'))).toBe(false);
	}
	await expect(moveCommand(['vejen', 'c', at('c', 'data'), at('c', 'keys')])).rejects.toThrow(
		'is on its way to b'
	);
	await moveCommand(['vejen']);
	expect(serves('b')).toBe(true);
});

it.each([
	['the file', () => at('b', 'data', `${FILE}.arriving`)],
	['a secret', () => at('b', 'keys', 'vejen.new', 'codes.secret')]
])('a copy in which %s is another is seen, and all stays as it was', async (_, path) => {
	closeAll();
	const made = move('vejen', goal());
	// Drained, and both halves are copied.
	for (let n = 0; n < 4; n++) await made.next();
	const bytes = readFileSync(path());
	bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
	writeFileSync(path(), bytes);
	await expect(made.next()).rejects.toThrow('served from here as before');
	expect(existsSync(path())).toBe(false);
	expect(serves('a')).toBe(true);
	expect(answered()).toBe(12);
});

it('waits until nobody has the file open, and what was written until then is moved', async () => {
	closeAll();
	const other = openFile(at('data', FILE));
	setTimeout(() => {
		other.prepare("insert into backup (day, verified) values ('2026-02-19', 1)").run();
		other.close();
	}, 700);
	await moveCommand(to());
	on('b');
	expect(vejen().db.prepare("select 1 from backup where day = '2026-02-19'").get()).toBeDefined();
});

it('nothing begins that cannot be brought to its end', async () => {
	const refused = async (args: string[], reason: string) => {
		closeAll();
		await expect(moveCommand(args)).rejects.toThrow(reason);
		expect(marks.trouble('vejen')).toBeUndefined();
	};
	await refused(['greve', 'b', at('b'), at('c')], 'no municipality');
	await refused(['vejen', 'b', at('b')], 'usage');
	await refused(['vejen', 'a', at('b'), at('c')], 'another server than a');
	await refused(['vejen', 'B!', at('b'), at('c')], 'no name of a server');
	await refused(['vejen', 'b', at('b'), at('b', 'keys')], 'belong apart');
	await refused(['vejen', 'b', at('keys', 'b'), at('c')], 'belong apart');
	await refused(['vejen', 'b', at('data'), at('c')], 'where it lies now');
	await refused(['vejen', '--back'], 'not being moved');
	await refused(['vejen', 'b', at('yesterday', 'files', today), at('c')], 'is there already');
	writeFileSync(at('placement.map'), `${OTHERS}vejen c\n`);
	closeAll();
	await expect(moveCommand(to())).rejects.toThrow('placed on another server');
	vi.stubEnv('PLACEMENT_FILE', '');
	vi.stubEnv('PLACE', '');
	await expect(moveCommand(to())).rejects.toThrow('PLACEMENT_FILE');
});

it('a second command for the same municipality is told so, and one that was killed holds nobody up', async () => {
	const held = join(at('data'), 'vejen.move.held');
	writeFileSync(held, `${process.pid}\n`);
	await expect(moveCommand(to())).rejects.toThrow('another command works on it');
	writeFileSync(held, '999999999\n');
	await moveCommand(to());
	expect(serves('b')).toBe(true);
	expect(existsSync(held)).toBe(false);
});

it('two moves at once are made one after the other, and each is placed', async () => {
	closeAll();
	const other = ['stevns', 'b', at('b', 'data'), at('b', 'keys')];
	await Promise.all([moveCommand(to()), moveCommand(other)]);
	expect(readFileSync(at('placement.map'), 'utf8')).toContain('stevns b');
	expect(readFileSync(at('placement.map'), 'utf8')).toContain('vejen b');
	on('b');
	expect(municipality.here().map((plan) => plan.municipality)).toEqual(['stevns', 'vejen']);
});

it('the next backup of the old place destroys the keys of the pair from before, and never those of a newer pair', async () => {
	await moveCommand(to());
	const older = at('yesterday', 'keys', 'vejen');
	await copied('yesterday');
	expect(existsSync(older)).toBe(true);
	// The new server may keep its pairs in the same place.
	on('b');
	await backup([at('b-files'), at('elsewhere')]);
	on('a');
	vi.stubEnv('TODAY', '2026-02-21');
	await backup([at('files'), at('elsewhere')]);
	expect(existsSync(at('elsewhere', 'vejen'))).toBe(true);
	await copied('yesterday');
	expect(existsSync(older)).toBe(false);
	expect(words()).toContain('vejen: was moved to b; the keys of its pair here are destroyed');
});
