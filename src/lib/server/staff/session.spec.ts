import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { file, later, NOW, someone } from '../../../../tests/support/staff.ts';
import { openFile } from '../core/database.ts';
import * as session from './session.ts';
import * as users from './users.ts';

// Lucia looks at the real clock too, so these days are today's.
const now = new Date();
const browser = 'Firefox på Windows';
const done = { step: 'done', browser, now } as const;

describe('a session', () => {
	it('is known by an id that the file does not hold', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader', 'administrator'] });
		const id = await session.start(db, user.id, done);
		expect(await session.read(db, id, now)).toEqual({
			id,
			step: 'done',
			staff: {
				id: user.id,
				name: 'Karen',
				email: 'karen@stevns.example',
				roles: ['administrator', 'leader']
			}
		});
		const [row] = db.prepare<[], { hash: Buffer }>('select * from session').all();
		expect(row?.hash).toEqual(createHash('sha256').update(id).digest());
		expect(JSON.stringify(db.prepare('select * from session').all())).not.toContain(id);
		expect(await session.read(db, row?.hash.toString('hex') ?? '', now)).toBeUndefined();
	});

	it('has an id of its own each time, long enough not to be guessed', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const ids = await Promise.all(
			Array.from({ length: 50 }, () => session.start(db, user.id, done))
		);
		expect(new Set(ids).size).toBe(50);
		expect(Math.min(...ids.map((id) => id.length))).toBeGreaterThanOrEqual(40);
	});

	it('ends when it has been idle, and lives on when it is used', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const used = await session.start(db, user.id, done);
		const idle = await session.start(db, user.id, done);
		expect(await session.read(db, used, later(28, now))).toBeDefined();
		expect(await session.read(db, used, later(56, now))).toBeDefined();
		expect(await session.read(db, idle, later(31, now))).toBeUndefined();
		expect(await session.read(db, idle, now)).toBeUndefined();
	});

	it('is read while another program holds the file: that it was used is noted when it can be', async () => {
		const path = join(mkdtempSync(join(tmpdir(), 'oejenhoejde-session-')), 'stevns.sqlite');
		const db = openFile(path);
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const id = await session.start(db, user.id, done);
		const other = new Database(path);
		other.exec('begin immediate');
		expect(await session.read(db, id, later(20, now))).toBeDefined();
		expect(await session.read(db, id, later(31, now))).toBeUndefined();
		other.exec('rollback');
		expect(await session.read(db, id, later(20, now))).toBeDefined();
		expect(await session.read(db, id, later(49, now))).toBeDefined();
		other.close();
		db.close();
	});

	it('ends after ten hours however busy it is', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const id = await session.start(db, user.id, done);
		for (let minutes = 0; minutes < 598; minutes += 20) {
			expect(await session.read(db, id, later(minutes, now))).toBeDefined();
		}
		expect(await session.read(db, id, later(601, now))).toBeUndefined();
	});

	it('that waits for its second factor ends after ten minutes', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const id = await session.start(db, user.id, { step: 'second-factor', browser, now });
		expect((await session.read(db, id, later(8, now)))?.step).toBe('second-factor');
		expect(await session.read(db, id, later(11, now))).toBeUndefined();
	});

	it('ends with the access of its user', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const id = await session.start(db, user.id, done);
		db.prepare('update user set active = 0').run();
		expect(await session.read(db, id, now)).toBeUndefined();
		users.reactivate(db, user.id);
		expect(await session.read(db, id, now)).toBeUndefined();
	});

	it('of one municipality is nothing in another', async () => {
		const [stevns, vejen] = [file(), file()];
		const { user } = await someone(stevns, { name: 'Karen', roles: ['administrator'] });
		await someone(vejen, { name: 'Karen', roles: ['administrator'] });
		const id = await session.start(stevns, user.id, done);
		expect(await session.read(vejen, id, now)).toBeUndefined();
	});

	it('knows the roles of this moment, not of the sign-in', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const id = await session.start(db, user.id, done);
		users.setRoles(db, user.id, ['secretary'], 'someone else');
		expect((await session.read(db, id, now))?.staff.roles).toEqual(['secretary']);
	});
});

describe('the list of sessions', () => {
	it('shows one’s own alone, and ends one or all', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		const other = await someone(db, { name: 'Ole', roles: ['leader'] });
		const [a, b, c] = [
			await session.start(db, user.id, done),
			await session.start(db, user.id, { ...done, browser: 'Safari på iPad' }),
			await session.start(db, other.user.id, done)
		];
		const listed = session.list(db, user.id, { now, id: a });
		expect(listed.map(({ browser, isThis }) => [browser, isThis]).sort()).toEqual([
			[browser, true],
			['Safari på iPad', false]
		]);
		const key = listed.find(({ isThis }) => !isThis)?.key ?? '';
		expect(session.endOne(db, other.user.id, key)).toBe(false);
		expect(session.endOne(db, user.id, key)).toBe(true);
		expect(await session.read(db, b, now)).toBeUndefined();
		expect(session.endAll(db, user.id, { except: a })).toBe(0);
		expect(session.endAll(db, user.id)).toBe(1);
		expect(await session.read(db, a, now)).toBeUndefined();
		expect(await session.read(db, c, now)).toBeDefined();
	});

	it('holds no minute finer than it needs', async () => {
		const db = file();
		const { user } = await someone(db, { name: 'Karen', roles: ['leader'] });
		await session.start(db, user.id, { ...done, now: new Date(NOW.getTime() + 12_345) });
		const [row] = db.prepare<[], { started_at: number }>('select started_at from session').all();
		expect(row?.started_at).toBe(NOW.getTime() / 1000);
	});
});

describe('the cookie', () => {
	it('is kept to the municipality’s staff pages, away from scripts, and to TLS where there is TLS', () => {
		expect(session.cookieOf('id', { municipality: 'stevns', secure: true })).toEqual({
			name: '__Secure-intern',
			value: 'id',
			attributes: {
				path: '/stevns/intern',
				httpOnly: true,
				secure: true,
				sameSite: 'lax',
				maxAge: 36_000
			}
		});
		expect(session.cookieOf('id', { municipality: 'stevns', secure: false })).toMatchObject({
			name: 'intern',
			attributes: { secure: false, httpOnly: true }
		});
	});
});
