import * as z from 'zod/mini';

const text = (pattern: RegExp, error: string) => z.string().check(z.regex(pattern, { error }));
const oneOf = <const V extends readonly [string, ...string[]]>(values: V) =>
	z.enum(values, { error: `must be ${values.join(' or ')}` });
const port = () =>
	z.pipe(
		z.string().check(
			z.refine((said) => /^\d{1,5}$/.test(said) && Number(said) <= 65_535, {
				error: 'must be a port'
			})
		),
		z.transform(Number)
	);
const host = () => text(/^[\w.:-]+$/, 'must be an address or a name, as 127.0.0.1');
const header = () =>
	z.pipe(
		text(/^[\w-]+$/, 'must be the name of a header, as x-forwarded-for'),
		z.transform((name) => name.toLowerCase())
	);
const count = () =>
	z.pipe(text(/^[1-9]\d{0,8}$/, 'must be a whole number above 0'), z.transform(Number));
const place = () => text(/^[^\0]+$/, 'must be a path');

export const FOLDERS = { DATA_DIR: 'data', KEYS_DIR: 'keys' };

/**
 * Every variable that this server reads, and what can be said with it. Nothing else reads one: `variables.spec.ts` looks. What
 * two of them say together, and what lies where they lead, is judged in `server/configuration.ts`.
 */
export const VARIABLES = {
	HOST: z._default(host(), '127.0.0.1'),
	PORT: z._default(port(), 3000),
	/** What the site is called from outside, as `https://svar.stevns.example`. */
	ORIGIN: z._default(
		z.string().check(
			z.refine(isOrigin, {
				error: 'must be an address as https://svar.example.dk, without a path'
			})
		),
		''
	),
	/** Instead of `ORIGIN` where several hosts are served. */
	PROTOCOL_HEADER: z.optional(header()),
	HOST_HEADER: z.optional(header()),
	PORT_HEADER: z.optional(header()),
	/** Where a proxy writes who asks. */
	ADDRESS_HEADER: z.optional(header()),
	XFF_DEPTH: z._default(count(), 1),
	BODY_SIZE_LIMIT: z._default(text(/^[1-9]\d{0,8}[KMG]?$/i, 'must be a size above 0, as 1M'), '1M'),
	DATA_DIR: z._default(place(), FOLDERS.DATA_DIR),
	KEYS_DIR: z._default(place(), FOLDERS.KEYS_DIR),
	/** A text file: which municipality is placed on which server, and the name of this one in it. Without them it has all. */
	PLACEMENT_FILE: z.optional(place()),
	PLACE: z.optional(text(/^[a-z][a-z0-9-]*$/, 'must be the name of a server, as a or app-2')),
	/** Demo figures are invented, and every page says so. */
	DEMO: z.pipe(
		z._default(oneOf(['0', '1']), '0'),
		z.transform((flag) => flag === '1')
	),
	/** A fixed date for the demo's past months and for tests. Refused outside a demo: it would move publications. */
	TODAY: z.optional(z.iso.date({ error: 'must be a date, as 2026-05-20' })),
	/** A JSON file: for each municipality with a login of its own (OpenID Connect), where it is and who may what. */
	OIDC_FILE: z.optional(place()),
	/** The same for logins that speak SAML, as the joint municipal access management. */
	SAML_FILE: z.optional(place()),
	/** A JSON file: for each municipality that has a key to Jobindsats, the key. */
	JOBINDSATS_FILE: z.optional(place()),
	JOBINDSATS_URL: z._default(
		z
			.string()
			.check(z.refine(isJobindsats, { error: 'must be an address of https: the key goes there' })),
		'https://api.jobindsats.dk/v3'
	),
	/** The relay that mail to staff goes by, as `smtps://user:password@relay.example:465`. */
	SMTP_URL: z.optional(
		z.string().check(
			z.refine(isRelay, {
				error:
					'must be a relay as smtp://relay.example.dk:587 or smtps://…, without a path, and a % in its password written as %25'
			})
		)
	),
	SMTP_FROM: z.optional(
		z.string().check(
			z.refine(
				(text) => /^([^<>\r\n]+<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/.test(text),
				{
					error: 'must be an address, as Øjenhøjde <svar@example.dk>'
				}
			)
		)
	),
	/** A JSON file: for each municipality that has one, the address that its own program is told at. */
	NOTICES_FILE: z.optional(place()),
	/** How the server's own lines are written: for people, or one JSON object a line. Errors are JSON always. */
	LOG_FORMAT: z._default(oneOf(['text', 'json']), 'text'),
	/** Where metrics are to be had; without it nowhere. No proxy leads there. */
	METRICS_PORT: z.optional(port()),
	METRICS_HOST: z._default(host(), '127.0.0.1'),
	/** How many answers to posters and open links a municipality takes in a day: anyone can send them. */
	OPEN_ANSWERS_PER_DAY: z._default(count(), 5000),
	/** Languages that no plan offers: the pseudo-language of the tests. */
	EXTRA_LANGUAGES: z._default(
		text(/^[a-z]+(,[a-z]+)*$/, 'must be codes of languages, as xr,en'),
		''
	),
	/** Whatever it says: commands show where an error came from. */
	DEBUG: z.optional(z.string())
};

function isJobindsats(text: string): boolean {
	const isSafe = /^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])[\w.:/-]+$/.test(text);
	return isSafe && URL.canParse(text);
}

function isRelay(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, username, password, hostname, pathname, search, hash } = new URL(text);
	const isWhole = hostname !== '' && ['', '/'].includes(pathname) && search + hash === '';
	return /^smtps?:$/.test(protocol) && isWhole && [username, password].every(isEncoded);
}

/** A password that holds a % is written with %25: by itself it begins a letter's number. */
function isEncoded(text: string): boolean {
	try {
		decodeURIComponent(text);
		return true;
	} catch {
		return false;
	}
}

function isOrigin(text: string): boolean {
	if (!URL.canParse(text)) return false;
	const { protocol, origin, href } = new URL(text);
	return /^https?:$/.test(protocol) && [origin, `${origin}/`].includes(href);
}
