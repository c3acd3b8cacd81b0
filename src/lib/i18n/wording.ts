/**
 * A citizen-facing text of a plan, by language code. Danish is always there; `let` is easy Danish.
 * Languages a text lacks fall back to Danish (`inLanguage`), and `npm run validate` lists them.
 */
export type Text = { da: string; [language: string]: string };

/** A plan's text in a language, or in Danish where the plan lacks that language. */
export const inLanguage = (text: Text, language: string): string => text[language] ?? text.da;
