import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Plugin } from 'vite';
import * as z from 'zod/mini';
import { languageSection } from '../lib/offline/place.ts';

const OUTPUT = '.svelte-kit/output';
/** What a phone fetches once, in the background, so that answering opens without network. */
export const PRECACHE_MAX_BYTES = 150_000;

/**
 * Parts of the app that a device fetches when somebody first goes there, pages and messages; the folder's name is theirs. The
 * words of a language that is not Danish are a section of their own (`sprog-ar`).
 */
const SECTIONS: { [section: string]: RegExp } = {
	'mit-billede': /\/mit-billede\/|messages\/da\/journey\.json/,
	tablet: /\/tablet\/|messages\/\w+\/(tablet|caseworker)\.json/
};
/** What no device keeps. */
const NOBODYS = 'never';
/** Staff's; the public's, which are made by the server each time; the list of municipalities; a language of tests. */
const NEVER =
	/\/intern\/|client-optimized\/staff\.js|\/\(public\)\/|routes\/\+page\.svelte|messages\/\w+\/(results|papers)\.json|messages\/xr\//;

/** What no file of everybody's may be made of: code of staff's pages, and what only they import. */
const STAFFS =
	/\/routes\/\[municipality\]\/(intern|tablet)\/|\/lib\/(server|interviews|tablet|goals)\/|\/lib\/plan\/content\//;
const MODULES = '.svelte-kit/modules.json';
const Modules = z.record(z.string(), z.record(z.string(), z.number()));

/** Notes which modules each file of a browser's is made of, and how long each of them is in it. */
export const recording: Plugin = {
	name: 'recording',
	generateBundle(_, bundle) {
		if (this.environment.name !== 'client') return;
		const files = Object.values(bundle).flatMap((chunk) => {
			if (chunk.type !== 'chunk') return [];
			const lengths = Object.entries(chunk.modules).map(
				([id, { renderedLength }]) => [id, renderedLength] as const
			);
			return [[chunk.fileName, Object.fromEntries(lengths)] as const];
		});
		writeFileSync(MODULES, JSON.stringify(Object.fromEntries(files)));
	}
};

const Chunks = z.record(
	z.string(),
	z.object({
		file: z.string(),
		imports: z.optional(z.array(z.string())),
		dynamicImports: z.optional(z.array(z.string())),
		css: z.optional(z.array(z.string()))
	})
);
type Chunks = z.infer<typeof Chunks>;
type Entry = { url: string; revision: string | null; size: number; section?: string };

/** Keeps the shell and what a citizen's page can reach; staff code and test languages stay out of a citizen's phone. */
export function citizensOnly(entries: Entry[]): { manifest: Entry[]; warnings: string[] } {
	const sections = sectionsOf(
		Chunks.parse(JSON.parse(readFileSync(join(OUTPUT, 'client/.vite/manifest.json'), 'utf8')))
	);
	const modules = Modules.parse(JSON.parse(readFileSync(MODULES, 'utf8')));
	const bytes = new Map<string, number>();
	const manifest = entries.flatMap((entry) => {
		const file = entry.url.replace(/^client\//, '');
		const ofFile = file.startsWith('_app/') ? (sections.get(file) ?? []) : [''];
		const staffs = Object.keys(modules[file] ?? {}).filter((id) => STAFFS.test(id));
		if (ofFile.includes('') && staffs.length > 0)
			throw new Error(`${file} is of staff: ${staffs.join(' ')}`);
		const wire = brotliCompressSync(readFileSync(join(OUTPUT, entry.url))).length;
		for (const section of ofFile) bytes.set(section, (bytes.get(section) ?? 0) + wire);
		const url = file.replace(/^prerendered\/pages\//, '').replace(/\.html$/, '');
		return ofFile.map((section) => ({ ...entry, url, ...(section && { section }) }));
	});
	for (const [section, sum] of bytes) {
		const limit = section ? 'when first opened' : `of ${PRECACHE_MAX_BYTES / 1000} kB`;
		const name = section || 'precache';
		console.log(`${name}: ${(sum / 1000).toFixed(1)} kB over the wire, ${limit}`);
	}
	return { manifest, warnings: [] };
}

/** Each file that a citizen's page can reach, and the sections that need it: '' is everybody's, and stands alone. */
export function sectionsOf(chunks: Chunks): Map<string, string[]> {
	const places = new Map(Object.keys(chunks).map((name) => [name, placeOf(name, chunks)]));
	const found = new Map<string, string[]>();
	const visit = (name: string, section: string, seen: Set<string>): void => {
		const chunk = chunks[name];
		const place = places.get(name);
		if (!chunk || seen.has(name) || (place !== undefined && place !== section)) return;
		seen.add(name);
		for (const file of [chunk.file, ...(chunk.css ?? [])]) {
			const others = found.get(file) ?? [];
			if (!others.includes('') && !others.includes(section)) found.set(file, [...others, section]);
		}
		for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) {
			visit(next, section, seen);
		}
	};
	const everybodys = new Set<string>();
	for (const name of Object.keys(chunks)) {
		if (/client-optimized\/app\.js|client\/entry\.js/.test(name)) visit(name, '', everybodys);
	}
	for (const section of [...new Set(places.values())].sort()) {
		if (section === undefined || section === NOBODYS) continue;
		const seen = new Set<string>();
		for (const [name, place] of places) if (place === section) visit(name, section, seen);
	}
	return found;
}

/** The section of a page or of messages, or 'never'; undefined for what belongs to whoever imports it. */
function placeOf(name: string, chunks: Chunks): string | undefined {
	const path = /\/nodes\/\d+\.js$/.test(name) ? readFileSync(name, 'utf8') : name;
	const part = /messages\/da\/(\w+\.json)/.exec(path)?.[1];
	if (NEVER.test(path)) return NOBODYS;
	const section = Object.keys(SECTIONS).find((each) => SECTIONS[each]?.test(path));
	// What is in Danish alone is read by staff.
	const isStaffs = part && !chunks[path.replace('/da/', '/en/')];
	const language = /messages\/(\w+)\/\w+\.json/.exec(path)?.[1];
	const ofLanguage = language && language !== 'da' ? languageSection(language) : undefined;
	return section ?? ofLanguage ?? (isStaffs ? NOBODYS : undefined);
}
