import { building } from '$app/environment';
import { languageOf } from '$lib/i18n/messages.ts';
import { closeAll } from '$lib/server/core/database.ts';
import * as errorWords from '$lib/server/core/error-words.ts';
import * as handout from '$lib/server/handout.ts';
import * as municipality from '$lib/server/municipality.ts';
import {
	json,
	type Handle,
	type HandleFetch,
	type HandleServerError,
	type ServerInit
} from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';
import { guard } from './guard.ts';

const TURN_MINUTES = 10;

export const init: ServerInit = async () => {
	if (building) return;
	await municipality.start();
	const clock = setInterval(() => void municipality.start(), TURN_MINUTES * 60_000);
	clock.unref();
	process.once('sveltekit:shutdown', () => {
		clearInterval(clock);
		closeAll();
	});
};

/** The page's language and direction stand in its first line, for those who hear it or turn scripts off. */
const language: Handle = ({ event, resolve }) => {
	const { lang } = event.params;
	const { html, dir } = languageOf(lang);
	return resolve(event, {
		// The frame around every page is in the app's own code (src/build/pages.ts), and not asked for beside it.
		preload: ({ type, path }) => type !== 'font' && !/\/nodes\/[0-2]\./.test(path),
		...(lang && {
			transformPageChunk: (page) =>
				page.html.replace('<html lang="da" dir="ltr">', `<html lang="${html}" dir="${dir}">`)
		})
	});
};

export const handle = sequence(language, guard(municipality.find));

const HANDOUT = /^\/([^/]+)\/api\/v1\/handout\.json$/;

/** Every page begins with the handout, and the server has it at hand: no need to ask at its own front door. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
	const { origin, pathname, searchParams } = new URL(request.url);
	const slug = origin === event.url.origin && HANDOUT.exec(pathname)?.[1];
	const found = slug ? municipality.find(slug) : undefined;
	return found ? json(handout.current(found, searchParams.get('lang'))) : fetch(request);
};

/** One line per error: an id, where and what kind. Never what somebody wrote. */
export const handleError: HandleServerError = async ({ error, event, status }) => {
	if (status === 404)
		return { message: 'not-found', words: await errorWords.notFound(event.url.pathname) };
	const id = randomUUID();
	const kind = error instanceof Error ? error.name : typeof error;
	console.error(JSON.stringify({ error: id, route: event.route.id, status, kind }));
	return { message: 'unexpected', id, words: await errorWords.broken(event.url.pathname, id) };
};
