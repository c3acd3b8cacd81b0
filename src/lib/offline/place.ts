/** What the device may do and say on a page, by the id of its route. */
export type Place = {
	/** Nobody is in the middle of something here: the page may be loaded anew, and things may be said. */
	isCalm: boolean;
	/** A part of the app that is kept on the device from the first visit on (`precache.ts`). */
	section: string | undefined;
	/** A tablet sends with a grant of its own, and speaks for itself. */
	isTablet: boolean;
	/** The page itself says what became of the answer. */
	tellsOfSending: boolean;
};

const BUSY = /\/(k|svar\/\[round\]|mit-billede(\/.*)?|tablet(\/.*)?)$/;

export const placeOf = (route: string): Place => {
	const section = /\/(mit-billede|tablet)(\/|$)/.exec(route)?.[1];
	return {
		isCalm: !BUSY.test(route),
		section: route.includes('/(public)/') ? undefined : section,
		isTablet: section === 'tablet',
		tellsOfSending: route.endsWith('/tak')
	};
};
