import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as provider from '../../../../tests/support/provider.ts';
import { file, later } from '../../../../tests/support/staff.ts';
import type { Db } from '../core/database.ts';
import * as oidc from './oidc.ts';

const redirect = 'http://127.0.0.1:1/stevns/intern/oidc/retur';
const now = new Date();
const karen = {
	name: 'Karen Holm',
	email: 'karen@stevns.example',
	groups: ['jobcenter-ledere', 'alle']
};

let idp: provider.Idp;
let login: oidc.Login;
beforeAll(async () => {
	idp = await provider.open();
	login = {
		issuer: idp.issuer,
		...provider.CLIENT,
		label: 'Stevns Kommunes login',
		scope: 'openid profile email',
		rolesClaim: 'groups',
		roles: { 'jobcenter-ledere': 'leader', it: 'administrator', formand: 'chair' }
	};
});
afterAll(() => idp.close());
beforeEach(() => {
	idp.people.clear();
	idp.people.set('karen', karen);
	idp.idTokenInstead = undefined;
});

/** As far as the way back; what came back is then looked at, or tampered with first. */
async function wayBack(db: Db, of: oidc.Login = login) {
	const begun = await oidc.begin(db, of, { redirect, now });
	if (!begun) throw new Error('the provider does not answer');
	return { cookie: begun.cookie, url: await idp.signIn(begun.url, 'karen'), sent: begun.url };
}

describe('the municipality’s own login', () => {
	it('says who it is and which roles they have', async () => {
		const db = file();
		const { cookie, url } = await wayBack(db);
		expect(url.href).toContain(`${redirect}?code=`);
		expect(await oidc.finish(db, login, { url, cookie, now })).toEqual({
			ok: true,
			person: {
				issuer: idp.issuer,
				subject: 'karen',
				name: 'Karen Holm',
				email: 'karen@stevns.example',
				roles: ['leader']
			}
		});
	});

	it('is asked with a code, PKCE, state and nonce, new each time', async () => {
		const db = file();
		const [one, two] = [await wayBack(db), await wayBack(db)];
		const sent = one.sent.searchParams;
		expect(sent.get('response_type')).toBe('code');
		expect(sent.get('code_challenge_method')).toBe('S256');
		for (const name of ['state', 'nonce', 'code_challenge']) {
			expect(sent.get(name)?.length).toBeGreaterThanOrEqual(43);
			expect(sent.get(name)).not.toBe(two.sent.searchParams.get(name));
		}
	});

	it('is refused with another state', async () => {
		const db = file();
		const { cookie, url } = await wayBack(db);
		url.searchParams.set('state', 'another');
		expect(await oidc.finish(db, login, { url, cookie, now })).toEqual({
			ok: false,
			reason: 'not-trusted'
		});
	});

	it('is refused with another nonce', async () => {
		const db = file();
		const { cookie, url } = await wayBack(db);
		db.exec("update oidc_attempt set nonce = 'another'");
		expect(await oidc.finish(db, login, { url, cookie, now })).toEqual({
			ok: false,
			reason: 'not-trusted'
		});
	});

	it('is refused with another verifier', async () => {
		const db = file();
		const { cookie, url } = await wayBack(db);
		db.exec(`update oidc_attempt set verifier = '${'x'.repeat(43)}'`);
		expect(await oidc.finish(db, login, { url, cookie, now })).toEqual({
			ok: false,
			reason: 'not-trusted'
		});
	});

	it('is refused with a real token that is for somebody else', async () => {
		const db = file();
		const other = { ...login, ...provider.OTHER };
		const theirs = await wayBack(db, other);
		expect((await oidc.finish(db, other, { ...theirs, now })).ok).toBe(true);
		const { cookie, url } = await wayBack(db);
		// The right nonce, so that nothing but the audience is wrong.
		const [, payload = ''] = idp.idToken?.split('.') ?? [];
		const { nonce } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { nonce: string };
		db.prepare('update oidc_attempt set nonce = ?').run(nonce);
		idp.idTokenInstead = idp.idToken;
		expect(await oidc.finish(db, login, { url, cookie, now })).toEqual({
			ok: false,
			reason: 'not-trusted'
		});
	});

	it('is refused with a token that somebody changed', async () => {
		const db = file();
		const first = await wayBack(db);
		await oidc.finish(db, login, { ...first, now });
		const { cookie, url } = await wayBack(db);
		const [head = '', payload = '', signature = ''] = idp.idToken?.split('.') ?? [];
		const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as provider.Claims;
		db.prepare('update oidc_attempt set nonce = ?').run(claims.nonce);
		const changed = Buffer.from(JSON.stringify({ ...claims, groups: ['it'] })).toString(
			'base64url'
		);
		idp.idTokenInstead = [head, changed, signature].join('.');
		expect(await oidc.finish(db, login, { url, cookie, now })).toEqual({
			ok: false,
			reason: 'not-trusted'
		});
	});

	it('is refused from another issuer', async () => {
		const db = file();
		const { cookie, url } = await wayBack(db);
		url.searchParams.set('iss', 'https://login.example');
		expect(await oidc.finish(db, login, { url, cookie, now })).toEqual({
			ok: false,
			reason: 'not-trusted'
		});
	});

	it('is refused when it was not begun in this browser, twice, or too long ago', async () => {
		const db = file();
		const notBegun = { ok: false, reason: 'not-begun-here' };
		const { cookie, url } = await wayBack(db);
		expect(await oidc.finish(db, login, { url, cookie: undefined, now })).toEqual(notBegun);
		expect(await oidc.finish(db, login, { url, cookie: 'another', now })).toEqual(notBegun);
		expect(await oidc.finish(db, login, { url, cookie, now: later(11, now) })).toEqual(notBegun);
		expect((await oidc.finish(db, login, { url, cookie, now })).ok).toBe(true);
		expect(await oidc.finish(db, login, { url, cookie, now })).toEqual(notBegun);
		expect(await oidc.finish(file(), login, { url, cookie, now })).toEqual(notBegun);
	});

	it('is refused when the person turned back there', async () => {
		const db = file();
		const { cookie, url } = await wayBack(db);
		url.searchParams.delete('code');
		url.searchParams.set('error', 'access_denied');
		expect(await oidc.finish(db, login, { url, cookie, now })).toEqual({
			ok: false,
			reason: 'not-trusted'
		});
	});

	it.each([
		['no group that we know', { groups: ['alle'] }, 'no-role'],
		['no groups at all', { groups: undefined }, 'no-role'],
		['the name of an inherited property', { groups: ['constructor', '__proto__'] }, 'no-role'],
		['roles that no one holds together', { groups: ['jobcenter-ledere', 'formand'] }, 'roles-apart']
	])('is refused with %s', async (_, claims, reason) => {
		const db = file();
		idp.people.set('karen', { ...karen, ...claims });
		const { cookie, url } = await wayBack(db);
		expect(await oidc.finish(db, login, { url, cookie, now })).toEqual({ ok: false, reason });
	});

	it('takes one group as a text, and several roles', async () => {
		expect(oidc.rolesOf('it', login)).toEqual(['administrator']);
		expect(oidc.rolesOf(['it', 'jobcenter-ledere', 'it'], login)).toEqual([
			'administrator',
			'leader'
		]);
		expect(oidc.rolesOf([{ it: 1 }, 3, null], login)).toEqual([]);
	});

	it('is refused when it was weaker than the municipality asks for', async () => {
		const db = file();
		const strict = { ...login, acr: ['urn:dk:nsis:betydelig'] };
		const { cookie, url } = await wayBack(db, strict);
		expect(await oidc.finish(db, strict, { url, cookie, now })).toEqual({
			ok: false,
			reason: 'too-weak'
		});
	});

	it('can be signed out of', async () => {
		const url = await oidc.signOutUrl(login, 'http://127.0.0.1:1/stevns/intern/log-ud');
		expect(url?.origin).toBe(idp.issuer);
		expect(url?.searchParams.get('client_id')).toBe(provider.CLIENT.clientId);
		expect(url?.searchParams.get('post_logout_redirect_uri')).toContain('/stevns/intern/log-ud');
		expect((await fetch(url ?? '')).status).toBe(200);
	});

	it('that does not answer is said so, not thrown', async () => {
		const gone = { ...login, issuer: 'http://127.0.0.1:9' };
		expect(await oidc.begin(file(), gone, { redirect, now })).toBeUndefined();
		const db = file();
		const { cookie, url } = await wayBack(db);
		expect(await oidc.finish(db, gone, { url, cookie, now })).toEqual({
			ok: false,
			reason: 'unreachable'
		});
	});

	it('that calls itself by another name than we were told is not asked', async () => {
		const renamed = { ...login, issuer: idp.issuer.replace('127.0.0.1', 'localhost') };
		expect(await oidc.begin(file(), renamed, { redirect, now })).toBeUndefined();
	});

	it('over plain http is only for this machine', async () => {
		const bare = { ...login, issuer: 'http://login.example' };
		expect(await oidc.begin(file(), bare, { redirect, now })).toBeUndefined();
	});
});
