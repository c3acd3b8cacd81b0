import type { Handle } from '@sveltejs/kit';

const THANKS = '/[municipality]/[[lang=lang]]/(citizen)/svar/[round]/tak';

/**
 * What the address of the thanks says is true for whoever was led there by sending. Who comes by an address that was copied,
 * typed or kept has sent nothing here: they get the page without it.
 */
export const thanked: Handle = ({ event, resolve }) => {
	const { route, request, url } = event;
	const from = request.headers.get('sec-fetch-site');
	// A page that is loaded again asks past the browser's own copy.
	const isAgain = request.headers.has('cache-control');
	const isLed = isAgain || (from !== 'none' && from !== 'cross-site');
	if (route.id !== THANKS || isLed || !url.search) return resolve(event);
	const headers = { location: url.pathname, 'cache-control': 'no-store' };
	return new Response(null, { status: 307, headers });
};
