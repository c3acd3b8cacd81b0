import { DOMParser } from '@xmldom/xmldom';

export const NS = {
	assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
	protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
	metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
	signature: 'http://www.w3.org/2000/09/xmldsig#',
	encryption: 'http://www.w3.org/2001/04/xmlenc#'
} as const;

/** What came is not what it must be. The message is for the operator who tries a login out, never for who signs in. */
export class NotTrusted extends Error {
	override name = 'NotTrusted';
}

/**
 * @returns the document's element
 * @throws NotTrusted where it is no XML, or declares a type: entities are how XML reads other files or grows without end
 */
export function parse(xml: string): Element {
	if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw new NotTrusted('the XML declares a document type');
	let flaw: string | undefined;
	const note = (message: unknown): void => void (flaw ??= String(message).split('\n')[0]);
	const parser = new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } });
	let element: Element | undefined;
	try {
		element = parser.parseFromString(xml.trim(), 'text/xml')?.documentElement;
	} catch (error) {
		note(error instanceof Error ? error.message : error);
	}
	if (flaw !== undefined || !element) throw new NotTrusted(`not XML: ${flaw ?? 'it is empty'}`);
	return element;
}

/** Elements right below, of this name. */
export const below = (element: Element, space: string, name: string): Element[] =>
	Array.from(element.childNodes).filter(
		(node): node is Element =>
			node.nodeType === 1 &&
			(node as Element).namespaceURI === space &&
			(node as Element).localName === name
	);

/** The one element of this name right below. @throws NotTrusted where there is none, or more than one */
export function one(element: Element, space: string, name: string): Element {
	const [found, another] = below(element, space, name);
	if (!found) throw new NotTrusted(`${element.localName} has no ${name}`);
	if (another) throw new NotTrusted(`${element.localName} has more than one ${name}`);
	return found;
}

/** Elements of this name anywhere below. */
export const within = (element: Element, space: string, name: string): Element[] =>
	Array.from(element.getElementsByTagNameNS(space, name));

export const attribute = (element: Element, name: string): string | undefined =>
	element.getAttribute(name) || undefined;

export const textOf = (element: Element | undefined): string => element?.textContent?.trim() ?? '';

const ENTITIES: { [sign: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&apos;'
};
export const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
