import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod/mini';
import { address } from '../../core/configured/address.ts';
import { environment } from '../../core/environment.ts';
import { hashOf } from '../../core/secrets.ts';
import { ROLES } from '../access/role.ts';
import { readIdentityProvider, type IdentityProvider } from './identity-provider.ts';

const Role = z.enum(ROLES, { error: `must be one of ${ROLES.join(', ')}` });
const filled = () => z.string().check(z.minLength(1, { error: 'is empty' }));
const COMMON = {
	/** On the button: "Stevns Kommunes login". */
	label: filled(),
	/** From a value that the login gives to a role of ours. */
	roles: z
		.record(z.string(), Role)
		.check(z.refine((roles) => Object.keys(roles).length > 0, { error: 'names no role' })),
	/** Only an administrator can try it out, until they have taken it into use. */
	trial: z._default(z.boolean(), false)
};

const Oidc = z.strictObject({
	...COMMON,
	issuer: address('must be a whole address, as https://login.example'),
	clientId: filled(),
	clientSecret: z.optional(filled()),
	scope: z._default(z.string(), 'openid profile email'),
	/** The claim that holds the person's groups or roles, as one text or a list of them. */
	rolesClaim: z._default(z.string(), 'roles'),
	/** Kinds of sign-in that are strong enough. Without it the municipality answers for its second factor. */
	acr: z.optional(z.array(z.string()))
});

/** Levels of assurance by NSIS, the weakest first. */
export const LEVELS = ['Low', 'Substantial', 'High'] as const;
const Pair = { certificate: filled(), key: filled() };
const Saml = z.strictObject({
	...COMMON,
	/** The file with the login's own metadata. */
	metadata: filled(),
	/** What we are called there. */
	entityId: filled(),
	/** Ours, as files in PEM: a certificate and its key, to sign requests by and to have answers encrypted to. */
	...Pair,
	/** The pair that takes over: said in our metadata, and opens what comes, before it signs. */
	coming: z.optional(z.strictObject(Pair)),
	/** The municipality's number in the central business register. */
	cvr: z.string().check(z.regex(/^\d{8}$/, { error: 'must be eight digits' })),
	/** The weakest sign-in that is let in. */
	assurance: z._default(z.enum(LEVELS), 'Substantial'),
	/** An attribute whose values name roles too, beside the privileges of the joint access management. */
	rolesAttribute: z.optional(filled())
});

export type OidcLogin = z.infer<typeof Oidc> & { kind: 'oidc' };
type KeyPair = { certificate: string; key: string };
export type SamlLogin = Omit<
	z.infer<typeof Saml>,
	'metadata' | 'certificate' | 'key' | 'coming'
> & {
	kind: 'saml';
	provider: IdentityProvider;
	/** As PEM. The first signs; all open. */
	pairs: [KeyPair, ...KeyPair[]];
};
/** A municipality's own login. */
export type OwnLogin = OidcLogin | SamlLogin;
type Logins = { [municipality: string]: OwnLogin };

/** What is wrong with a configuration, and where. */
class Misconfigured extends Error {
	override name = 'Misconfigured';
	constructor(...said: string[]) {
		super(said.filter(Boolean).join(': '));
	}
}

type Files = { OIDC_FILE?: string; SAML_FILE?: string };

let known: { stamp: string; logins: Logins } | undefined;

/** The login of a municipality that has one. @throws as `read` */
export const loginOf = (municipality: string): OwnLogin | undefined => {
	const logins = read();
	return Object.hasOwn(logins, municipality) ? logins[municipality] : undefined;
};

/**
 * Reads both files, once: what was judged at the start counts until the next one.
 * @throws with the path and the reason of each fault
 */
export function read(): Logins {
	const { OIDC_FILE, SAML_FILE } = environment();
	const stamp = JSON.stringify([OIDC_FILE, SAML_FILE]);
	if (known?.stamp !== stamp) {
		const { logins, wrong } = readFiles({ OIDC_FILE, SAML_FILE });
		if (wrong.length > 0) throw new Error(wrong.join('\n'));
		known = { stamp, logins };
	}
	return known.logins;
}

/**
 * Every fault of both files, and of those that they name, each with its path and the reason.
 * @param municipalities that there are; a login of any other is a slip of the pen
 */
export function faults(files: Files, municipalities: string[]): string[] {
	const { logins, wrong } = readFiles(files);
	const strangers = Object.entries(logins)
		.filter(([municipality]) => !municipalities.includes(municipality))
		.map(([municipality, { kind }]) => {
			const path = kind === 'saml' ? files.SAML_FILE : files.OIDC_FILE;
			return `${path}: ${municipality}: there is no municipality of that name`;
		});
	return [...wrong, ...strangers];
}

function readFiles({ OIDC_FILE, SAML_FILE }: Files): { logins: Logins; wrong: string[] } {
	const logins: Logins = {};
	const wrong: string[] = [];
	const judging = (act: () => void): void => {
		try {
			act();
		} catch (problem) {
			if (!(problem instanceof Misconfigured)) throw problem;
			wrong.push(problem.message);
		}
	};
	for (const [path, shape] of [
		[OIDC_FILE, oidcOf],
		[SAML_FILE, samlOf]
	] as const) {
		if (!path) continue;
		judging(() => {
			for (const [municipality, entry] of Object.entries(objectIn(path)))
				judging(() => {
					if (Object.hasOwn(logins, municipality))
						throw new Misconfigured(path, municipality, `has a login in ${OIDC_FILE} already`);
					logins[municipality] = shape(path, municipality, entry);
				});
		});
	}
	return { logins, wrong };
}

/** Changes with anything of it: what was tried out is what is taken into use. */
export const fingerprint = (login: OwnLogin): string =>
	hashOf(JSON.stringify({ ...login, trial: true }))
		.toString('hex')
		.slice(0, 32);

function oidcOf(path: string, municipality: string, entry: unknown): OidcLogin {
	return { kind: 'oidc', ...parsed(Oidc, path, municipality, entry) };
}

function samlOf(path: string, municipality: string, entry: unknown): SamlLogin {
	const { metadata, certificate, key, coming, ...rest } = parsed(Saml, path, municipality, entry);
	const beside = (name: string): string => resolve(dirname(path), name);
	const pairOf = (place: string, files: KeyPair): KeyPair =>
		readPair(
			{ path, place: `${municipality}.${place}` },
			{ certificate: beside(files.certificate), key: beside(files.key) }
		);
	return {
		kind: 'saml',
		...rest,
		provider: attempt(beside(metadata), '', () => readIdentityProvider(textIn(beside(metadata)))),
		pairs: [
			pairOf('certificate', { certificate, key }),
			...(coming ? [pairOf('coming', coming)] : [])
		]
	};
}

function readPair(at: { path: string; place: string }, files: KeyPair): KeyPair {
	const certificate = attempt(
		files.certificate,
		'no certificate in PEM',
		() => new X509Certificate(textIn(files.certificate))
	);
	const key = attempt(files.key, 'no key in PEM, or one with a password', () =>
		createPrivateKey(textIn(files.key))
	);
	if (key.asymmetricKeyType !== 'rsa') throw new Misconfigured(files.key, '', 'is no RSA key');
	if (!certificate.checkPrivateKey(key))
		throw new Misconfigured(at.path, at.place, 'the key belongs to another certificate');
	return {
		certificate: certificate.toString(),
		key: key.export({ type: 'pkcs8', format: 'pem' }).toString()
	};
}

function attempt<T>(path: string, reason: string, act: () => T): T {
	try {
		return act();
	} catch (error) {
		if (error instanceof Misconfigured) throw error;
		throw new Misconfigured(path, '', reason || (error instanceof Error ? error.message : ''));
	}
}

function parsed<T extends z.ZodMiniType>(
	shape: T,
	path: string,
	municipality: string,
	entry: unknown
): z.infer<T> {
	const result = shape.safeParse(entry);
	if (result.success) return result.data;
	const lines = result.error.issues.map((issue) =>
		[path, [municipality, ...issue.path].join('.'), reasonOf(issue)].join(': ')
	);
	throw new Misconfigured(lines.join('\n'));
}

/** Said with the missing or the needless name: that is what one looks for. */
function reasonOf(issue: z.core.$ZodIssue): string {
	if (issue.code === 'unrecognized_keys') return `knows no "${issue.keys.join('", "')}"`;
	if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing';
	return issue.message;
}

function objectIn(path: string): { [key: string]: unknown } {
	const text = textIn(path);
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch (error) {
		// Its own words quote what it was given, and a secret may be among it.
		const where = /line \d+ column \d+/.exec(error instanceof Error ? error.message : '')?.[0];
		throw new Misconfigured(path, 'no JSON', where ?? '');
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new Misconfigured(path, '', 'must be an object: a login for each municipality');
	return value as { [key: string]: unknown };
}

/** Editors of Windows begin a file with a mark that no reader of JSON or PEM knows. */
function textIn(path: string): string {
	try {
		return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code;
		const reason = code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`;
		throw new Misconfigured(path, '', reason);
	}
}
