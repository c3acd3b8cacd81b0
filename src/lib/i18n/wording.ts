/**
 * A citizen-facing text of a plan, by language code. Danish is always there; `let` is easy Danish.
 * Languages a text lacks fall back to Danish (`inLanguage`), and `npm run validate` lists them.
 */
export type Text = { da: string; [language: string]: string };

/**
 * The same content with its texts in one language alone: a citizen's page carries no more. Where a language lacks a text it is in
 * Danish, and `both` keeps the Danish beside the other.
 */
export function onlyIn<T>(content: T, language: string, both = true): T {
	if (typeof content !== 'object' || content === null) return content;
	if (Array.isArray(content)) return content.map((each) => onlyIn(each, language, both)) as T;
	if ('da' in content && typeof content.da === 'string') {
		const { da, [language as 'da']: own } = content as Text;
		if (own === undefined) return { da } as T;
		return { ...(both && { da }), [language]: own } as T;
	}
	return Object.fromEntries(
		Object.entries(content).map(([key, value]) => [key, onlyIn(value, language, both)])
	) as T;
}

/** A number, an address or a Danish word in a sentence from right to left: it keeps its own order, and moves no other. */
export const isolated = (text: string, dir: 'ltr' | 'rtl'): string =>
	dir === 'rtl' ? `\u2068${text}\u2069` : text;

/** A plan's text in a language, or in Danish where the plan lacks that language. */
export const inLanguage = (text: Text, language: string): string => text[language] ?? text.da;
