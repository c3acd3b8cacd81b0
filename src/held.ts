import type { Handle } from '@sveltejs/kit';
import { pageAt, withTyped } from './drawn-once.ts';

/** An answer that has to wait is told so on a page that carries what was typed, to be sent again or looked at. */
export const heldOff: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { held } = event.locals;
	if (!held) return response;
	const { municipality, lang, round } = event.params;
	// Of one round in one language.
	const path = ['', municipality, ...(lang === undefined ? [] : [lang]), 'svar', round, 'vent'];
	const { status, headers, html } = await pageAt(path.join('/'), event.fetch);
	const all = new Headers(headers);
	const isDrawn = status === 200;
	if (isDrawn) all.set('retry-after', `${held.wait}`);
	return new Response(isDrawn ? withTyped(html, held.typed) : html, {
		status: isDrawn ? 429 : status,
		headers: all
	});
};
