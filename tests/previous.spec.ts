import type { Adapter } from '@sveltejs/kit';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keepingPrevious } from '../src/build/previous.mjs';

const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-previous-'));
const folders = { build: join(folder, 'build'), aside: join(folder, 'aside') };
const chunks = join(folders.build, 'client/_app/immutable/chunks');

/** Builds a release of these files, as the adapter does: it removes what was there. */
async function release(...files: string[]): Promise<string[]> {
	const adapter: Adapter = {
		name: 'test',
		adapt() {
			rmSync(folders.build, { recursive: true, force: true });
			mkdirSync(chunks, { recursive: true });
			for (const file of files) writeFileSync(join(chunks, file), file);
		}
	};
	await keepingPrevious(adapter, folders).adapt({} as never);
	return readdirSync(chunks).sort();
}

it('keeps the code of the last release for one release, and no longer', async () => {
	expect(await release('a1.js', 'same.js')).toEqual(['a1.js', 'same.js']);
	expect(await release('a2.js', 'same.js')).toEqual(['a1.js', 'a2.js', 'same.js']);
	expect(await release('a3.js', 'same.js')).toEqual(['a2.js', 'a3.js', 'same.js']);
	expect(await release('a3.js')).toEqual(['a3.js', 'same.js']);
	expect(existsSync(folders.aside)).toBe(false);
});
