import type { Text } from './text.ts';

/** A plan's text in a language, or in Danish where the plan lacks that language. */
export const inLanguage = (text: Text, language: string): string => text[language] ?? text.da;
