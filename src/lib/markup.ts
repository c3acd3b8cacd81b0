const ENTITIES: { [sign: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;'
};

/** A text as it stands in markup, in an attribute too. */
export const escaped = (text: string): string =>
	text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');
