import type { Text } from '../i18n/wording.ts';

/** What plans say, in one language: by the Danish words, so that the same sentence in two plans is translated once. */
export type Dictionary = { readonly [danish: string]: string };

/**
 * A plan, a model or any other content with what it lacks of each language filled in from that language's dictionary. A text
 * that has its own translation keeps it; one whose Danish words have changed is no longer translated.
 * @param dictionaries by language code
 */
export function translated<T>(
	content: T,
	dictionaries: { readonly [code: string]: Dictionary }
): T {
	if (typeof content !== 'object' || content === null) return content;
	if (Array.isArray(content)) return content.map((each) => translated(each, dictionaries)) as T;
	if (isText(content)) {
		const { da } = content;
		const added = Object.entries(dictionaries).flatMap(([code, words]) => {
			const text = content[code] ?? words[da];
			return text === undefined ? [] : [[code, text] as const];
		});
		return { ...content, ...Object.fromEntries(added) };
	}
	return Object.fromEntries(
		Object.entries(content).map(([key, value]) => [key, translated(value, dictionaries)])
	) as T;
}

/** The Danish of every text in some content, once each, in the order of the content. */
export function danishOf(content: unknown): string[] {
	const found = new Set<string>();
	const walk = (value: unknown): void => {
		if (typeof value !== 'object' || value === null) return;
		if (!Array.isArray(value) && isText(value)) return void found.add(value.da);
		Object.values(value).forEach(walk);
	};
	walk(content);
	return [...found];
}

const isText = (value: object): value is Text => 'da' in value && typeof value.da === 'string';
