import * as condition from '$lib/server/condition.ts';
import * as errorWords from '$lib/server/core/error-words.ts';
import { troubleOf } from '$lib/server/core/trouble.ts';
import { json, type Handle } from '@sveltejs/kit';

const AGAIN_SECONDS = '30';
const HEADERS = { 'retry-after': AGAIN_SECONDS, 'cache-control': 'no-store' };

/** What is wrong with one municipality's files is no fault of who asks: 503, in words, and as JSON where a program asks. */
export const away: Handle = async ({ event, resolve }) => {
	const response = await answered({ event, resolve });
	if (!event.locals.trouble || response.status < 500) return response;
	if (isForPrograms(event.route.id)) return unavailable(event.url.pathname);
	const headers = new Headers(response.headers);
	for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
	return new Response(response.body, { status: 503, headers });
};

/** What is found at the door (`guard`) is said by the page, which knows how. */
async function answered({ event, resolve }: Parameters<Handle>[0]): Promise<Response> {
	try {
		return await resolve(event);
	} catch (problem) {
		event.locals.trouble = troubleOf(problem);
		if (!event.locals.trouble) throw problem;
		// Its turn looks whether that will last, and says so in the log.
		condition.suspect(event.params.municipality ?? '');
		return resolve(event);
	}
}

/** For whoever asks by a program; a page that was made of it has its words from it. */
export const unavailable = async (path: string): Promise<Response> =>
	json(
		{
			oejenhoejde: 1,
			error: 'unavailable',
			message: 'unavailable',
			words: await errorWords.away(path)
		},
		{ status: 503, headers: HEADERS }
	);

const isForPrograms = (route: string | null): boolean =>
	/^\/\[municipality\]\/(api\/|manifest)/.test(route ?? '');
