import { inflateRawSync } from 'node:zlib';
import type { Db } from '../../core/database.ts';
import { hashOf, token } from '../../core/secrets.ts';
import { isStrongSignature } from './algorithms.ts';
import { SKEW_SECONDS } from './assertion.ts';
import type { SamlLogin } from './configuration.ts';
import { partyOf, type Addresses } from './saml.ts';
import { attribute, NotTrusted, NS, one, parse, textOf, within } from './xml.ts';

export const SIGN_OUT_MINUTES = 10;
export const SIGN_OUT_COOKIE = 'saml-ud';
const MESSAGE_MAX = 64_000;
const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';

export type Known = { nameId: { value: string; format?: string }; sessionIndex?: string };

/** What the login must be told when this session ends. @param id of the session, as in its cookie */
export function remember(db: Db, id: string, { nameId, sessionIndex }: Known): void {
	db.prepare<[Buffer, string, string | null, string | null]>(
		`insert or replace into saml_session (session, name_id, format, session_index)
		 values (?, ?, ?, ?)`
	).run(hashOf(id), nameId.value, nameId.format ?? null, sessionIndex ?? null);
}

/**
 * Before a session of ours ends: keeps, for some minutes, what the login is to be told.
 * @returns the cookie that the browser goes on with; none where the login is not asked
 */
export function prepare(
	db: Db,
	login: SamlLogin,
	{ id, now }: { id: string; now: Date }
): string | undefined {
	if (!login.provider.signOut) return undefined;
	const cookie = token();
	const seconds = Math.floor(now.getTime() / 1000);
	db.prepare<[number]>('delete from saml_logout where expires_at <= ?').run(seconds);
	const { changes } = db
		.prepare<[Buffer, number, Buffer]>(
			`insert into saml_logout (cookie, name_id, format, session_index, expires_at)
			 select ?, name_id, format, session_index, ? from saml_session where session = ?`
		)
		.run(hashOf(cookie), seconds + SIGN_OUT_MINUTES * 60, hashOf(id));
	return changes > 0 ? cookie : undefined;
}

/** Where a browser goes to sign out there too. Once: nothing where it has been there, or has nothing to say. */
export async function goUrl(
	db: Db,
	login: SamlLogin,
	{ cookie, addresses, now }: { cookie: string | undefined; addresses: Addresses; now: Date }
): Promise<URL | undefined> {
	if (cookie === undefined || !login.provider.signOut) return undefined;
	const id = `_${token()}`;
	const row = db
		.prepare<
			[string, Buffer, number],
			{ name_id: string; format: string | null; session_index: string | null }
		>(
			`update saml_logout set request = ? where cookie = ? and request is null and expires_at > ?
			 returning name_id, format, session_index`
		)
		.get(id, hashOf(cookie), now.getTime() / 1000);
	if (!row) return undefined;
	const party = partyOf(login, addresses, { generateUniqueId: () => id });
	const url = await party.getLogoutUrlAsync(
		{
			issuer: login.provider.entityId,
			nameID: row.name_id,
			nameIDFormat: row.format ?? 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
			...(row.session_index ? { sessionIndex: row.session_index } : {})
		},
		'',
		{}
	);
	return new URL(url);
}

export type Heard =
	/** The login says that it is done, or that it could not. */
	| { kind: 'answer'; isOut: boolean }
	/** Someone has signed out elsewhere: their sessions here have ended, and the browser takes the answer back. */
	| { kind: 'request'; ended: number; back: URL };

/**
 * What a browser brings from the login about signing out. The signature is over the address itself, so it is looked at as it came.
 * @param query the address's query, unread
 * @throws NotTrusted
 */
export async function hear(
	db: Db,
	login: SamlLogin,
	given: { query: string; cookie: string | undefined; addresses: Addresses; now: Date }
): Promise<Heard> {
	const { query, cookie, addresses, now } = given;
	const { message, fields, isRequest } = messageIn(query);
	checkMessage(message, { isRequest, addresses, now });
	const party = partyOf(login, addresses, {
		logoutUrl: login.provider.signOut?.answer ?? login.provider.signIn,
		// Which request it answers is looked up below, in the municipality's file.
		cacheProvider: {
			saveAsync: async () => null,
			removeAsync: async () => null,
			getAsync: async () => now.toISOString()
		}
	});
	const status = isRequest ? SUCCESS : statusOf(message);
	// The library throws at any other status before it looks at the signature.
	if (status === SUCCESS) await checked(party.validateRedirectAsync(fields, query));
	if (!isRequest) {
		const answered = db
			.prepare<[Buffer, string, number]>(
				'delete from saml_logout where cookie = ? and request = ? and expires_at > ?'
			)
			.run(hashOf(cookie ?? ''), attribute(message, 'InResponseTo') ?? '', now.getTime() / 1000);
		return { kind: 'answer', isOut: answered.changes > 0 && status === SUCCESS };
	}
	const ended = endSessions(db, message);
	const id = attribute(message, 'ID') ?? '';
	const back = await party.getLogoutResponseUrlAsync(
		{ issuer: login.provider.entityId, nameID: '', nameIDFormat: '', ID: id },
		fields.RelayState ?? '',
		{},
		true
	);
	return { kind: 'request', ended, back: new URL(back) };
}

type Fields = { [name: string]: string };

/** Each field once, none but these, all signed: the library takes what is unsigned, and the first that looks alike. */
function messageIn(query: string): { message: Element; fields: Fields; isRequest: boolean } {
	const fields: Fields = {};
	for (const [name, value] of new URLSearchParams(query)) {
		if (!['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature'].includes(name))
			throw new NotTrusted(`"${name}" is no part of it`);
		if (name in fields) throw new NotTrusted(`${name} more than once`);
		fields[name] = value;
	}
	if (query.split('&').length !== Object.keys(fields).length) throw new NotTrusted('empty fields');
	const { SAMLRequest: request, SAMLResponse: response, SigAlg: algorithm, Signature } = fields;
	if ((request === undefined) === (response === undefined))
		throw new NotTrusted('neither a request nor an answer, or both');
	if (!Signature) throw new NotTrusted('not signed');
	if (!isStrongSignature(algorithm ?? '')) throw new NotTrusted(`signed by ${algorithm}`);
	let xml: string;
	try {
		const packed = Buffer.from(request ?? response ?? '', 'base64');
		xml = inflateRawSync(packed, { maxOutputLength: MESSAGE_MAX }).toString('utf8');
	} catch {
		throw new NotTrusted('cannot be unpacked');
	}
	return { message: parse(xml), fields, isRequest: request !== undefined };
}

function checkMessage(
	message: Element,
	{ isRequest, addresses, now }: { isRequest: boolean; addresses: Addresses; now: Date }
): void {
	const name = isRequest ? 'LogoutRequest' : 'LogoutResponse';
	if (message.namespaceURI !== NS.protocol || message.localName !== name)
		throw new NotTrusted(`no ${name}`);
	if (attribute(message, 'Destination') !== addresses.signOut)
		throw new NotTrusted('for another address');
	const made = Date.parse(attribute(message, 'IssueInstant') ?? '');
	// Minutes old at the most, so that one that was overheard ends no later session.
	if (!(Math.abs(now.getTime() - made) <= SKEW_SECONDS * 1000)) throw new NotTrusted('too old');
}

function statusOf(message: Element): string {
	const [code] = within(one(message, NS.protocol, 'Status'), NS.protocol, 'StatusCode');
	return (code && attribute(code, 'Value')) ?? '';
}

/** Those of the person, or of the one session there that it names. */
function endSessions(db: Db, request: Element): number {
	const name = textOf(one(request, NS.assertion, 'NameID'));
	const indexes = within(request, NS.protocol, 'SessionIndex').map(textOf).filter(Boolean);
	return db
		.prepare<{ name: string; indexes: string }>(
			`delete from session where hash in (
				select session from saml_session where name_id = @name and (
					session_index is null or @indexes = '[]'
					or session_index in (select value from json_each(@indexes))))`
		)
		.run({ name, indexes: JSON.stringify(indexes) }).changes;
}

/** Whatever the library throws is a refusal: it reads what strangers send. */
async function checked(validation: Promise<unknown>): Promise<void> {
	try {
		await validation;
	} catch (error) {
		throw new NotTrusted(error instanceof Error ? error.message : 'not trusted');
	}
}
