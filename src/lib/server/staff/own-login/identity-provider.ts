import { X509Certificate } from 'node:crypto';
import { below, attribute, NotTrusted, NS, one, parse, textOf } from './xml.ts';

const REDIRECT = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect';

/** What a login says of itself in its metadata, as far as we use it. */
export type IdentityProvider = {
	entityId: string;
	/** Where a browser is sent to sign in. */
	signIn: string;
	/** Where it is sent to sign out, and with the answer to a sign-out that began there. */
	signOut: { request: string; answer: string } | undefined;
	/** What it signs by, as PEM: more than one while they are renewed. */
	certificates: string[];
};

/** @throws NotTrusted with what is missing */
export function readIdentityProvider(xml: string): IdentityProvider {
	const entity = parse(xml);
	if (entity.namespaceURI !== NS.metadata || entity.localName !== 'EntityDescriptor') {
		throw new NotTrusted('the metadata must be of one EntityDescriptor');
	}
	const entityId = attribute(entity, 'entityID');
	if (!entityId) throw new NotTrusted('EntityDescriptor has no entityID');
	const role = one(entity, NS.metadata, 'IDPSSODescriptor');
	const signIn = endpoint(role, 'SingleSignOnService');
	if (!signIn) throw new NotTrusted('no SingleSignOnService with HTTP-Redirect');
	const signOut = endpoint(role, 'SingleLogoutService');
	const certificates = below(role, NS.metadata, 'KeyDescriptor')
		.filter((key) => (attribute(key, 'use') ?? 'signing') === 'signing')
		.flatMap((key) => Array.from(key.getElementsByTagNameNS(NS.signature, 'X509Certificate')))
		.map((each) => pemOf(textOf(each)));
	if (certificates.length === 0) throw new NotTrusted('no certificate to sign by');
	return {
		entityId,
		signIn: signIn.request,
		signOut,
		certificates: [...new Set(certificates)]
	};
}

function endpoint(
	role: Element,
	name: 'SingleSignOnService' | 'SingleLogoutService'
): { request: string; answer: string } | undefined {
	const found = below(role, NS.metadata, name).find(
		(each) => attribute(each, 'Binding') === REDIRECT
	);
	const request = found && attribute(found, 'Location');
	if (!request) return undefined;
	return {
		request: addressOf(request, name),
		answer: addressOf(attribute(found, 'ResponseLocation') ?? request, name)
	};
}

/** Over https, or to this machine. */
function addressOf(text: string, name: string): string {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const isHere = url && ['127.0.0.1', 'localhost'].includes(url.hostname);
	if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && isHere))) {
		throw new NotTrusted(`${name}: "${text}" is no address over https`);
	}
	return text;
}

function pemOf(base64: string): string {
	try {
		return new X509Certificate(Buffer.from(base64, 'base64')).toString();
	} catch {
		throw new NotTrusted('a certificate in the metadata cannot be read');
	}
}
