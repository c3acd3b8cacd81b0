import { standing } from '$lib/server/operation/metrics.ts';
import type { RequestHandler } from './$types';

/** That it has somebody to answer for: a proxy sends nobody to one that has not. Which, only the operator's own port says. */
export const GET: RequestHandler = () => {
	const isReady = standing().some(({ state }) => state === 'serving');
	return new Response(isReady ? 'ready\n' : 'not ready\n', {
		status: isReady ? 200 : 503,
		headers: { 'cache-control': 'no-store' }
	});
};
