import { X509Certificate } from 'node:crypto';
import { ENCRYPTIONS, KEY_ENCRYPTION } from './algorithms.ts';
import type { SamlLogin } from './configuration.ts';
import type { Addresses } from './saml.ts';
import { escaped, NS } from './xml.ts';

const ASKED = [
	{ name: 'https://data.gov.dk/concept/core/nsis/loa', isRequired: true },
	{ name: 'https://data.gov.dk/model/core/eid/professional/cvr', isRequired: true },
	{ name: 'https://data.gov.dk/model/core/eid/professional/uuid/persistent', isRequired: false },
	{ name: 'https://data.gov.dk/model/core/eid/fullName', isRequired: false },
	{ name: 'https://data.gov.dk/model/core/eid/email', isRequired: false },
	{ name: 'https://data.gov.dk/model/core/eid/privilegesIntermediate', isRequired: true }
];

/**
 * What the login is to know of us, to be handed in where it is set up. Ours rather than the library's: that one knows neither the
 * sign-out by redirect nor a second certificate, and offers ciphers that are refused here.
 */
export function metadataOf(login: SamlLogin, addresses: Addresses): string {
	const keys = login.pairs.map(({ certificate }) =>
		new X509Certificate(certificate).raw.toString('base64')
	);
	const keyOf = (use: string, key: string, methods = ''): string =>
		`<KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${key}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>${methods}</KeyDescriptor>`;
	const methods = [...ENCRYPTIONS, KEY_ENCRYPTION]
		.map((each) => `<EncryptionMethod Algorithm="${each}"/>`)
		.join('');
	const asked = ASKED.map(
		({ name, isRequired }) =>
			`<RequestedAttribute Name="${name}" NameFormat="urn:oasis:names:tc:SAML:2.0:attrname-format:uri" isRequired="${isRequired}"/>`
	).join('');
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<EntityDescriptor xmlns="${NS.metadata}" xmlns:ds="${NS.signature}" entityID="${escaped(login.entityId)}">`,
		`<SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${NS.protocol}">`,
		...keys.map((key) => keyOf('signing', key)),
		...keys.map((key) => keyOf('encryption', key, methods)),
		`<SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${escaped(addresses.signOut)}"/>`,
		'<NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>',
		`<AssertionConsumerService index="0" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${escaped(addresses.answer)}"/>`,
		`<AttributeConsumingService index="0" isDefault="true"><ServiceName xml:lang="da">Øjenhøjde</ServiceName>${asked}</AttributeConsumingService>`,
		'</SPSSODescriptor>',
		'</EntityDescriptor>',
		''
	].join('\n');
}
