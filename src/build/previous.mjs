// After a deploy, pages that are open still ask for the code that they were made of. The last release's is kept beside the
// new one's, for one release: its names change with its content, so nothing is ever mistaken for another.
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { dirname, join } from 'node:path';

const IMMUTABLE = 'client/_app/immutable';
/** What was already old in the build that is being replaced. */
const LIST = '.previous';

/**
 * @param {import('@sveltejs/kit').Adapter} adapter
 * @param {{ build: string, aside: string }} folders `aside` is on the same machine and may be removed at any time
 * @returns {import('@sveltejs/kit').Adapter}
 */
export const keepingPrevious = (adapter, { build, aside }) => ({
	...adapter,
	async adapt(builder) {
		lay(build, aside);
		await adapter.adapt(builder);
		bringBack(build, aside);
	}
});

function lay(/** @type {string} */ build, /** @type {string} */ aside) {
	rmSync(aside, { recursive: true, force: true });
	mkdirSync(aside, { recursive: true });
	const older = new Set(read(join(build, LIST)));
	for (const file of filesUnder(join(build, IMMUTABLE))) {
		if (older.has(file)) continue;
		copy(join(build, IMMUTABLE, file), join(aside, file));
	}
}

function bringBack(/** @type {string} */ build, /** @type {string} */ aside) {
	const kept = filesUnder(aside).filter((file) => !existsSync(join(build, IMMUTABLE, file)));
	for (const file of kept) copy(join(aside, file), join(build, IMMUTABLE, file));
	writeFileSync(join(build, LIST), JSON.stringify(kept));
	rmSync(aside, { recursive: true, force: true });
}

function copy(/** @type {string} */ from, /** @type {string} */ to) {
	mkdirSync(dirname(to), { recursive: true });
	cpSync(from, to, { preserveTimestamps: true });
}

/** @returns {string[]} */
const read = (/** @type {string} */ path) =>
	existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];

/** @returns {string[]} paths relative to the folder */
function filesUnder(/** @type {string} */ folder, above = '') {
	if (!existsSync(join(folder, above))) return [];
	return readdirSync(join(folder, above), { withFileTypes: true }).flatMap((entry) => {
		const path = above ? `${above}/${entry.name}` : entry.name;
		return entry.isDirectory() ? filesUnder(folder, path) : [path];
	});
}
