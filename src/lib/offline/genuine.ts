import type { WorkboxPlugin } from 'workbox-core/types.js';

const TYPES: [RegExp, RegExp][] = [
	[/\.js$/, /^text\/javascript/],
	[/\.css$/, /^text\/css/],
	[/\.svg$/, /^image\/svg/],
	[/\.png$/, /^image\/png/],
	[/\.json$/, /^application\/json/],
	[/\/[\w-]+$/, /^text\/html/]
];

/**
 * Whether a reply is ours and of the kind that its address promises. A captive portal answers everything with 200 and a
 * page of its own; laid in the cache as code, it would be served until the next release.
 */
export function isGenuine(path: string, { ok, redirected, headers }: Response): boolean {
	const type = headers.get('content-type') ?? '';
	const isPromised = TYPES.some(([address, promised]) => address.test(path) && promised.test(type));
	return ok && !redirected && isPromised && isOurs({ headers });
}

/** Every reply of our own server says it, its refusals too, and hardly a portal's or a proxy's. */
export const isOurs = ({ headers }: Pick<Response, 'headers'>): boolean =>
	headers.get('x-content-type-options') === 'nosniff';

/** For the precache: one reply that is not ours, and the whole version waits for a better network. */
export const onlyGenuine: WorkboxPlugin = {
	cacheWillUpdate: async ({ request, response }) =>
		isGenuine(new URL(request.url).pathname, response) ? response : null
};
