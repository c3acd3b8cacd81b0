/** What may be said and done on a page behind the back of the person, by the id of its route. */
export type Place = {
	/** Nobody is in the middle of something here: the page may be loaded anew, and things may be said at its foot. */
	isCalm: boolean;
	/** The page itself says what became of the answer. */
	tellsOfSending: boolean;
};

const BUSY = /\/(k|svar\/\[round\]|mit-billede(\/.*)?)$/;

export const placeOf = (route: string): Place => ({
	isCalm: route.includes('/(public)/') || !BUSY.test(route),
	tellsOfSending: route.endsWith('/tak')
});

/** The parts of the app that a page belongs to and that a device keeps from the first visit to them on (`precache.ts`). */
export function sectionsOf(path: string, language: string): string[] {
	const section = /^\/[^/]+(?:\/[a-z]{2,3})?\/(mit-billede|tablet)(?:\/|$)/.exec(path)?.[1];
	return [section, language === 'da' ? undefined : languageSection(language)].filter(
		(each) => each !== undefined
	);
}

/** The words of a language: Danish alone is everybody's. */
export const languageSection = (language: string): string => `sprog-${language}`;
