import type { Plan } from './plan.ts';
import { PARTS, type Part } from './parts.ts';

export type Missing = { path: (string | number)[]; language: string };

/** Every text that lacks one of the languages, wherever in a value it stands. */
export const missing = (value: unknown, languages: readonly string[]): Missing[] =>
	textsIn(value, []).flatMap(({ path, text }) =>
		languages.filter((language) => !text[language]).map((language) => ({ path, language }))
	);

/** How many texts a part has, and how many of them each of the plan's languages lacks. */
export type Completeness = { texts: number; lacking: { [language: string]: number } };

export function completeness(plan: Plan, part: Part): Completeness {
	const value = PARTS[part].map((key) => plan[key]);
	const gaps = missing(value, plan.languages);
	return {
		texts: textsIn(value, []).length,
		lacking: Object.fromEntries(
			plan.languages.map((each) => [each, gaps.filter(({ language }) => language === each).length])
		)
	};
}

/**
 * The plan's languages that a citizen meets no hole in: all that is shown beside the questionnaires, and what is asked.
 * A questionnaire that nobody is asked yet may be half translated.
 * @param shown what else a citizen sees: the questionnaires in the field, the picture's model
 */
export function wholeLanguages(plan: Plan, shown: readonly unknown[]): string[] {
	const { questionnaires: _, ...beside } = plan;
	const lacking = new Set(missing([beside, ...shown], plan.languages).map((each) => each.language));
	return plan.languages.filter((language) => !lacking.has(language));
}

type Found = { path: (string | number)[]; text: { [key: string]: unknown } };

/** A text is an object with Danish in it. */
function textsIn(value: unknown, path: (string | number)[]): Found[] {
	if (typeof value !== 'object' || value === null) return [];
	if (Array.isArray(value)) return value.flatMap((inner, at) => textsIn(inner, [...path, at]));
	const text = { ...value };
	if ('da' in text) return [{ path, text }];
	return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]));
}
