import * as openid from 'openid-client';
import * as z from 'zod/mini';
import type { Db } from '../core/database.ts';
import type { OidcLogin } from './own-login/configuration.ts';
import { areApart, isRole, type Role } from './access/role.ts';
import { hashOf, token } from '../core/secrets.ts';

export const ATTEMPT_MINUTES = 10;
export const COOKIE = 'oidc';
export const WAY_COOKIE = 'oidc-til';

/** A municipality's own login by OpenID Connect. */
export type Login = Omit<OidcLogin, 'kind' | 'trial'>;

/**
 * Begins a sign-in: authorisation code with PKCE, state and nonce.
 * @returns where to send the browser, and what it must come back with in its cookie; nothing when the login does not answer
 */
export async function begin(
	db: Db,
	login: Login,
	{ redirect, now }: { redirect: string; now: Date }
): Promise<{ url: URL; cookie: string } | undefined> {
	const client = await reachable(login);
	if (!client) return undefined;
	const cookie = token();
	const [state, nonce] = [openid.randomState(), openid.randomNonce()];
	const verifier = openid.randomPKCECodeVerifier();
	const seconds = Math.floor(now.getTime() / 1000);
	db.prepare<[number]>('delete from oidc_attempt where expires_at <= ?').run(seconds);
	db.prepare<[Buffer, string, string, string, number]>(
		'insert into oidc_attempt (hash, state, nonce, verifier, expires_at) values (?, ?, ?, ?, ?)'
	).run(hashOf(cookie), state, nonce, verifier, seconds + ATTEMPT_MINUTES * 60);
	const url = openid.buildAuthorizationUrl(client, {
		redirect_uri: redirect,
		scope: login.scope,
		response_type: 'code',
		code_challenge: await openid.calculatePKCECodeChallenge(verifier),
		code_challenge_method: 'S256',
		state,
		nonce,
		...(login.acr ? { acr_values: login.acr.join(' ') } : {})
	});
	return { url, cookie };
}

export type Person = {
	issuer: string;
	subject: string;
	name: string;
	email: string;
	roles: Role[];
};
export type Refused = {
	ok: false;
	reason: 'not-begun-here' | 'not-trusted' | 'unreachable' | 'too-weak' | 'no-role' | 'roles-apart';
};
export type Finished = { ok: true; person: Person } | Refused;
type Returned = { url: URL; cookie: string | undefined; now: Date };

/** Whom the login says it is, and what they may here. */
export async function finish(db: Db, login: Login, returned: Returned): Promise<Finished> {
	const come = await claimsOf(db, login, returned);
	return come.ok ? admit(login, come.claims) : come;
}

/**
 * What came back: everything is checked by the library (state, nonce, issuer, audience, signature, times) or refused.
 * @param url the whole address that the browser came back to
 */
export async function claimsOf(
	db: Db,
	login: Login,
	{ url, cookie, now }: Returned
): Promise<{ ok: true; claims: Claims } | Refused> {
	const attempt = cookie === undefined ? undefined : take(db, cookie, now);
	if (!attempt) return { ok: false, reason: 'not-begun-here' };
	let claims: Claims;
	try {
		const client = await clientOf(login);
		const tokens = await openid.authorizationCodeGrant(client, url, {
			pkceCodeVerifier: attempt.verifier,
			expectedState: attempt.state,
			expectedNonce: attempt.nonce,
			idTokenExpected: true
		});
		claims = Claims.parse(tokens.claims());
		if (!(login.rolesClaim in claims) && client.serverMetadata().userinfo_endpoint) {
			const more = await openid.fetchUserInfo(client, tokens.access_token, claims.sub);
			claims = Claims.parse({ ...more, ...claims });
		}
	} catch (error) {
		if (isRefusal(error)) return { ok: false, reason: 'not-trusted' };
		if (isUnreachable(error)) return { ok: false, reason: 'unreachable' };
		throw error;
	}
	return { ok: true, claims };
}

/** Whether it was strong enough, and for whom there is a role here. */
export function admit(login: Login, claims: Claims): Finished {
	if (login.acr && !login.acr.includes(claims.acr ?? '')) return { ok: false, reason: 'too-weak' };
	const roles = rolesOf(claims[login.rolesClaim], login);
	if (roles.length === 0) return { ok: false, reason: 'no-role' };
	if (areApart(roles)) return { ok: false, reason: 'roles-apart' };
	const email = claims.email ?? claims.preferred_username ?? claims.sub;
	return {
		ok: true,
		person: { issuer: claims.iss, subject: claims.sub, name: claims.name ?? email, email, roles }
	};
}

/** Where the municipality's own login ends its session too; none where it cannot. The ID token is not kept, so it asks once. */
export async function signOutUrl(login: Login, back: string): Promise<URL | undefined> {
	const client = await reachable(login);
	if (!client?.serverMetadata().end_session_endpoint) return undefined;
	return openid.buildEndSessionUrl(client, { post_logout_redirect_uri: back });
}

/** Whether it answers at all, as what we were told it is, and can end its session. */
export async function isReachable(login: Login): Promise<{ answers: boolean; signsOut: boolean }> {
	const client = await reachable(login);
	return {
		answers: client !== undefined,
		signsOut: client?.serverMetadata().end_session_endpoint !== undefined
	};
}

/** Values of the claim that the configuration does not name give nothing. */
export function rolesOf(claim: unknown, login: Pick<Login, 'roles'>): Role[] {
	const roles = namesIn(claim)
		.filter((name) => Object.hasOwn(login.roles, name))
		.map((name) => login.roles[name] ?? '')
		.filter(isRole);
	return [...new Set(roles)];
}

/** One text, or a list of them. */
export const namesIn = (claim: unknown): string[] =>
	(Array.isArray(claim) ? claim : [claim]).filter((value) => typeof value === 'string');

const Claims = z.looseObject({
	iss: z.string(),
	sub: z.string(),
	name: z.optional(z.string()),
	email: z.optional(z.string()),
	preferred_username: z.optional(z.string()),
	acr: z.optional(z.string())
});
export type Claims = z.infer<typeof Claims>;

/** Asked anew each time, so that keys changed there are known here; sign-ins are few. */
function clientOf(login: Login): Promise<openid.Configuration> {
	const issuer = new URL(login.issuer);
	const isHere = issuer.hostname === '127.0.0.1' || issuer.hostname === 'localhost';
	return openid.discovery(
		issuer,
		login.clientId,
		undefined,
		login.clientSecret ? openid.ClientSecretBasic(login.clientSecret) : openid.None(),
		{
			// Plain http only on this machine: the tests' own provider.
			execute: [
				openid.enableNonRepudiationChecks,
				...(isHere ? [openid.allowInsecureRequests] : [])
			]
		}
	);
}

async function reachable(login: Login): Promise<openid.Configuration | undefined> {
	try {
		return await clientOf(login);
	} catch (error) {
		if (isRefusal(error) || isUnreachable(error)) return undefined;
		throw error;
	}
}

type Attempt = { state: string; nonce: string; verifier: string };

/** An attempt is used up by coming back, whatever comes of it. */
const take = (db: Db, cookie: string, now: Date): Attempt | undefined =>
	db
		.prepare<[Buffer, number], Attempt>(
			'delete from oidc_attempt where hash = ? and expires_at > ? returning state, nonce, verifier'
		)
		.get(hashOf(cookie), now.getTime() / 1000);

const isRefusal = (error: unknown): boolean =>
	error instanceof openid.ClientError ||
	error instanceof openid.AuthorizationResponseError ||
	error instanceof openid.ResponseBodyError ||
	error instanceof openid.WWWAuthenticateChallengeError;

/** What Node's own fetch throws when nobody answers. */
const isUnreachable = (error: unknown): boolean =>
	error instanceof TypeError && error.message === 'fetch failed';
