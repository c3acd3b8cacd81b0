import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as saml from '../../../../../tests/support/saml-provider.ts';
import { writeFiles } from '../../../../../tests/support/saml-site.ts';
import { faults, fingerprint, loginOf, read } from './configuration.ts';
import { parse } from './xml.ts';

const oidc = {
	issuer: 'https://login.example',
	clientId: 'oejenhoejde',
	label: 'Stevns Kommunes login',
	roles: { it: 'administrator' }
};

const folder = mkdtempSync(join(tmpdir(), 'logins-'));
let idp: saml.SamlIdp;
let [own, next]: saml.Pair[] = [];
beforeAll(async () => {
	idp = await saml.SamlIdp.at('https://login.example');
	[own, next] = await Promise.all([saml.pair('Øjenhøjde'), saml.pair('Øjenhøjde 2')]);
});
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const place = () => join(folder, String(++count));
/** A file of its own each time: what is read is kept until the next start. */
const file = (text: string): string => {
	const path = `${place()}.json`;
	writeFileSync(path, text);
	return path;
};
const oidcFile = (logins: object): string => {
	const path = file(JSON.stringify(logins));
	vi.stubEnv('OIDC_FILE', path);
	return path;
};
/** @param write what becomes of the files before they are read */
const samlFile = (entry: object = {}, write: (folder: string) => void = () => {}): string => {
	if (!own) throw new Error('no pair');
	const at = place();
	const path = writeFiles(at, idp, own, { ...entry });
	write(at);
	vi.stubEnv('SAML_FILE', path);
	return path;
};
beforeEach(() => {
	vi.stubEnv('OIDC_FILE', '');
	vi.stubEnv('SAML_FILE', '');
});

describe('the municipalities’ own logins', () => {
	it('are those of the files', () => {
		expect(loginOf('stevns')).toBeUndefined();
		oidcFile({ stevns: oidc });
		expect(loginOf('stevns')).toEqual({
			...oidc,
			kind: 'oidc',
			rolesClaim: 'roles',
			scope: 'openid profile email',
			trial: false
		});
		expect(loginOf('vejen')).toBeUndefined();
		expect(loginOf('constructor')).toBeUndefined();
	});

	it('may be of both kinds, in files that begin with a mark of Windows', () => {
		vi.stubEnv('OIDC_FILE', file(`\uFEFF${JSON.stringify({ vejen: oidc })}`));
		samlFile({ assurance: 'High' });
		expect(loginOf('vejen')?.kind).toBe('oidc');
		expect(loginOf('stevns')).toMatchObject({
			kind: 'saml',
			assurance: 'High',
			provider: {
				entityId: idp.entityId,
				signIn: 'https://login.example/sso',
				signOut: { request: 'https://login.example/slo', answer: 'https://login.example/slo' }
			}
		});
		const files = { OIDC_FILE: process.env.OIDC_FILE, SAML_FILE: process.env.SAML_FILE };
		expect(faults(files, ['stevns', 'vejen'])).toEqual([]);
	});

	it('have a mark that changes with anything of theirs, and not with the trial', () => {
		const mark = (entry: object) => {
			samlFile(entry);
			const login = loginOf('stevns');
			return login && fingerprint(login);
		};
		expect(mark({ trial: true })).toBe(mark({}));
		expect(mark({ assurance: 'High' })).not.toBe(mark({}));
	});

	it.each([
		['no file', '', /there is no such file/],
		['an empty one', ' ', /no JSON/],
		['half a one', '{ "stevns": {', /no JSON/],
		['a list', '[]', /an object/],
		['a login that is none', '{ "stevns": 1 }', /stevns: /]
	])('are refused from %s, with its path', (_, text, reason) => {
		const path = text ? file(text) : join(folder, 'none.json');
		for (const name of ['OIDC_FILE', 'SAML_FILE']) {
			vi.stubEnv('OIDC_FILE', '');
			vi.stubEnv('SAML_FILE', '');
			vi.stubEnv(name, path);
			expect(() => read()).toThrow(path);
			expect(() => read()).toThrow(reason);
		}
	});

	it.each([
		[
			'a role that is none',
			{ roles: { it: 'king' } },
			'stevns.roles.it: must be one of caseworker'
		],
		['no role', { roles: {} }, 'stevns.roles: names no role'],
		['no label', { label: '' }, 'stevns.label: is empty'],
		['a name that is misspelt', { acrs: [] }, 'stevns: knows no "acrs"'],
		['no issuer', { issuer: undefined }, 'stevns.issuer: is missing'],
		['no address', { issuer: 'login' }, 'stevns.issuer: must be a whole address'],
		['another way', { issuer: 'ftp://login.example' }, 'stevns.issuer: must be a whole address'],
		['in the clear', { issuer: 'http://login.example' }, 'stevns.issuer: must be a whole address'],
		['a password', { issuer: 'https://a:b@login.example' }, 'stevns.issuer: must be a whole']
	])('are refused with %s', (_, change, reason) => {
		const path = oidcFile({ stevns: { ...oidc, ...change } });
		expect(() => read()).toThrow(`${path}: ${reason}`);
	});

	it('are refused for a municipality that is not there', () => {
		const path = oidcFile({ stevsn: oidc });
		expect(faults({ OIDC_FILE: path }, ['stevns'])).toEqual([
			`${path}: stevsn: there is no municipality of that name`
		]);
	});

	it('have all their faults said at once', () => {
		const OIDC_FILE = oidcFile({
			stevns: { ...oidc, label: '', issuer: 'login' },
			vejen: { ...oidc, clientId: undefined },
			stevsn: oidc
		});
		const SAML_FILE = file('half a one');
		const all = faults({ OIDC_FILE, SAML_FILE }, ['stevns', 'vejen']).join('\n');
		for (const [path, reason] of [
			[OIDC_FILE, 'stevns.label: is empty'],
			[OIDC_FILE, 'stevns.issuer: must be a whole address'],
			[OIDC_FILE, 'vejen.clientId: is missing'],
			[OIDC_FILE, 'stevsn: there is no municipality'],
			[SAML_FILE, 'no JSON']
		]) {
			expect(all).toContain(`${path}: ${reason}`);
		}
	});

	it('are refused where a municipality has two', () => {
		const first = oidcFile({ stevns: oidc });
		const path = samlFile();
		expect(() => read()).toThrow(`${path}: stevns: has a login in ${first} already`);
	});
});

describe('a SAML login', () => {
	const write = (name: string, text: string) => (at: string) => writeFileSync(join(at, name), text);

	it('may have a certificate that takes over', () => {
		if (!next) throw new Error('no pair');
		const pair = next;
		samlFile({ coming: { certificate: 'next.crt', key: 'next.key' } }, (at) => {
			write('next.crt', pair.certificate)(at);
			write('next.key', pair.key)(at);
		});
		const login = loginOf('stevns');
		expect(login?.kind === 'saml' && login.pairs).toHaveLength(2);
	});

	it.each([
		['a number that is none', { cvr: '123' }, 'stevns.cvr: must be eight digits'],
		['a level that is none', { assurance: 'Betydelig' }, 'stevns.assurance'],
		['no name there', { entityId: undefined }, 'stevns.entityId: is missing']
	])('is refused with %s', (_, entry, reason) => {
		const path = samlFile(entry);
		expect(() => read()).toThrow(`${path}: ${reason}`);
	});

	it.each([
		['metadata.xml', { metadata: 'metadata.xml' }, undefined, /there is no such file/],
		['login.xml', {}, 'x', /not XML/],
		['login.xml', {}, '<a/>', /EntityDescriptor/],
		['login.xml', {}, '<!DOCTYPE a><a/>', /document type/],
		['own.crt', {}, 'x', /no certificate in PEM/],
		['own.key', {}, 'x', /no key in PEM, or one with a password/]
	])('is refused by what is wrong with %s', (name, entry, text, reason) => {
		samlFile(entry, text === undefined ? undefined : write(name, text));
		expect(() => read()).toThrow(name);
		expect(() => read()).toThrow(reason);
	});

	it.each([
		['no address to sign in', /<SingleSignOnService[^>]*>/, 'no SingleSignOnService'],
		['nothing to sign by', /<KeyDescriptor[\s\S]*<\/KeyDescriptor>/, 'no certificate to sign by'],
		['no name', / entityID="[^"]*"/, 'no entityID']
	])('is refused with metadata that has %s', (_, gone, reason) => {
		const metadata = idp.metadata.replace(gone, '');
		expect(metadata).not.toBe(idp.metadata);
		samlFile({}, write('login.xml', metadata));
		expect(() => read()).toThrow(reason);
	});

	it('is refused where it signs in over plain http', () => {
		samlFile({}, write('login.xml', idp.metadata.replaceAll('https://', 'http://')));
		expect(() => read()).toThrow('no address over https');
	});

	it('is refused with a key that belongs to another certificate', () => {
		const path = samlFile({}, write('own.key', next?.key ?? ''));
		expect(() => read()).toThrow(`${path}: stevns.certificate: the key belongs to another`);
	});
});

it('XML that could read files or grow without end is not read', () => {
	const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>';
	expect(() => parse(bomb)).toThrow('document type');
	expect(() => parse('<a><b></a>')).toThrow('not XML');
});
