import * as z from 'zod/mini';
import * as calendar from '../../calendar.ts';

const Environment = z
	.object({
		DATA_DIR: z._default(z.string(), 'data'),
		KEYS_DIR: z._default(z.string(), 'keys'),
		/** Demo figures are invented, and every page says so. */
		DEMO: z.pipe(
			z._default(z.enum(['0', '1']), '0'),
			z.transform((flag) => flag === '1')
		),
		/** A fixed date for the demo's past months and for tests. Refused outside a demo: it would move publications. */
		TODAY: z.optional(z.iso.date()),
		/** A JSON file: for each municipality with a login of its own (OpenID Connect), where it is and who may what. */
		OIDC_FILE: z.optional(z.string()),
		/** The same for logins that speak SAML, as the joint municipal access management. */
		SAML_FILE: z.optional(z.string()),
		/** A JSON file: for each municipality that has a key to Jobindsats, the key. */
		JOBINDSATS_FILE: z.optional(z.string()),
		JOBINDSATS_URL: z._default(
			z.string().check(
				z.regex(/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/, {
					error: 'must be https: the key goes there'
				})
			),
			'https://api.jobindsats.dk/v3'
		),
		/** What the site is called from outside, as `https://svar.stevns.example`. */
		ORIGIN: z._default(z.string(), ''),
		PORT: z._default(z.string(), '3000'),
		/** How the server's own lines are written: for people, or one JSON object a line. Errors are JSON always. */
		LOG_FORMAT: z._default(z.enum(['text', 'json']), 'text'),
		/** Where metrics are to be had; without it nowhere. No proxy leads there. */
		METRICS_PORT: z.optional(
			z.pipe(
				z.string().check(z.regex(/^\d{1,5}$/, { error: 'must be a port' })),
				z.transform(Number)
			)
		),
		METRICS_HOST: z._default(z.string(), '127.0.0.1'),
		/** How many answers to posters and open links a municipality takes in a day: anyone can send them. */
		OPEN_ANSWERS_PER_DAY: z.pipe(
			z._default(
				z.string().check(z.regex(/^[1-9]\d{0,8}$/, 'must be a whole number above 0')),
				'5000'
			),
			z.transform(Number)
		),
		/** See `extraLanguages`. */
		EXTRA_LANGUAGES: z._default(z.string(), '')
	})
	.check(
		z.refine((values) => !values.TODAY || values.DEMO, {
			error: 'TODAY is only for a demo (DEMO=1): it would move publication dates',
			path: ['TODAY']
		})
	);

export type Environment = z.infer<typeof Environment>;

const NAMES = Object.keys(Environment.shape);
let known: { given: string; values: Environment } | undefined;

/** @throws with the name of the variable and the reason, when a value is not one that can be used. */
export function environment(): Environment {
	// An empty variable is one that is not set: that is how service files and containers leave them out.
	const given = NAMES.map((name) => process.env[name] || undefined);
	const stamp = JSON.stringify(given);
	// Asked for several times in every request.
	if (known?.given === stamp) return known.values;
	const parsed = Environment.safeParse(
		Object.fromEntries(NAMES.map((name, at) => [name, given[at]]))
	);
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new Error(`${issue?.path.join('.')}: ${issue?.message}`);
	}
	known = { given: stamp, values: parsed.data };
	return known.values;
}

/** The date that this server goes by: today in Denmark, or the demo's. */
export const today = (): calendar.Day => environment().TODAY ?? calendar.today();

/** Languages that no plan offers: the pseudo-language of the tests. */
export const extraLanguages = (): string[] =>
	environment().EXTRA_LANGUAGES.split(',').filter(Boolean);
