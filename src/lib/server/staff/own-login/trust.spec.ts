import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PLAIN, SamlVisit } from '../../../../../tests/support/saml-visit.ts';
import { file, later } from '../../../../../tests/support/staff.ts';
import { OF_ANSWER, OF_ASSERTION } from '../../../../../tests/support/wrapping.ts';
import * as ours from './saml.ts';

let visit: SamlVisit;
beforeAll(async () => {
	visit = await SamlVisit.make();
});
beforeEach(() => visit.begin());

describe('an answer of a SAML login is refused', () => {
	const refused = { ok: false, reason: 'not-trusted' };
	const replace =
		(from: RegExp | string, to: string) =>
		(xml: string): string => {
			const changed = xml.replace(from, to);
			if (changed === xml) throw new Error('nothing to change');
			return changed;
		};

	it.each([
		['was changed on its way', { ...PLAIN, after: replace('karen', 'jens') }, /signature/],
		[
			'is signed by SHA-1',
			{ ...PLAIN, algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' },
			/rsa-sha1/
		],
		[
			'is signed by SHA-1 inside what is encrypted',
			{ algorithm: 'http://www.w3.org/2000/09/xmldsig#rsa-sha1' },
			/rsa-sha1/
		],
		[
			'is encrypted by a cipher that notices no change',
			{ cipher: 'http://www.w3.org/2001/04/xmlenc#aes256-cbc' },
			/aes256-cbc/
		],
		[
			'has its key encrypted by PKCS #1 v1.5',
			{ keyCipher: 'http://www.w3.org/2001/04/xmlenc#rsa-1_5' },
			/rsa-1_5/
		],
		[
			'is not signed',
			{ ...PLAIN, after: replace(/<(\w+:)?Signature[\s>][\s\S]*<\/(\w+:)?Signature>/, '') },
			/signature/
		],
		[
			'was made by another',
			{ before: replace(/(<saml:Assertion[^>]*><saml:Issuer>)[^<]*/, '$1https://anden.example') },
			/issued by/
		],
		[
			'is for another address',
			{ before: replace(/Recipient="[^"]*"/, 'Recipient="https://anden.example/retur"') },
			/no confirmation/
		],
		[
			'is for nobody in particular',
			{ before: replace(/ Recipient="[^"]*"/, '') },
			/no confirmation/
		],
		[
			'answers another request inside',
			{ before: replace(/(SubjectConfirmationData[^>]*InResponseTo=)"[^"]*"/, '$1"_anden"') },
			/InResponseTo|no confirmation/
		],
		[
			'answers no request inside',
			{ before: replace(/(SubjectConfirmationData[^>]*) InResponseTo="[^"]*"/, '$1') },
			/no confirmation/
		],
		[
			'is confirmed in another way',
			{ before: replace(/cm:bearer/, 'cm:sender-vouches') },
			/no confirmation/
		],
		[
			'is for another audience',
			{ before: replace(/<saml:Audience>[^<]*/, '<saml:Audience>https://anden.example') },
			/audience/
		],
		[
			'is for every audience',
			{ before: replace(/<saml:AudienceRestriction>.*<\/saml:AudienceRestriction>/, '') },
			/audience/i
		],
		[
			'is too old',
			{ before: replace(/(Conditions[^>]*NotOnOrAfter=)"[^"]*"/, '$1"2026-01-01T00:00:00Z"') },
			/expired|valid/
		],
		[
			'was to be confirmed before',
			{
				before: replace(/(ConfirmationData NotOnOrAfter=)"[^"]*"/, '$1"2026-01-01T00:00:00Z"')
			},
			/confirmation/
		],
		[
			'is of tomorrow',
			{ before: replace(/NotBefore="[^"]*"/, 'NotBefore="2126-01-01T00:00:00Z"') },
			/not yet valid|not valid yet/
		],
		[
			'is of a session that has ended there',
			{
				before: replace(/(<saml:AuthnStatement )/, '$1SessionNotOnOrAfter="2026-01-01T00:00:00Z" ')
			},
			/session there/
		],
		[
			'has a name for this one time only',
			{ before: replace('nameid-format:persistent', 'nameid-format:transient') },
			/who it is/
		]
	])('that %s', async (_, how, flaw) => {
		const come = await visit.signIn(file(), how);
		expect(come.finished).toEqual(refused);
		expect(come.flaw).toMatch(flaw);
	});

	it('that another signed under the same name', async () => {
		const come = await visit.signIn(file(), { from: visit.stranger, ...PLAIN });
		expect(come.finished).toEqual(refused);
		expect((await visit.signIn(file(), { from: visit.stranger })).finished).toEqual(refused);
	});

	it('that declares a type, so that it could read files', async () => {
		const db = file();
		const after = (xml: string) =>
			`<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>${xml.replace('karen', '&y;')}`;
		expect((await visit.signIn(db, { ...PLAIN, after })).finished.ok).toBe(false);
	});

	it('that is none', async () => {
		const db = file();
		await visit.ask(db);
		for (const text of ['', 'x', '<a>', '<a/>', '<a InResponseTo="_x"/>', 'x'.repeat(500_000)])
			expect(await visit.accept(db, Buffer.from(text).toString('base64')), text).toBeUndefined();
	});

	const forge = (xml: string): string =>
		xml.replaceAll('karen', 'jens').replaceAll('Karen', 'Jens');
	it.each(Object.entries(OF_ASSERTION))('that wraps the signature: %s', async (_, wrap) => {
		const come = await visit.signIn(file(), { ...PLAIN, after: (xml) => wrap(xml, forge) });
		expect(JSON.stringify(come)).not.toContain('jens');
		expect(come.finished.ok).toBe(false);
	});
	it.each(Object.entries(OF_ANSWER))('that wraps the signature around it: %s', async (_, wrap) => {
		const how = { ...PLAIN, isMessageSigned: true };
		const come = await visit.signIn(file(), { ...how, after: (xml) => wrap(xml, forge) });
		expect(JSON.stringify(come)).not.toContain('jens');
		expect(come.finished.ok).toBe(false);
	});

	it('that splits a name by a comment', async () => {
		const after = replace('>karen<', '>karen<!-- x -->.kommune<');
		const come = await visit.signIn(file(), { ...PLAIN, after });
		expect(come.finished.ok).toBe(false);
		// Where nothing but the comment is put in, the name is read whole.
		const whole = await visit.signIn(file(), {
			...PLAIN,
			after: replace('>karen<', '>kar<!-- x -->en<')
		});
		expect(whole.finished).toMatchObject({ ok: true, person: { subject: 'karen' } });
	});

	it('that comes twice, too late, or that nobody asked for', async () => {
		const db = file();
		const { url, cookie } = await visit.ask(db);
		const { SAMLResponse } = await visit.idp.answer(url, 'karen', visit.metadata);
		expect(await visit.accept(db, SAMLResponse, later(11, visit.now))).toBeUndefined();
		expect(await visit.accept(file(), SAMLResponse)).toBeUndefined();
		const accepted = await visit.accept(db, SAMLResponse);
		expect(accepted).toBeDefined();
		expect(await visit.accept(db, SAMLResponse)).toBeUndefined();
		const ticket = accepted?.ticket ?? '';
		const notBegun = { ok: false, reason: 'not-begun-here' };
		const finish = (given: { ticket: string; cookie: string | undefined; now: Date }) =>
			ours.finish(db, visit.login, given).finished;
		expect(finish({ ticket, cookie: undefined, now: visit.now })).toEqual(notBegun);
		expect(finish({ ticket, cookie: 'another', now: visit.now })).toEqual(notBegun);
		expect(finish({ ticket: 'another', cookie, now: visit.now })).toEqual(notBegun);
		expect(finish({ ticket, cookie, now: later(11, visit.now) })).toEqual(notBegun);
		expect(finish({ ticket, cookie, now: visit.now }).ok).toBe(true);
		expect(finish({ ticket, cookie, now: visit.now })).toEqual(notBegun);
	});

	it('that two browsers bring at once, but for one of them', async () => {
		const db = file();
		const { url } = await visit.ask(db);
		const { SAMLResponse } = await visit.idp.answer(url, 'karen', visit.metadata);
		const both = await Promise.all([
			visit.accept(db, SAMLResponse),
			visit.accept(db, SAMLResponse)
		]);
		expect(both.filter(Boolean)).toHaveLength(1);
	});
});
