import { decoded, meantBy } from '$lib/address.ts';
import type { Handle } from '@sveltejs/kit';

/** No address of ours ends so, and a page would take it for a name that it does not know. */
const OF_THE_SENTENCE = /[\s.,;:!?…"'()<>[\]«»“”‘’*]$|\/\//;

/** An address as people type it leads to the page that they meant, where there is one of ours. */
export const mistyped =
	(places: () => Parameters<typeof meantBy>[1]): Handle =>
	async ({ event, resolve }) => {
		const { request, url } = event;
		// A page that asks for its own data is told that there is none, and then led on itself.
		const isPage = !event.isDataRequest && !event.isSubRequest;
		const isAskedFor = isPage && ['GET', 'HEAD'].includes(request.method);
		const isOdd = isAskedFor && OF_THE_SENTENCE.test(decoded(url.pathname));
		const response = isOdd ? undefined : await resolve(event);
		// What cannot be read as an address at all is a 400.
		if (response && !(isAskedFor && [400, 404].includes(response.status))) return response;
		const meant = meantBy(url.pathname, places());
		if (meant === undefined) return response ?? resolve(event);
		// Not for good: nobody's browser is to remember a mistake.
		const headers = { location: meant + url.search, 'cache-control': 'no-store' };
		return new Response(null, { status: 307, headers });
	};
