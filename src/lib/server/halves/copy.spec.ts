import Database from 'better-sqlite3';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
	at,
	copiedYesterday,
	count,
	filesOf,
	makeCodes,
	outcomes,
	turned,
	words
} from '../../../../tests/support/copied.ts';
import { many, round } from '../../../../tests/support/survey.ts';
import { run as checkCopy } from '../commands/check-copy.ts';
import { run as restore } from '../commands/restore.ts';
import { closeAll } from '../core/database.ts';

copiedYesterday();

it('a check says of a copy that it is in order, what would be lost, and writes nothing', async () => {
	makeCodes(3);
	await count(many(2));
	await turned('2026-03-10');
	const listed = () =>
		readdirSync(at('yesterday'), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => {
				const path = join(parentPath, name);
				return [
					path,
					statSync(path, { bigint: true }).mtimeNs,
					readFileSync(path).toString('base64')
				];
			});
	const before = listed();
	checkCopy([at('yesterday', 'files'), '--keys', at('yesterday', 'keys')]);
	expect(listed()).toEqual(before);
	expect(words()).toContain('vejen: in order');
	expect(words()).toContain('would be lost: 3 codes that have been handed out since');
	expect(words()).toContain('would be lost: 2 answers that have been counted since');
	expect(words()).toContain(`would be lost: ${round.id} 2026-02, which was published or closed`);
	// The keys that stand have moved on since.
	expect(() => checkCopy([filesOf('yesterday')])).toThrow('not in order');
	expect(listed()).toEqual(before);
	expect(words()).toContain('would be lost: the file is older than the keys');
	expect(words()).toMatch(/2026-02 cannot be opened: its key is another, or has moved on since/);
});

it.each<[string, string, () => unknown]>([
	[
		'the secret is another’s',
		'the secret is another',
		() => cpSync(at('keys', 'stevns', 'codes.secret'), at('keys', 'vejen', 'codes.secret'))
	],
	[
		'the devices’ keys are gone',
		'citizens’ devices are not there',
		() => rmSync(at('keys', 'vejen', 'seal'), { recursive: true })
	],
	[
		'a device key is half another’s',
		'do not belong together',
		() => {
			const [name = ''] = readdirSync(at('keys', 'vejen', 'seal'));
			const [other = ''] = readdirSync(at('keys', 'stevns', 'seal'));
			const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as object;
			const pair = {
				...read(at('keys', 'vejen', 'seal', name)),
				privateKey: (read(at('keys', 'stevns', 'seal', other)) as { privateKey: object }).privateKey
			};
			writeFileSync(at('keys', 'vejen', 'seal', name), JSON.stringify(pair));
		}
	],
	[
		'the copy is cut short',
		'cannot be read',
		() => writeFileSync(join(filesOf('yesterday'), 'vejen.sqlite'), Buffer.alloc(9000, 'x'))
	],
	[
		'the copy is a newer release’s',
		'a newer release’s: 999-later.sql',
		() => {
			const copy = new Database(join(filesOf('yesterday'), 'vejen.sqlite'));
			copy.exec("insert into migration values ('999-later.sql')");
			copy.close();
		}
	]
])('a check finds that %s, and a restore then changes nothing', async (_, found, breaks) => {
	breaks();
	const before = readFileSync(at('data', 'vejen.sqlite'));
	expect(() => checkCopy([at('yesterday', 'files')])).toThrow('not in order');
	expect(words()).toContain(found);
	expect(() => restore(['vejen', filesOf('yesterday'), '--yes'])).toThrow('not in order');
	expect(readFileSync(at('data', 'vejen.sqlite'))).toEqual(before);
});

it('a restore needs the server stopped and a yes, keeps what stood, and serves', async () => {
	const pair = ['vejen', filesOf('yesterday'), '--keys', at('yesterday', 'keys')];
	makeCodes(1);
	await count(many(5));
	closeAll();
	const running = new Database(at('data', 'vejen.sqlite'));
	running.prepare('select count(*) from receipt').get();
	expect(() => restore(pair)).toThrow('--yes');
	expect(() => restore([...pair, '--yes'])).toThrow('stop it first');
	running.close();
	restore([...pair, '--yes'], new Date('2026-02-20T10:00:00Z'));
	const n = (path: string) => {
		const db = new Database(path, { readonly: true });
		const found = db.prepare('select count(*) from receipt').pluck().get();
		db.close();
		return found;
	};
	expect(n(at('data', 'vejen.sqlite.before-202602201000'))).toBe(17);
	expect(existsSync(at('keys', 'vejen.before-202602201000', 'codes.secret'))).toBe(true);
	expect(n(at('data', 'vejen.sqlite'))).toBe(12);
	await turned();
	expect(outcomes(await count(many(3)))).toEqual(Array(3).fill('counted'));
});

it('a copy that cannot be laid beside what stands changes nothing', () => {
	const stands = () => [
		// Whoever makes sure that nobody has it open writes in its first bytes.
		readFileSync(at('data', 'vejen.sqlite')).subarray(100).toString('base64'),
		...readdirSync(at('keys', 'vejen'), { recursive: true }).map(String).sort(),
		readFileSync(at('keys', 'vejen', 'boxes', round.id, 'units.keys')).toString('base64')
	];
	const before = stands();
	// As where there is no room: its name cannot be written to.
	mkdirSync(at('data', 'vejen.sqlite.new'));
	const pair = ['vejen', filesOf('yesterday'), '--keys', at('yesterday', 'keys'), '--yes'];
	expect(() => restore(pair)).toThrow();
	expect(stands()).toEqual(before);
	expect(readdirSync(at('keys')).filter((name) => name.startsWith('vejen'))).toEqual(['vejen']);
});

it('a file in the place of a folder of copies is none, and says so', () => {
	const file = at('data', 'vejen.sqlite');
	expect(() => checkCopy([file])).toThrow(`no municipality’s file lies in "${file}"`);
	expect(() => restore(['vejen', file, '--yes'])).toThrow('not in order; nothing was changed');
});

it('what stood is kept however often one puts back', () => {
	const pair = ['vejen', filesOf('yesterday'), '--keys', at('yesterday', 'keys'), '--yes'];
	const now = new Date('2026-02-20T10:00:00Z');
	const aside = (name: string) => readFileSync(at('data', `vejen.sqlite.before-${name}`));
	writeFileSync(at('data', 'vejen.sqlite'), 'no file of ours at all '.repeat(40));
	restore(pair, now);
	restore(pair, now);
	expect(aside('202602201000').toString()).toContain('no file of ours');
	expect(aside('202602201000-2').subarray(0, 6).toString()).toBe('SQLite');
	expect(existsSync(at('keys', 'vejen.before-202602201000-2', 'codes.secret'))).toBe(true);
});

it('a file that is put back from where it stands is still there', () => {
	const n = readFileSync(at('data', 'vejen.sqlite')).length;
	restore(['vejen', at('data'), '--yes']);
	closeAll();
	expect(readFileSync(at('data', 'vejen.sqlite')).length).toBeGreaterThanOrEqual(n);
});
