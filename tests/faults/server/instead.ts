import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import * as boxKeys from '../../../src/lib/server/core/moving-keys/box-keys.ts';
import { KeyFile } from '../../../src/lib/server/core/moving-keys/key-file.ts';

/** It lies elsewhere. @returns what brings it back */
export function away(path: string): () => void {
	const aside = join(dirname(path), `aside-${basename(path)}`);
	renameSync(path, aside);
	return () => renameSync(aside, path);
}

/** Something else lies where it was. */
export function instead(path: string, lay: (path: string) => unknown): () => void {
	const back = away(path);
	lay(path);
	return () => {
		rmSync(path, { recursive: true });
		back();
	};
}

/** One unit's key is gone; those of others move on meanwhile. */
export function withoutKey(at: boxKeys.At): () => void {
	const key = boxKeys.standing(at);
	if (!key) throw new Error(`no key of ${at.unit}`);
	boxKeys.destroy(at);
	return () => {
		const file = KeyFile.make(boxKeys.pathOf(at));
		file.put(at.unit, key);
		file.sync();
		file.close();
	};
}

/** Another file lies where the municipality's was, which was taken away with its log, and is put back with it afterwards. */
export function inPlaceOf(path: string, lay: () => void): () => void {
	const backs = ['', '-wal', '-shm'].flatMap((end) =>
		existsSync(path + end) ? [away(path + end)] : []
	);
	lay();
	return () => {
		for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
		for (const back of backs) back();
	};
}
