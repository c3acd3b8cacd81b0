import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { environment, said } from '../core/environment.ts';

/** An address of our own, and one that others' programs listen at: only on this machine may it be without https. */
const isAddress = (text: string): boolean => {
	if (!URL.canParse(text)) return false;
	const { protocol, hostname } = new URL(text);
	const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
	return protocol === 'https:' || (protocol === 'http:' && isHere);
};
const address = z.string().check(z.refine(isAddress));
const Entry = z.strictObject({
	/** What the municipality's pages are called from outside, where that is not ORIGIN. */
	origin: z.optional(address),
	/** Where a program of the municipality's is told, once a day, that something awaits. */
	webhook: z.optional(address)
});
const File = z.record(z.string(), Entry);
type Entries = z.infer<typeof File>;

/** How the staff of a municipality are told: `link` is the page where they sign in. */
export type Access = { link: string; relay?: Relay; webhook?: string };
export type Relay = { url: URL; from: string };

let known: { path: string; entries: Entries } | undefined;

/** Undefined where nothing is configured, and in a demo: anybody may sign in there, and could have mail sent to anybody. */
export function accessOf(municipality: string): Access | undefined {
	const { DEMO, ORIGIN, SMTP_URL, SMTP_FROM, NOTICES_FILE } = environment();
	const entries = NOTICES_FILE ? read(NOTICES_FILE) : {};
	const entry = Object.hasOwn(entries, municipality) ? entries[municipality] : undefined;
	const origin = entry?.origin ?? ORIGIN;
	const relay = SMTP_URL && SMTP_FROM ? { url: new URL(SMTP_URL), from: SMTP_FROM } : undefined;
	if (DEMO || !origin || (!relay && !entry?.webhook)) return undefined;
	return {
		link: new URL(`/${municipality}/intern`, origin).href,
		...(relay && { relay }),
		...(entry?.webhook && { webhook: entry.webhook })
	};
}

/**
 * What is wrong with what was said of notices, each fault with its variable or path; never what stands there, which may be a
 * password.
 */
export function faults(municipalities: string[]): string[] {
	const [url, from, path, origin] = (
		['SMTP_URL', 'SMTP_FROM', 'NOTICES_FILE', 'ORIGIN'] as const
	).map(said);
	const { entries, wrong } = path ? readFile(path) : { entries: {} as Entries, wrong: [] };
	const strangers = Object.keys(entries)
		.filter((name) => !municipalities.includes(name))
		.map((name) => `NOTICES_FILE: ${path}: ${name}: there is no municipality of that name`);
	const nowhere = Object.entries(entries)
		.filter(([, entry]) => entry.webhook && !entry.origin && !origin)
		.map(([name]) => `NOTICES_FILE: ${path}: ${name}: needs an origin, or ORIGIN, for its link`);
	const isNamed = origin || municipalities.every((name) => entries[name]?.origin);
	return [
		...wrong,
		...strangers,
		...nowhere,
		...(url && !from ? ['SMTP_FROM: must be said with SMTP_URL: whom the mail is from'] : []),
		...(from && !url ? ['SMTP_URL: must be said with SMTP_FROM: where the relay is'] : []),
		...(url && !isNamed && wrong.length === 0
			? [
					'SMTP_URL: needs ORIGIN, or an origin for each municipality in NOTICES_FILE: mail has a link'
				]
			: [])
	];
}

function read(path: string): Entries {
	if (known?.path === path) return known.entries;
	const { entries, wrong } = readFile(path);
	if (wrong.length > 0) throw new Error(wrong.join('\n'));
	known = { path, entries };
	return entries;
}

function readFile(path: string): { entries: Entries; wrong: string[] } {
	let value: unknown;
	try {
		value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
	} catch (problem) {
		// The reader of JSON quotes what it was given.
		const reason = problem instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
		return { entries: {}, wrong: [`NOTICES_FILE: ${path} ${reason}`] };
	}
	const parsed = File.safeParse(value);
	if (parsed.success) return { entries: parsed.data, wrong: [] };
	const places = new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'it'));
	return {
		entries: {},
		wrong: [...places].map(
			(at) => `NOTICES_FILE: ${path}: ${at} must be {"webhook": "https://…", "origin": "https://…"}`
		)
	};
}
