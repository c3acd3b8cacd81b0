/**
 * Signature wrapping, by the eight ways of Somorovsky et al. (2012): the signed part stays, true and whole, somewhere in the
 * message, and a forged one stands where a careless reader looks. Each takes an answer and what the forged assertion says instead.
 */
export type Forgery = (xml: string, forge: (assertion: string) => string) => string;

const SIGNATURE = /<(\w+:)?Signature[\s>][\s\S]*?<\/(\w+:)?Signature>/;
const ASSERTION = /<saml:Assertion[\s>][\s\S]*<\/saml:Assertion>/;
const assertionOf = (xml: string): string => ASSERTION.exec(xml)?.[0] ?? '';
const signatureOf = (xml: string): string => SIGNATURE.exec(xml)?.[0] ?? '';
const bare = (xml: string): string => xml.replace(SIGNATURE, '');
const renamed = (xml: string): string => xml.replace(/ ID="[^"]+"/, ' ID="_forged"');
const intoEnd = (xml: string, more: string): string =>
	xml.replace(/<\/([\w:]+)>\s*$/, (end) => more + end);
const intoSignature = (signature: string, more: string): string =>
	signature.replace(
		/<\/(\w+:)?Signature>$/,
		(end, prefix = '') => `<${prefix}Object>${more}</${prefix}Object>${end}`
	);

/** Of answers whose assertion is signed. */
export const OF_ASSERTION: { [name: string]: Forgery } = {
	'a forged assertion before the signed one': (xml, forge) => {
		const original = assertionOf(xml);
		return xml.replace(original, () => renamed(forge(bare(original))) + original);
	},
	'a forged assertion around the signed one': (xml, forge) => {
		const original = assertionOf(xml);
		return xml.replace(original, () => intoEnd(renamed(forge(bare(original))), original));
	},
	'a forged assertion that carries the signature, the signed one at the end': (xml, forge) => {
		const original = assertionOf(xml);
		return intoEnd(
			xml.replace(original, () => renamed(forge(original))),
			bare(original)
		);
	},
	'a forged assertion whose signature holds the signed one': (xml, forge) => {
		const original = assertionOf(xml);
		const signature = intoSignature(signatureOf(original), bare(original));
		return xml.replace(original, () =>
			renamed(forge(original)).replace(SIGNATURE, () => signature)
		);
	},
	'the signed one hidden in extensions': (xml, forge) => {
		const original = assertionOf(xml);
		return xml.replace(
			original,
			() => `<samlp:Extensions>${original}</samlp:Extensions>${renamed(forge(bare(original)))}`
		);
	},
	'the signed one in an object of its own signature': (xml, forge) => {
		const original = assertionOf(xml);
		const signature = intoSignature(signatureOf(original), original);
		return xml.replace(original, () => intoEnd(renamed(forge(bare(original))), signature));
	},
	'two of the same name': (xml, forge) => {
		const original = assertionOf(xml);
		return xml.replace(original, () => forge(original) + original);
	},
	'a forged one of the same name, the signed one hidden in its subject': (xml, forge) => {
		const original = assertionOf(xml);
		return xml.replace(original, () =>
			forge(original).replace('</saml:Subject>', (end) => bare(original) + end)
		);
	}
};

/** Of answers that are signed as a whole. */
export const OF_ANSWER: { [name: string]: Forgery } = {
	'a forged answer whose signature holds the signed one': (xml, forge) => {
		const signature = intoSignature(signatureOf(xml), bare(xml));
		return renamed(forge(xml)).replace(SIGNATURE, () => signature);
	},
	'a forged answer around the signed one': (xml, forge) => intoEnd(renamed(forge(bare(xml))), xml)
};
