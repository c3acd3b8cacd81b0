import { SAML, ValidateInResponseTo, type SamlConfig } from '@node-saml/node-saml';
import * as z from 'zod/mini';
import type { Db } from '../../core/database.ts';
import { hashOf, token } from '../../core/secrets.ts';
import type { Finished } from '../oidc.ts';
import { areApart, isRole, type Role } from '../access/role.ts';
import { checkStrength } from './algorithms.ts';
import { factsOf, SKEW_SECONDS, type Facts } from './assertion.ts';
import { LEVELS, type SamlLogin } from './configuration.ts';
import { privilegesIn } from './privileges.ts';
import { attribute, NotTrusted, parse } from './xml.ts';

export const ATTEMPT_MINUTES = 10;
export const COOKIE = 'saml';
export const WAY_COOKIE = 'saml-til';
const ATTEMPTS_MAX = 2000;
const ANSWER_MAX = 400_000;
/** The request that an answer names, without reading more of it than its beginning. */
const NAMED = /^\s*(?:<\?xml[^>]*>)?\s*<[^>]*\sInResponseTo="([^"]+)"/;

/** Where the login finds us. */
export type Addresses = { answer: string; signOut: string };

/** @param intern the whole address of the municipality's staff pages */
export const addressesOf = (intern: string): Addresses => ({
	answer: `${intern}/saml/retur`,
	signOut: `${intern}/saml/log-ud`
});

/**
 * Begins a sign-in: a signed request, which the answer must name.
 * @returns where to send the browser, and what it must come back with in its cookie
 */
export async function begin(
	db: Db,
	login: SamlLogin,
	{ addresses, trial, now }: { addresses: Addresses; trial: boolean; now: Date }
): Promise<{ url: URL; cookie: string }> {
	const cookie = token();
	const id = `_${token()}`;
	const seconds = Math.floor(now.getTime() / 1000);
	// Anyone may begin: what is kept of it is bounded, and what was begun longest ago goes first.
	db.prepare<[number, number]>(
		`delete from saml_attempt where expires_at <= ? or id in
		 (select id from saml_attempt order by expires_at desc limit -1 offset ?)`
	).run(seconds, ATTEMPTS_MAX - 1);
	db.prepare<[string, Buffer, number, number]>(
		'insert into saml_attempt (id, cookie, trial, expires_at) values (?, ?, ?, ?)'
	).run(id, hashOf(cookie), trial ? 1 : 0, seconds + ATTEMPT_MINUTES * 60);
	const url = await partyOf(login, addresses, { generateUniqueId: () => id }).getAuthorizeUrlAsync(
		'',
		undefined,
		{}
	);
	return { url: new URL(url), cookie };
}

export type Accepted = { ticket: string; trial: boolean };

/**
 * What the login posts, by a browser that sends no cookie along as it comes from another site: it is checked in full and kept,
 * and the browser comes on with a ticket, in its own cookie's company.
 * @param answer as posted, in base64
 */
export async function accept(
	db: Db,
	login: SamlLogin,
	{ answer, addresses, now }: { answer: string; addresses: Addresses; now: Date }
): Promise<Accepted | undefined> {
	const seconds = now.getTime() / 1000;
	const xml = Buffer.from(answer.slice(0, ANSWER_MAX), 'base64').toString('utf8');
	const id = NAMED.exec(xml)?.[1];
	if (id === undefined || answer.length > ANSWER_MAX) return undefined;
	const ticket = token();
	// Taken before it is looked at: whatever comes of it, the same request is answered once.
	const taken = db
		.prepare<[Buffer, string, number], { trial: number }>(
			`update saml_attempt set ticket = ? where id = ? and ticket is null and expires_at > ?
			 returning trial`
		)
		.get(hashOf(ticket), id, seconds);
	if (!taken) return undefined;
	const kept = await judge(login, { xml, answer, id, addresses, now });
	db.prepare<[string, string]>('update saml_attempt set answer = ? where id = ?').run(
		JSON.stringify(kept),
		id
	);
	return { ticket, trial: taken.trial === 1 };
}

const Kept = z.union([z.object({ facts: z.custom<Facts>() }), z.object({ flaw: z.string() })]);
type Kept = z.infer<typeof Kept>;

async function judge(
	login: SamlLogin,
	given: { xml: string; answer: string; id: string; addresses: Addresses; now: Date }
): Promise<Kept> {
	const { xml, answer, id, addresses, now } = given;
	try {
		if (attribute(parse(xml), 'InResponseTo') !== id) throw new NotTrusted('two requests named');
		const key = await checkStrength(
			xml,
			login.pairs.map((pair) => pair.key)
		);
		const party = partyOf(login, addresses, {
			decryptionPvk: key,
			// Ours are in the municipality's file; this one knows the one that is being answered.
			cacheProvider: {
				saveAsync: async () => null,
				removeAsync: async () => null,
				getAsync: async (name) => (name === id ? now.toISOString() : null)
			}
		});
		const { profile } = await verified(party, answer);
		const assertion = profile?.getAssertionXml?.();
		if (assertion === undefined) throw new NotTrusted('no assertion');
		const facts = factsOf(assertion, {
			issuer: login.provider.entityId,
			audience: login.entityId,
			recipient: addresses.answer,
			inResponseTo: id,
			rolesAttribute: login.rolesAttribute,
			now
		});
		return { facts };
	} catch (error) {
		if (error instanceof NotTrusted) return { flaw: error.message };
		throw error;
	}
}

/** Whatever the library throws is a refusal: it reads what strangers send. */
async function verified(party: SAML, answer: string) {
	try {
		return await party.validatePostResponseAsync({ SAMLResponse: answer });
	} catch (error) {
		throw new NotTrusted(error instanceof Error ? error.message : 'not trusted');
	}
}

/** What came of a sign-in; `flaw` says to who tries the login out what was wrong. */
export type Come = { finished: Finished; trial: boolean; facts?: Facts; flaw?: string };

/** The browser has come on: with the ticket of an answer and the cookie that the request began with. Once. */
export function finish(
	db: Db,
	login: SamlLogin,
	{ ticket, cookie, now }: { ticket: string; cookie: string | undefined; now: Date }
): Come {
	const row =
		cookie === undefined
			? undefined
			: db
					.prepare<[Buffer, Buffer, number], { answer: string | null; trial: number }>(
						`delete from saml_attempt where ticket = ? and cookie = ? and expires_at > ?
						 returning answer, trial`
					)
					.get(hashOf(ticket), hashOf(cookie), now.getTime() / 1000);
	if (!row?.answer) return { finished: { ok: false, reason: 'not-begun-here' }, trial: false };
	const kept = Kept.parse(JSON.parse(row.answer));
	const trial = row.trial === 1;
	if ('flaw' in kept)
		return { finished: { ok: false, reason: 'not-trusted' }, trial, flaw: kept.flaw };
	return { ...admit(login, kept.facts), trial, facts: kept.facts };
}

function admit(login: SamlLogin, facts: Facts): { finished: Finished; flaw?: string } {
	if (facts.cvr !== login.cvr)
		return {
			finished: { ok: false, reason: 'not-trusted' },
			flaw: `the person belongs to ${facts.cvr || 'nobody'}`
		};
	if (LEVELS.findIndex((level) => level === facts.level) < LEVELS.indexOf(login.assurance))
		return { finished: { ok: false, reason: 'too-weak' } };
	let roles: Role[];
	try {
		roles = rolesOf(login, facts);
	} catch (error) {
		if (!(error instanceof NotTrusted)) throw error;
		return { finished: { ok: false, reason: 'not-trusted' }, flaw: error.message };
	}
	if (roles.length === 0) return { finished: { ok: false, reason: 'no-role' } };
	if (areApart(roles)) return { finished: { ok: false, reason: 'roles-apart' } };
	const { subject, name, email } = facts;
	const issuer = login.provider.entityId;
	return { finished: { ok: true, person: { issuer, subject, name, email, roles } } };
}

/** What was given that could be a role, as it was written: for this municipality, and not narrowed. @throws NotTrusted */
export const namesIn = (login: SamlLogin, facts: Pick<Facts, 'privileges' | 'roles'>): string[] => [
	...facts.privileges.flatMap((each) => privilegesIn(each, login.cvr)),
	...facts.roles
];

/** @throws NotTrusted where the privileges cannot be read */
export function rolesOf(login: SamlLogin, facts: Pick<Facts, 'privileges' | 'roles'>): Role[] {
	const roles = namesIn(login, facts)
		.map((name) => (Object.hasOwn(login.roles, name) ? login.roles[name] : undefined))
		.filter((role) => role !== undefined)
		.filter(isRole);
	return [...new Set(roles)];
}

/** The library, set as strictly as it can be. */
export function partyOf(
	login: SamlLogin,
	addresses: Addresses,
	more: Partial<SamlConfig> = {}
): SAML {
	return new SAML({
		issuer: login.entityId,
		audience: login.entityId,
		callbackUrl: addresses.answer,
		entryPoint: login.provider.signIn,
		logoutUrl: login.provider.signOut?.request ?? login.provider.signIn,
		idpIssuer: login.provider.entityId,
		idpCert: login.provider.certificates,
		privateKey: login.pairs[0].key,
		signatureAlgorithm: 'sha256',
		digestAlgorithm: 'sha256',
		identifierFormat: null,
		allowCreate: false,
		wantAssertionsSigned: true,
		// What is encrypted is signed inside; whether the letter around it is too, houses differ.
		wantAuthnResponseSigned: false,
		authnContext: [`https://data.gov.dk/concept/core/nsis/loa/${login.assurance}`],
		racComparison: 'minimum',
		validateInResponseTo: ValidateInResponseTo.always,
		requestIdExpirationPeriodMs: ATTEMPT_MINUTES * 60_000,
		acceptedClockSkewMs: SKEW_SECONDS * 1000,
		...more
	});
}
