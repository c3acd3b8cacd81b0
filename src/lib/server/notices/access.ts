import * as z from 'zod/mini';
import { address } from '../core/configured/address.ts';
import { environment, said } from '../core/environment.ts';
import { municipalityFile } from '../core/configured/municipality-file.ts';

const ADDRESS = address('must be an address');
const Entry = z.strictObject({
	/** What the municipality's pages are called from outside, where that is not ORIGIN. */
	origin: z.optional(ADDRESS),
	/** Where a program of the municipality's is told, once a day, that something awaits. */
	webhook: z.optional(ADDRESS)
});
const SHAPE = '{"webhook": "https://…", "origin": "https://…"}';
const file = municipalityFile('NOTICES_FILE', Entry, SHAPE);

/** How the staff of a municipality are told: `link` is the page where they sign in. */
export type Access = { link: string; relay?: Relay; webhook?: string };
export type Relay = { url: URL; from: string };

/** Undefined where nothing is configured, and in a demo: anybody may sign in there, and could have mail sent to anybody. */
export function accessOf(municipality: string): Access | undefined {
	const { DEMO, ORIGIN, SMTP_URL, SMTP_FROM, NOTICES_FILE } = environment();
	const entry = NOTICES_FILE ? file.entryOf(NOTICES_FILE, municipality) : undefined;
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
	const { entries, wrong } = file.read(path, municipalities);
	const nowhere = Object.entries(entries)
		.filter(([, entry]) => entry.webhook && !entry.origin && !origin)
		.map(([name]) => `NOTICES_FILE: ${path}: ${name}: needs an origin, or ORIGIN, for its link`);
	const isNamed = origin || municipalities.every((name) => entries[name]?.origin);
	return [
		...wrong,
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
