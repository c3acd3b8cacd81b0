import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import * as z from 'zod/mini';

const OUTPUT = '.svelte-kit/output';
/** What a phone fetches once, in the background, so that everything of a citizen's opens without network. */
export const PRECACHE_MAX_BYTES = 150_000;

const Chunks = z.record(
	z.string(),
	z.object({
		file: z.string(),
		imports: z.optional(z.array(z.string())),
		dynamicImports: z.optional(z.array(z.string())),
		css: z.optional(z.array(z.string()))
	})
);
type Entry = { url: string; revision: string | null; size: number };

/** Keeps the shell and what a citizen's page can reach; staff code and test languages stay out of a citizen's phone. */
export function citizensOnly(entries: Entry[]): { manifest: Entry[]; warnings: string[] } {
	const wanted = new Set(reachable());
	const manifest = entries
		.filter(({ url }) => !url.includes('_app/') || wanted.has(url.replace('client/', '')))
		.map((entry) => ({
			...entry,
			url: entry.url
				.replace(/^client\//, '')
				.replace(/^prerendered\/pages\//, '')
				.replace(/\.html$/, '')
		}));
	const bytes = entries
		.filter(({ url }) => manifest.some((kept) => url.includes(kept.url)))
		.reduce((sum, { url }) => sum + brotliCompressSync(readFileSync(join(OUTPUT, url))).length, 0);
	console.log(
		`precache: ${manifest.length} files, ${(bytes / 1000).toFixed(1)} kB of ${PRECACHE_MAX_BYTES / 1000} kB over the wire`
	);
	return { manifest, warnings: [] };
}

function reachable(): string[] {
	const chunks = Chunks.parse(
		JSON.parse(readFileSync(join(OUTPUT, 'client/.vite/manifest.json'), 'utf8'))
	);
	const seen = new Set<string>();
	const visit = (name: string): void => {
		const chunk = chunks[name];
		if (!chunk || seen.has(name) || isStaffs(name)) return;
		seen.add(name);
		for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) visit(next);
	};
	for (const name of Object.keys(chunks))
		if (/client-optimized\/app\.js|client\/entry\.js/.test(name)) visit(name);
	return [...seen].flatMap((name) => {
		const chunk = chunks[name];
		return chunk ? [chunk.file, ...(chunk.css ?? [])] : [];
	});
}

function isStaffs(name: string): boolean {
	if (/messages\/(xr\/|\w+\/(staff|desk|interviews)\.json)/.test(name)) return true;
	return /\/nodes\/\d+\.js$/.test(name) && readFileSync(name, 'utf8').includes('/intern/');
}
