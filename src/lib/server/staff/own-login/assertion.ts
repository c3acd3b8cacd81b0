import { attribute, below, NotTrusted, NS, one, parse, textOf } from './xml.ts';

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
const TRANSIENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient';
/** Clocks of two houses are this much apart at the most. */
export const SKEW_SECONDS = 180;

/** OIOSAML 3 first, then the names of version 2, which some municipalities still send. */
const NAMES = {
	level: ['https://data.gov.dk/concept/core/nsis/loa'],
	cvr: [
		'https://data.gov.dk/model/core/eid/professional/cvr',
		'dk:gov:saml:attribute:CvrNumberIdentifier'
	],
	uuid: ['https://data.gov.dk/model/core/eid/professional/uuid/persistent'],
	name: ['https://data.gov.dk/model/core/eid/fullName', 'urn:oid:2.5.4.3'],
	first: ['https://data.gov.dk/model/core/eid/firstName', 'urn:oid:2.5.4.42'],
	last: ['https://data.gov.dk/model/core/eid/lastName', 'urn:oid:2.5.4.4'],
	email: ['https://data.gov.dk/model/core/eid/email', 'urn:oid:0.9.2342.19200300.100.1.3'],
	privileges: [
		'https://data.gov.dk/model/core/eid/privilegesIntermediate',
		'dk:gov:saml:attribute:Privileges_intermediate'
	]
} as const;

/** What an assertion says, and no more of it than we use. */
export type Facts = {
	/** Who it is there, the same at every sign-in. */
	subject: string;
	nameId: { value: string; format: string | undefined };
	sessionIndex: string | undefined;
	name: string;
	email: string;
	/** Level of assurance by NSIS: Low, Substantial or High. */
	level: string;
	cvr: string;
	/** In base64, one for each attribute value. */
	privileges: string[];
	/** The values of the attribute that the configuration names for roles. */
	roles: string[];
};

type Expected = {
	issuer: string;
	audience: string;
	recipient: string;
	inResponseTo: string;
	rolesAttribute: string | undefined;
	now: Date;
};

/**
 * Reads an assertion whose signature is verified, and only what was signed; checks what the library leaves to its caller.
 * @throws NotTrusted where it is for somebody else, another request, another time, or says too little
 */
export function factsOf(verified: string, expected: Expected): Facts {
	const assertion = parse(verified);
	if (assertion.namespaceURI !== NS.assertion || assertion.localName !== 'Assertion')
		throw new NotTrusted('what is signed is no assertion');
	const issuer = textOf(one(assertion, NS.assertion, 'Issuer'));
	if (issuer !== expected.issuer) throw new NotTrusted(`issued by ${issuer}`);
	const subject = one(assertion, NS.assertion, 'Subject');
	checkConfirmation(subject, expected);
	checkConditions(one(assertion, NS.assertion, 'Conditions'), expected);
	const statement = one(assertion, NS.assertion, 'AuthnStatement');
	const ends = attribute(statement, 'SessionNotOnOrAfter');
	if (ends && isOver(ends, expected.now)) throw new NotTrusted('the session there has ended');

	const values = valuesOf(assertion);
	const first = (names: readonly string[]): string =>
		names.map((name) => values.get(name)?.[0] ?? '').find((value) => value !== '') ?? '';
	const nameId = one(subject, NS.assertion, 'NameID');
	const format = attribute(nameId, 'Format');
	const id = first(NAMES.uuid) || (format === TRANSIENT ? '' : textOf(nameId));
	if (!id) throw new NotTrusted('nothing says who it is from one sign-in to the next');
	const email = first(NAMES.email);
	const whole = [first(NAMES.first), first(NAMES.last)].filter(Boolean).join(' ');
	return {
		subject: id,
		nameId: { value: textOf(nameId), format },
		sessionIndex: attribute(statement, 'SessionIndex'),
		name: first(NAMES.name) || whole || commonName(textOf(nameId)) || email || id,
		email: email || id,
		level: first(NAMES.level),
		cvr: first(NAMES.cvr),
		privileges: NAMES.privileges.flatMap((name) => values.get(name) ?? []),
		roles: (expected.rolesAttribute && values.get(expected.rolesAttribute)) || []
	};
}

/** One confirmation at least must hold in full: that whoever brings it may, here, for what we asked, now. */
function checkConfirmation(subject: Element, expected: Expected): void {
	const holds = below(subject, NS.assertion, 'SubjectConfirmation').some((confirmation) => {
		const [data] = below(confirmation, NS.assertion, 'SubjectConfirmationData');
		const ends = data && attribute(data, 'NotOnOrAfter');
		return (
			data !== undefined &&
			attribute(confirmation, 'Method') === BEARER &&
			attribute(data, 'Recipient') === expected.recipient &&
			attribute(data, 'InResponseTo') === expected.inResponseTo &&
			ends !== undefined &&
			!isOver(ends, expected.now)
		);
	});
	if (!holds) throw new NotTrusted('no confirmation is for this address, this request and now');
}

function checkConditions(conditions: Element, { audience, now }: Expected): void {
	const begins = attribute(conditions, 'NotBefore');
	const ends = attribute(conditions, 'NotOnOrAfter');
	if (begins && timeOf(begins) > now.getTime() + SKEW_SECONDS * 1000)
		throw new NotTrusted('not valid yet');
	if (ends && isOver(ends, now)) throw new NotTrusted('not valid any more');
	const restrictions = below(conditions, NS.assertion, 'AudienceRestriction');
	const isForUs = (restriction: Element): boolean =>
		below(restriction, NS.assertion, 'Audience').some((each) => textOf(each) === audience);
	if (restrictions.length === 0 || !restrictions.every(isForUs))
		throw new NotTrusted('for another audience');
}

function valuesOf(assertion: Element): Map<string, string[]> {
	const values = new Map<string, string[]>();
	for (const statement of below(assertion, NS.assertion, 'AttributeStatement')) {
		for (const each of below(statement, NS.assertion, 'Attribute')) {
			const name = attribute(each, 'Name') ?? '';
			const texts = below(each, NS.assertion, 'AttributeValue').map(textOf).filter(Boolean);
			values.set(name, [...(values.get(name) ?? []), ...texts]);
		}
	}
	return values;
}

/** `C=DK,O=29189846,CN=Karen Holm,Serial=…`: how the joint access management names people. */
const commonName = (nameId: string): string => /(?:^|,)\s*CN=([^,]+)/.exec(nameId)?.[1] ?? '';

const isOver = (ends: string, now: Date): boolean =>
	timeOf(ends) <= now.getTime() - SKEW_SECONDS * 1000;

function timeOf(text: string): number {
	const time = Date.parse(text);
	if (!/^\d{4}-\d\d-\d\dT/.test(text) || Number.isNaN(time))
		throw new NotTrusted(`"${text}" is no time`);
	return time;
}
