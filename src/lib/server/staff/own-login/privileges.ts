import { NotTrusted, parse, textOf } from './xml.ts';

/** What a list of privileges is bound to: the municipality by its number in the central business register. */
const SCOPE = /^urn:dk:gov:saml:cvrNumberIdentifier:(\d{8})$/i;

/**
 * The privileges that a token of the joint municipal access management carries (OIO Basic Privilege Profile), as far as they are
 * for this municipality. A group that is narrowed by constraints gives nothing: what the constraint says is not known here, and
 * to leave it out would give more than was given.
 * @param encoded the attribute's value: XML in base64
 * @param cvr of the municipality
 * @throws NotTrusted where it cannot be read
 */
export function privilegesIn(encoded: string, cvr: string): string[] {
	const list = parse(Buffer.from(encoded, 'base64').toString('utf8'));
	if (list.localName !== 'PrivilegeList') throw new NotTrusted('privileges are no PrivilegeList');
	return elementsIn(list, 'PrivilegeGroup')
		.filter((group) => SCOPE.exec(group.getAttribute('Scope') ?? '')?.[1] === cvr)
		.filter((group) => elementsIn(group, 'Constraint').length === 0)
		.flatMap((group) => elementsIn(group, 'Privilege').map(textOf));
}

/** The profile's elements are written both with and without its namespace. */
const elementsIn = (element: Element, name: string): Element[] =>
	Array.from(element.childNodes).filter(
		(node): node is Element => node.nodeType === 1 && (node as Element).localName === name
	);
