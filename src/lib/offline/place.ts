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

/** The part of the app that a page belongs to, if it is one that a device keeps from the first visit on (`precache.ts`). */
export const sectionOf = (path: string): string | undefined =>
	/^\/[^/]+(?:\/[a-z]{2,3})?\/(mit-billede|tablet)(?:\/|$)/.exec(path)?.[1];
