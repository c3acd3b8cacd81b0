const PUBLIC =
	/^(resultater|rapporter|maal|dine-rettigheder|was|mit-billede\/tal|svar\/[^/]+\/vent|igen)(\/|$)/;

/** Pages of the public, which the server alone has; `rest` is what stands behind the municipality and the language. */
export const isOfPublic = (rest: string): boolean => PUBLIC.test(rest);

/** Where the app began. It has no page of the public, so there it stands in for one that could not be had. */
const began = globalThis.location?.pathname;

/** An address that no page has, below the pages of everybody: staff's and the machines' have their own ways to say so. */
export const match = (rest: string): boolean =>
	!/^(intern|api)(\/|$)/.test(rest) &&
	(began === undefined || !isOfPublic(rest) || began.endsWith(`/${rest}`));
