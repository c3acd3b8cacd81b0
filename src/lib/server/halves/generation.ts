import { afterCommit, immediately, prepared, type Db } from '../core/database.ts';
import { inTransaction } from '../core/limits/patience.ts';
import * as keys from '../core/keys.ts';
import { Trouble, troubleOf } from '../core/trouble.ts';

/**
 * A municipality's two halves, its file and its keys, are copied and put back apart. Each carries its generation, a number that
 * rises with every backup and release, and with whatever citizens come back with: rounds, codes, grants of tablets. So a half
 * that was put back from a copy is seen to be older than the other before it refuses anybody for good.
 */
type Generation = { n: number; settled: 0 | 1 };

const of = (db: Db): Generation =>
	prepared<[], Generation>(db, 'select n, settled from generation').get() ?? { n: 0, settled: 0 };

export type Halves = { file: number; keys: number | undefined; older: 'file' | 'keys' | undefined };

/**
 * How the two stand to each other. The file goes first: one that is a step ahead and says that its keys have not followed was
 * ended in between, and is no copy.
 */
export function compare(db: Db, keysFolder: string): Halves {
	const { n, settled } = of(db);
	const known = keys.generation(keysFolder);
	const halves = (older: Halves['older']): Halves => ({ file: n, keys: known, older });
	// A file of before generations were kept, or a new one.
	if (known === undefined) return halves(n > 0 ? 'keys' : undefined);
	if (known > n) return halves('file');
	return halves(known < n && (settled || known < n - 1) ? 'keys' : undefined);
}

/** As `compare`, for who goes on whatever lies there: a number that cannot be read tells of neither half that it is older. */
export function compareIf(db: Db, keysFolder: string): Halves & { flaw?: Trouble } {
	try {
		return compare(db, keysFolder);
	} catch (problem) {
		const flaw = troubleOf(problem);
		if (flaw?.kind !== 'malformed') throw problem;
		return { file: of(db).n, keys: undefined, older: undefined, flaw };
	}
}

/** @throws Trouble where one half is older than the other: an operator says which of them counts (`accept-older`) */
export function demand(db: Db, keysFolder: string): void {
	const { older, keys: known } = compare(db, keysFolder);
	if (older === 'file') throw new Trouble('file-older', db.name);
	if (older === undefined) return;
	const kind = known === undefined && !keys.stand(keysFolder) ? 'key-missing' : 'keys-older';
	throw new Trouble(kind, keys.generationPath(keysFolder));
}

const watched = new WeakSet<Db>();

/**
 * Compares a file with its keys when it is opened, and lets the keys follow each of its commits from then on.
 * @throws Trouble as `demand`
 */
export function watch(db: Db, keysFolder: string): void {
	if (watched.has(db)) return;
	demand(db, keysFolder);
	settle(db, keysFolder);
	afterCommit(db, () => {
		try {
			settle(db, keysFolder);
		} catch (problem) {
			// What was committed stands; the next commit, or the turn, lets the keys follow.
			if (!troubleOf(problem)) throw problem;
		}
	});
	watched.add(db);
}

/** Lets the keys follow. The file is held meanwhile: nothing new may be taken for followed. */
export function settle(db: Db, keysFolder: string): void {
	if (of(db).settled) return;
	inTransaction(db, () => {
		const { n, settled } = of(db);
		// Keys that were put back from a copy do not follow: the turn says that they are older.
		if (settled || compare(db, keysFolder).older) return;
		keys.writeGeneration(keysFolder, n);
		db.prepare('update generation set settled = 1').run();
	});
}

/** What was copied until now is older from now on. */
export const advance = (db: Db): void =>
	immediately(
		db,
		() => void db.prepare('update generation set n = n + 1, settled = 0 where settled = 1').run()
	);
