import { building } from '$app/environment';
import * as clock from '$lib/server/clock.ts';
import * as condition from '$lib/server/condition.ts';
import * as configuration from '$lib/server/configuration.ts';
import { closeAll } from '$lib/server/core/database.ts';
import * as environment from '$lib/server/core/environment.ts';
import * as errorWords from '$lib/server/core/error-words.ts';
import { networkOf } from '$lib/server/core/limits/network.ts';
import * as proxy from '$lib/server/core/limits/proxy.ts';
import { inTurn } from '$lib/server/core/limits/turns.ts';
import { logError } from '$lib/server/core/log.ts';
import * as memory from '$lib/server/core/memory.ts';
import { isAway, troubleOf } from '$lib/server/core/trouble.ts';
import * as handout from '$lib/server/handout.ts';
import * as metrics from '$lib/server/operation/metrics.ts';
import * as sideDoor from '$lib/server/operation/side-door.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as plans from '$lib/server/plan/plans.ts';
import {
	error,
	json,
	type Handle,
	type HandleFetch,
	type HandleServerError,
	type ServerInit
} from '@sveltejs/kit';
import { sequence } from '@sveltejs/kit/hooks';
import { randomUUID } from 'node:crypto';
import { away, unavailable } from './away.ts';
import { drawn } from './drawn.ts';
import { readable } from './forms.ts';
import { guard, ownForms } from './guard.ts';
import { heldOff } from './held.ts';
import { mistyped } from './mistyped.ts';
import { sentBack } from './sent-back.ts';
import { thanked } from './thanked.ts';

export const init: ServerInit = async () => {
	if (building) return;
	configuration.judge();
	environment.fix();
	memory.begin();
	const close = await sideDoor.open();
	const stop = await clock.start();
	process.once('sveltekit:shutdown', () => {
		close?.();
		stop();
		closeAll();
	});
};

/** What a proxy asks every few seconds: a late answer would take the server out of its list. */
const PROBES = new Set(['/health', '/ready']);

/** How long it took, for the operator's metrics. */
const measured: Handle = async ({ event, resolve }) => {
	const began = performance.now();
	if (!building) proxy.watch(event);
	const response = await resolve(event);
	const part = metrics.partOf(event.route.id, event.request.method);
	metrics.observe(part, response.status, (performance.now() - began) / 1000);
	return response;
};

/** Whoever sends without end waits for themselves. What a page asks of the server itself is part of its turn. */
const inItsTurn: Handle = async ({ event, resolve }) => {
	const isAtOnce = building || event.isSubRequest || PROBES.has(event.route.id ?? '');
	return isAtOnce ? resolve(event) : inTurn(networkOf(event), async () => resolve(event));
};

/** A page puts the name of its place into addresses of its own: `%2fhost` is a name there too, and never another site. */
const asOneName: Handle = ({ event, resolve }) => {
	const { municipality: name } = event.params;
	if (name !== undefined) event.params.municipality = encodeURIComponent(name);
	return resolve(event);
};

export const handle = sequence(
	measured,
	asOneName,
	inItsTurn,
	sentBack,
	ownForms,
	readable,
	away,
	heldOff,
	drawn(municipality.find),
	mistyped(plans.all),
	thanked,
	guard(municipality.find)
);

const HANDOUT = /^\/([^/]+)\/api\/v1\/handout\.json$/;

/** Every page begins with the handout, and the server has it at hand: no need to ask at its own front door. */
export const handleFetch: HandleFetch = ({ event, request, fetch }) => {
	const { origin, pathname, searchParams } = new URL(request.url);
	// No page of ours has anything to ask another site.
	if (origin !== event.url.origin) error(404);
	const slug = HANDOUT.exec(pathname)?.[1];
	try {
		const found = slug ? municipality.find(slug) : undefined;
		return found ? json(handout.current(found, searchParams.get('lang'))) : fetch(request);
	} catch (problem) {
		event.locals.trouble = troubleOf(problem);
		if (!event.locals.trouble) throw problem;
		if (slug) condition.suspect(slug);
		return unavailable(event.url.pathname);
	}
};

/** One line per error: an id, where and what kind. Never what somebody wrote. */
export const handleError: HandleServerError = async ({ error, event, status }) => {
	if (status === 404)
		return { message: 'not-found', words: await errorWords.notFound(event.url.pathname) };
	// Refused by the framework: a form where there is none, a method that is not taken. No log is strangers' to fill.
	if (status < 500)
		return { message: 'refused', words: await errorWords.refused(event.url.pathname) };
	event.locals.failed = true;
	const trouble = troubleOf(error);
	const route = event.route.id;
	if (!trouble || !isAway(trouble)) metrics.countError(trouble?.kind ?? 'unexpected');
	if (trouble) {
		event.locals.trouble = trouble;
		const slug = event.params.municipality ?? '';
		const isKnown = isAway(trouble) || condition.of(slug).state === 'broken';
		const said = isKnown ? undefined : condition.say(slug, trouble, { problem: error, route });
		const id = said ?? randomUUID();
		// Who holds a file takes nothing out of it: there is nothing to look through.
		if (trouble.kind !== 'busy') condition.suspect(slug);
		return { message: 'unavailable', id, words: await errorWords.away(event.url.pathname) };
	}
	const id = logError('request', error, { route, status });
	return { message: 'unexpected', id, words: await errorWords.broken(event.url.pathname, id) };
};
