import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { createSign } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as saml from '../../../../../tests/support/saml-provider.ts';
import { writeFiles } from '../../../../../tests/support/saml-site.ts';
import { file, later, someone } from '../../../../../tests/support/staff.ts';
import type { Db } from '../../core/database.ts';
import * as session from '../session.ts';
import { loginOf, type SamlLogin } from './configuration.ts';
import { addressesOf } from './saml.ts';
import { metadataOf } from './service-provider.ts';
import * as signOut from './sign-out.ts';

const addresses = addressesOf('https://svar.stevns.example/stevns/intern');
const now = new Date();
const folder = mkdtempSync(join(tmpdir(), 'saml-'));
let idp: saml.SamlIdp;
let stranger: saml.SamlIdp;
let login: SamlLogin;
let metadata: string;
let db: Db;
beforeAll(async () => {
	idp = await saml.SamlIdp.at('https://n2adgangsstyring.example');
	stranger = await saml.SamlIdp.at('https://n2adgangsstyring.example');
	vi.stubEnv('SAML_FILE', writeFiles(folder, idp, await saml.pair('Øjenhøjde')));
	login = loginOf('stevns') as SamlLogin;
	metadata = metadataOf(login, addresses);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
	db = file();
});

/** A session that was begun there. */
async function signedIn(name: string, sessionIndex: string): Promise<string> {
	const known = db.prepare<[string], string>('select id from user where name = ?').pluck();
	const user = known.get(name) ?? (await someone(db, { name, roles: ['leader'] })).user.id;
	const id = await session.start(db, user, { step: 'done', browser: 'x', now });
	signOut.remember(db, id, { nameId: { value: name }, sessionIndex });
	return id;
}
const isIn = async (id: string) => (await session.read(db, id, now)) !== undefined;
const hear = (url: URL | string, cookie?: string, at = now) =>
	signOut.hear(db, login, {
		query: new URL(url).search.slice(1),
		cookie,
		addresses,
		now: at
	});
const prepare = (id: string) => signOut.prepare(db, login, { id, now });
const goUrl = (cookie: string | undefined, at = now) =>
	signOut.goUrl(db, login, { cookie, addresses, now: at });

describe('signing out here', () => {
	it('signs out there too, and hears that it is done', async () => {
		const id = await signedIn('Karen', '_1');
		const cookie = prepare(id);
		await session.end(db, id);
		const url = await goUrl(cookie);
		expect(url?.origin).toBe('https://n2adgangsstyring.example');
		const back = await idp.answerSignOut(url as URL, metadata);
		expect(await hear(back, cookie)).toEqual({ kind: 'answer', isOut: true });
		// What was kept for it is gone.
		expect(db.prepare('select count(*) from saml_logout').pluck().get()).toBe(0);
		expect(await hear(back, cookie)).toEqual({ kind: 'answer', isOut: false });
	});

	it('is asked once, in time, and by the browser that it is about', async () => {
		const cookie = prepare(await signedIn('Karen', '_1'));
		expect(await goUrl('another')).toBeUndefined();
		expect(await goUrl(undefined)).toBeUndefined();
		expect(await goUrl(cookie, later(11, now))).toBeUndefined();
		const url = await goUrl(cookie);
		expect(await goUrl(cookie)).toBeUndefined();
		const back = await idp.answerSignOut(url as URL, metadata);
		expect(await hear(back, 'another')).toEqual({ kind: 'answer', isOut: false });
		expect(await hear(back, undefined)).toEqual({ kind: 'answer', isOut: false });
	});

	it('asks nothing for a session that was not begun there, or where the login cannot', async () => {
		const { user } = await someone(db, { name: 'Ole', roles: ['leader'] });
		const id = await session.start(db, user.id, { step: 'done', browser: 'x', now });
		expect(prepare(id)).toBeUndefined();
		const own = await signedIn('Karen', '_1');
		const deaf = { ...login, provider: { ...login.provider, signOut: undefined } };
		expect(signOut.prepare(db, deaf, { id: own, now })).toBeUndefined();
	});
});

describe('signing out there', () => {
	it('ends the sessions here, and tells the login so', async () => {
		const [one, two] = [await signedIn('Karen', '_1'), await signedIn('Karen', '_2')];
		const other = await signedIn('Ole', '_3');
		const request = idp.signOut('Karen', '_1', metadata);
		const heard = await hear(request);
		expect(heard).toMatchObject({ kind: 'request', ended: 1 });
		expect([await isIn(one), await isIn(two), await isIn(other)]).toEqual([false, true, true]);
		const back = heard.kind === 'request' ? heard.back : undefined;
		expect(await idp.hearAnswer(back as URL, metadata)).toBe(idOf(request));
	});

	it('ends all of the person’s sessions where it names none', async () => {
		const ids = [await signedIn('Karen', '_1'), await signedIn('Karen', '_2')];
		const other = await signedIn('Ole', '_3');
		const request = signed((xml) =>
			xml.replace(/<samlp:SessionIndex>.*<\/samlp:SessionIndex>/, '')
		);
		expect(await hear(request)).toMatchObject({ ended: 2 });
		expect(await Promise.all([...ids, other].map(isIn))).toEqual([false, false, true]);
	});

	it.each([
		['is not signed', (url: URL) => url.searchParams.delete('Signature')],
		['was changed', (url: URL) => url.searchParams.set('RelayState', 'x')],
		[
			'is signed weakly',
			(url: URL) => url.searchParams.set('SigAlg', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1')
		],
		['carries more', (url: URL) => url.searchParams.set('SAMLResponse', 'x')],
		['carries something else', (url: URL) => url.searchParams.set('xSAMLRequest', 'x')],
		['carries it twice', (url: URL) => url.searchParams.append('SAMLRequest', 'x')],
		['cannot be unpacked', (url: URL) => url.searchParams.set('SAMLRequest', 'x')],
		['is empty', (url: URL) => (url.search = '')]
	])('is refused when it %s', async (_, change) => {
		const id = await signedIn('Karen', '_1');
		const url = idp.signOut('Karen', '_1', metadata);
		change(url);
		await expect(hear(url)).rejects.toThrow(expect.objectContaining({ name: 'NotTrusted' }));
		expect(await isIn(id)).toBe(true);
	});

	it.each([
		[
			'for another address',
			/Destination="[^"]*"/,
			'Destination="https://anden.example"',
			/address/
		],
		['of last week', /IssueInstant="[^"]*"/, 'IssueInstant="2026-01-01T00:00:00Z"', /old/],
		['without a time', /IssueInstant="[^"]*"/, '', /old/],
		['of another login', /(<saml:Issuer[^>]*>)[^<]*/, '$1https://anden.example', /issuer/],
		['of another kind', /LogoutRequest/g, 'AuthnRequest', /no LogoutRequest/]
	])('is refused %s', async (_, from, to, reason) => {
		const id = await signedIn('Karen', '_1');
		await expect(hear(signed((xml) => xml.replace(from, to)))).rejects.toThrow(reason);
		expect(await isIn(id)).toBe(true);
	});

	it('is refused from another that calls itself the same', async () => {
		await signedIn('Karen', '_1');
		await expect(hear(stranger.signOut('Karen', '_1', metadata))).rejects.toThrow('signature');
	});

	it('reads no more than a sign-out can be', async () => {
		const url = signed((xml) =>
			xml.replace('</samlp:LogoutRequest>', `${' '.repeat(100_000)}</samlp:LogoutRequest>`)
		);
		await expect(hear(url)).rejects.toThrow('unpacked');
	});
});

const xmlOf = (url: URL): string =>
	inflateRawSync(Buffer.from(url.searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
const idOf = (url: URL): string => / ID="([^"]+)"/.exec(xmlOf(url))?.[1] ?? '';

/** The provider's own request, changed and signed again by its own key. */
function signed(change: (xml: string) => string): URL {
	const url = idp.signOut('Karen', '_1', metadata);
	const xml = xmlOf(url);
	const changed = change(xml);
	if (changed === xml) throw new Error(`nothing to change in ${xml}`);
	const fields = new URLSearchParams({
		SAMLRequest: deflateRawSync(changed).toString('base64'),
		SigAlg: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
	});
	const signature = createSign('RSA-SHA256').update(String(fields)).sign(idp.key, 'base64');
	fields.set('Signature', signature);
	return new URL(`${addresses.signOut}?${fields}`);
}
