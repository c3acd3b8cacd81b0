import {
	Constants,
	IdentityProvider,
	SamlLib,
	ServiceProvider,
	setSchemaValidator,
	type IdentityProviderInstance
} from 'samlify';
import { generate } from 'selfsigned';

export const LEVEL = 'https://data.gov.dk/concept/core/nsis/loa';
export const CVR = 'https://data.gov.dk/model/core/eid/professional/cvr';
export const PRIVILEGES = 'https://data.gov.dk/model/core/eid/privilegesIntermediate';
export const NAME = 'https://data.gov.dk/model/core/eid/fullName';
export const EMAIL = 'https://data.gov.dk/model/core/eid/email';
const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

// What the schema says is tried by the readers of both sides; the library wants to be told.
setSchemaValidator({ validate: () => Promise.resolve('skipped') });

export type Pair = { certificate: string; key: string };

/** A certificate of one's own, and its key. */
export async function pair(name: string): Promise<Pair> {
	const made = await generate([{ name: 'commonName', value: name }], {
		keySize: 2048,
		algorithm: 'sha256'
	});
	return { certificate: made.cert, key: made.private };
}

/** A list of privileges as the joint access management writes it. */
export const privileges = (cvr: string, names: string[], constraint = ''): string =>
	Buffer.from(
		`<?xml version="1.0" encoding="UTF-8"?>
<bpp:PrivilegeList xmlns:bpp="http://digst.dk/oiosaml/basic_privilege_profile" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
	<PrivilegeGroup Scope="urn:dk:gov:saml:cvrNumberIdentifier:${cvr}">
		${constraint}${names.map((name) => `<Privilege>${name}</Privilege>`).join('')}
	</PrivilegeGroup>
</bpp:PrivilegeList>`
	).toString('base64');

export type Claims = { [attribute: string]: string };
/** What a hostile or broken login could do: change the assertion before it is signed, or the whole answer after. */
export type Tampering = {
	before?: (xml: string) => string;
	isEncrypted?: boolean;
	algorithm?: string;
	isMessageSigned?: boolean;
	cipher?: string;
	keyCipher?: string;
};
export type Answer = { url: URL; SAMLResponse: string };

/** A real SAML identity provider; `open` puts it on loopback. */
export class SamlIdp {
	readonly people = new Map<string, Claims>();
	/** Of those who are signed in there, who has which session. */
	readonly sessions = new Map<string, string>();
	#counter = 0;

	private constructor(
		readonly origin: string,
		private readonly own: Pair
	) {}

	static async at(origin: string): Promise<SamlIdp> {
		return new SamlIdp(origin, await pair('Context Handler'));
	}

	get entityId(): string {
		return `${this.origin}/metadata`;
	}

	get key(): string {
		return this.own.key;
	}

	get metadata(): string {
		return this.#provider({}).getMetadata();
	}

	/** Reads our request, and answers for a person as it would be posted. */
	async answer(
		start: URL,
		person: string,
		serviceMetadata: string,
		{ before = (xml) => xml, ...how }: Tampering = {}
	): Promise<Answer> {
		const idp = this.#provider(how);
		const sp = serviceOf(serviceMetadata);
		const request = await idp.parseLoginRequest(sp, 'redirect', inAddress(start));
		const index = `_index${++this.#counter}`;
		this.sessions.set(index, person);
		const { context } = await idp.createLoginResponse(
			sp,
			{ ...request },
			'post',
			{ email: person },
			(template) => {
				const id = `_answer${++this.#counter}`;
				const now = Date.now();
				const at = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();
				const acs = sp.entityMeta.getAssertionConsumerService('post') as string;
				const filled = SamlLib.replaceTagsByValue(template, {
					ID: id,
					AssertionID: `_assertion${this.#counter}`,
					Destination: acs,
					Audience: sp.entityMeta.getEntityID(),
					SubjectRecipient: acs,
					Issuer: this.entityId,
					IssueInstant: at(0),
					StatusCode: Constants.StatusCode.Success,
					ConditionsNotBefore: at(-1),
					ConditionsNotOnOrAfter: at(5),
					SubjectConfirmationDataNotOnOrAfter: at(5),
					NameIDFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
					NameID: person,
					InResponseTo: String(request.extract.request?.id ?? '')
				});
				const statements = `<saml:AuthnStatement AuthnInstant="${at(0)}" SessionIndex="${index}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:X509</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${Object.entries(
					this.people.get(person) ?? {}
				)
					.map(
						([name, value]) =>
							`<saml:Attribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri"><saml:AttributeValue>${value}</saml:AttributeValue></saml:Attribute>`
					)
					.join('')}</saml:AttributeStatement>`;
				return {
					id,
					context: before(filled.replace('</saml:Conditions>', (end) => end + statements))
				};
			}
		);
		return {
			url: new URL(sp.entityMeta.getAssertionConsumerService('post') as string),
			SAMLResponse: context
		};
	}

	/** Someone signs out elsewhere: where their browser is sent to tell us. */
	signOut(person: string, index: string, serviceMetadata: string): URL {
		const sp = serviceOf(serviceMetadata);
		const { context } = this.#provider({}).createLogoutRequest(sp, 'redirect', {
			logoutNameID: person,
			sessionIndex: index
		});
		return new URL(context);
	}

	/** Hears our request to sign out, and answers: where the browser is sent back. */
	async answerSignOut(start: URL, serviceMetadata: string): Promise<URL> {
		const sp = serviceOf(serviceMetadata);
		const idp = this.#provider({});
		const request = await idp.parseLogoutRequest(sp, 'redirect', inAddress(start));
		const index = String(request.extract.sessionIndex ?? '');
		this.sessions.delete(index);
		return new URL(idp.createLogoutResponse(sp, { ...request }, 'redirect').context);
	}

	/** Hears our answer to a sign-out that began there. @throws where it is not signed, or not by us */
	async hearAnswer(address: URL, serviceMetadata: string): Promise<string> {
		const sp = serviceOf(serviceMetadata);
		const heard = await this.#provider({}).parseLogoutResponse(sp, 'redirect', inAddress(address));
		return String(heard.extract.response?.inResponseTo ?? '');
	}

	// Ciphers are settings that the library's types forget.
	#provider({
		isEncrypted = true,
		isMessageSigned = false,
		cipher = 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
		keyCipher = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p',
		algorithm = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
	}: Tampering): IdentityProviderInstance {
		const settings: Parameters<typeof IdentityProvider>[0] & { [name: string]: unknown } = {
			entityID: this.entityId,
			privateKey: this.own.key,
			signingCert: this.own.certificate,
			isAssertionEncrypted: isEncrypted,
			wantAuthnRequestsSigned: true,
			wantLogoutRequestSigned: true,
			wantLogoutResponseSigned: true,
			requestSignatureAlgorithm: algorithm,
			dataEncryptionAlgorithm: cipher,
			keyEncryptionAlgorithm: keyCipher,
			messageSigningOrder: isMessageSigned ? 'encrypt-then-sign' : 'sign-then-encrypt',
			singleSignOnService: [{ Binding: REDIRECT, Location: `${this.origin}/sso` }],
			singleLogoutService: [{ Binding: REDIRECT, Location: `${this.origin}/slo` }],
			loginResponseTemplate: { context: TEMPLATE, attributes: [] }
		};
		return IdentityProvider(settings);
	}
}

/** As the library's own, but for the statements, which are written in whole. */
const TEMPLATE =
	'<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{ID}" Version="2.0" IssueInstant="{IssueInstant}" Destination="{Destination}" InResponseTo="{InResponseTo}"><saml:Issuer>{Issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="{StatusCode}"/></samlp:Status><saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{AssertionID}" Version="2.0" IssueInstant="{IssueInstant}"><saml:Issuer>{Issuer}</saml:Issuer><saml:Subject><saml:NameID Format="{NameIDFormat}">{NameID}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="{SubjectConfirmationDataNotOnOrAfter}" Recipient="{SubjectRecipient}" InResponseTo="{InResponseTo}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="{ConditionsNotBefore}" NotOnOrAfter="{ConditionsNotOnOrAfter}"><saml:AudienceRestriction><saml:Audience>{Audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions></saml:Assertion></samlp:Response>';

/** What we hand in where the login is set up; the login signs what it says about signing out. */
const serviceOf = (metadata: string) =>
	ServiceProvider({ metadata, wantLogoutRequestSigned: true, wantLogoutResponseSigned: true });

/** What the library wants of a request by redirect: its fields, and the very letters that were signed. */
function inAddress(url: URL) {
	const query = Object.fromEntries(url.searchParams);
	const signed = url.search
		.slice(1)
		.split('&')
		.filter((field) => !field.startsWith('Signature='))
		.join('&');
	return { query, octetString: signed };
}
