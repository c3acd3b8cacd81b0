import { expect, it } from 'vitest';
import { SqliteError } from './database.ts';
import { isPassing, Trouble, troubleOf } from './trouble.ts';

const errno = (code: string) => Object.assign(new Error(code), { code, path: '/a/b' });

it.each([
	[new SqliteError('', 'SQLITE_BUSY_SNAPSHOT'), 'busy', true],
	[new SqliteError('', 'SQLITE_FULL'), 'full', true],
	[new SqliteError('', 'SQLITE_IOERR_WRITE'), 'disk', true],
	[new SqliteError('', 'SQLITE_READONLY_DBMOVED'), 'read-only', false],
	[new SqliteError('', 'SQLITE_CANTOPEN'), 'read-only', false],
	[new SqliteError('', 'SQLITE_NOTADB'), 'malformed', false],
	[errno('ENOSPC'), 'full', true],
	[errno('EROFS'), 'read-only', false],
	[errno('EACCES'), 'read-only', false],
	[errno('EISDIR'), 'malformed', false],
	[errno('ENOTDIR'), 'malformed', false],
	[errno('ELOOP'), 'malformed', false],
	[errno('ENAMETOOLONG'), 'malformed', false],
	[errno('EIO'), 'disk', true],
	[errno('EMFILE'), 'disk', true],
	[errno('ESTALE'), 'disk', true],
	[errno('EBUSY'), 'busy', true],
	[new TypeError('The database connection is not open'), 'file-missing', false],
	[new Trouble('secret-missing', '/a/b'), 'secret-missing', false]
] as const)('%s is of the kind %s', (problem, kind, passes) => {
	const trouble = troubleOf(problem);
	expect(trouble?.kind).toBe(kind);
	expect(trouble && isPassing(trouble)).toBe(passes);
});

it('takes a fault of the program for no trouble of a municipality’s', () => {
	expect(troubleOf(new SqliteError('', 'SQLITE_CONSTRAINT_TRIGGER'))).toBeUndefined();
	expect(troubleOf(new TypeError('undefined is not a function'))).toBeUndefined();
	expect(troubleOf('SQLITE_BUSY')).toBeUndefined();
});

it('names the path for whoever runs the server', () => {
	expect(new Trouble('secret-missing', 'keys/stevns/codes.secret').message).toMatch(
		/^keys\/stevns\/codes\.secret: the secret is not there/
	);
});
