/** What can be wrong with one municipality's files, each with words for whoever runs the server. */
const WORDS = {
	busy: 'another program holds the file',
	full: 'there is no room on the disk',
	disk: 'the disk cannot be read or written',
	'read-only': 'it may not be written',
	malformed: 'its content cannot be read: restore it from a backup',
	'file-missing': 'the file is not there, though its keys show that there was one',
	'key-missing': 'keys are not there, though the file shows that there were some',
	'secret-missing': 'the secret is not there, though the file shows that there was one',
	'secret-other': 'the secret is another than the file was written with',
	'file-older':
		'the file is older than its keys: put the newer one back, or go on with this one by `accept-older`',
	'keys-older':
		'the keys are older than their file: put the newer ones back, or go on with these by `accept-older`',
	'file-newer':
		'a newer release has written it: start that one, or restore a copy that was made before it',
	unopened: 'the box cannot be opened: its key is not there, or is another',
	elsewhere: 'it is placed on another server',
	moving: 'it is being moved to another server',
	moved: 'it was moved to another server, and is served from here no more',
	invented: 'the figures are a demo’s: start with DEMO=1',
	unexpected: 'something that nobody thought of'
} as const;

export type Kind = keyof typeof WORDS;

/** One municipality's trouble, found by us; what the operating system and SQLite throw becomes one by `troubleOf`. */
export class Trouble extends Error {
	override readonly name = 'Trouble';
	constructor(
		readonly kind: Kind,
		/** The file or folder that it is about, if it is about one. */
		readonly path?: string
	) {
		super(path ? `${path}: ${WORDS[kind]}` : WORDS[kind]);
	}
}

const CODES: [RegExp, Kind][] = [
	[/^(SQLITE_(BUSY|LOCKED)|EBUSY|ETXTBSY)/, 'busy'],
	[/^(SQLITE_FULL|ENOSPC|EDQUOT|EFBIG)/, 'full'],
	[/^(SQLITE_READONLY|SQLITE_PERM|SQLITE_CANTOPEN|SQLITE_AUTH|EROFS|EACCES|EPERM)/, 'read-only'],
	// A folder where a file belongs, a file where a folder does, or links that lead nowhere.
	[/^(SQLITE_CORRUPT|SQLITE_NOTADB|EISDIR|ENOTDIR|ELOOP|ENAMETOOLONG)/, 'malformed'],
	[/^(SQLITE_IOERR|EIO|EMFILE|ENFILE|ESTALE|ENODEV|ENXIO|ENOTCONN)/, 'disk']
];

/** What a thrown thing says about a municipality's files, or undefined where it is a fault of the program's. */
export function troubleOf(problem: unknown): Trouble | undefined {
	if (problem instanceof Trouble) return problem;
	if (!(problem instanceof Error)) return undefined;
	const { code, path } = problem as NodeJS.ErrnoException;
	const known = CODES.find(([pattern]) => pattern.test(code ?? ''));
	if (known) return new Trouble(known[1], path);
	// A file that was found gone is closed while others still ask of it.
	return problem.message.includes('database connection is not open')
		? new Trouble('file-missing')
		: undefined;
}

/** Trouble of one municipality's, as a command says it: whose, what it is, and of which path. */
export function inWords<T>(municipality: string, work: () => T): T {
	try {
		return work();
	} catch (problem) {
		const trouble = troubleOf(problem);
		if (!trouble) throw problem;
		throw new Error(`${municipality}: ${trouble.message}`, { cause: problem });
	}
}

const AWAY: readonly Kind[] = ['elsewhere', 'moving', 'moved'];

/** Nothing is wrong with it: another server has it, or will in a moment. */
export const isAway = ({ kind }: Trouble): boolean => AWAY.includes(kind);

const PASSING: readonly Kind[] = ['busy', 'full', 'disk', 'unexpected'];

/** It may be over at the next try: nothing is closed for it. */
export const isPassing = ({ kind }: Trouble): boolean => PASSING.includes(kind);
