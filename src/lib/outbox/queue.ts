const TABLET = '/tablet';

/**
 * Where a tablet's envelopes wait: apart from those of the same browser's other pages, its worker's too. Those have no
 * grant, and what they sent of a tablet's would be refused for good.
 */
export const tabletQueue = (municipality: string): string => `${municipality}${TABLET}`;

export const isTablets = (queue: string): boolean => queue.endsWith(TABLET);

/** A queue is named by its municipality, or is its tablet's. */
export const municipalityOf = (queue: string): string =>
	isTablets(queue) ? queue.slice(0, -TABLET.length) : queue;
