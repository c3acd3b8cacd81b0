import { decrypt } from 'xml-encryption';
import { attribute, NotTrusted, NS, parse, within } from './xml.ts';

const SIGNATURES = [
	'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
	'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
	'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1'
];
const DIGESTS = [
	'http://www.w3.org/2001/04/xmlenc#sha256',
	'http://www.w3.org/2001/04/xmlenc#sha512'
];
/** Those that notice a change of what they hide; the others have been read letter by letter (CBC, PKCS #1 v1.5). */
export const ENCRYPTIONS = [
	'http://www.w3.org/2009/xmlenc11#aes256-gcm',
	'http://www.w3.org/2009/xmlenc11#aes128-gcm'
];
export const KEY_ENCRYPTION = 'http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p';

/** Signatures in an address are named by the same words. */
export const isStrongSignature = (algorithm: string): boolean =>
	SIGNATURES.slice(0, 2).includes(algorithm);

/**
 * The library takes what was strong in 2005 too; this refuses it, in the answer and inside what is encrypted, before the library
 * looks at anything.
 * @param keys ours, in PEM, the one that counts first
 * @returns the key that opens it, or the first where nothing is encrypted
 * @throws NotTrusted
 */
export async function checkStrength(xml: string, keys: string[]): Promise<string> {
	const answer = parse(xml);
	checkSignatures(answer);
	const [encrypted, another] = within(answer, NS.assertion, 'EncryptedAssertion');
	if (another) throw new NotTrusted('more than one encrypted assertion');
	if (!encrypted) return keys[0] ?? '';
	for (const each of within(encrypted, NS.encryption, 'EncryptionMethod')) {
		const algorithm = attribute(each, 'Algorithm') ?? 'nothing';
		if (![...ENCRYPTIONS, KEY_ENCRYPTION].includes(algorithm))
			throw new NotTrusted(`encrypted by ${algorithm}`);
	}
	for (const key of keys) {
		const opened = await open(encrypted.toString(), key);
		if (opened === undefined) continue;
		checkSignatures(parse(opened));
		return key;
	}
	throw new NotTrusted('encrypted to another key than ours');
}

function checkSignatures(element: Element): void {
	const check = (name: string, allowed: string[]): void => {
		for (const each of within(element, NS.signature, name)) {
			const algorithm = attribute(each, 'Algorithm') ?? 'nothing';
			if (!allowed.includes(algorithm) && !isOfEncryption(each))
				throw new NotTrusted(`${name}: ${algorithm} is not strong enough`);
		}
	};
	check('SignatureMethod', SIGNATURES);
	check('DigestMethod', DIGESTS);
}

/** The padding of an encrypted key has a digest too, and there SHA-1 is what the standard says. */
const isOfEncryption = (element: Element): boolean =>
	(element.parentNode as Element | null)?.localName === 'EncryptionMethod';

/** @returns nothing where the key is another one */
const open = (xml: string, key: string): Promise<string | undefined> =>
	new Promise((resolve) => {
		try {
			decrypt(
				xml,
				{ key, disallowDecryptionWithInsecureAlgorithm: true, warnInsecureAlgorithm: false },
				(error, opened) => resolve(error ? undefined : opened)
			);
		} catch {
			resolve(undefined);
		}
	});
