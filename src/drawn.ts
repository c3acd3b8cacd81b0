import { building } from '$app/environment';
import { languageOf } from '$lib/i18n/messages.ts';
import { inLanguage } from '$lib/i18n/wording.ts';
import { headOf, withColours } from '$lib/look/head.ts';
import { troubleOf } from '$lib/server/core/trouble.ts';
import * as look from '$lib/server/look/look.ts';
import type { Municipality } from '$lib/server/municipality.ts';
import { isStaffRoute } from '$lib/server/staff/access/access.ts';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import { afterPaint } from './waking.ts';

/** Painted once, when what the page is about is there: half a page first costs a slow phone as much as the whole. */
const WHOLE = '<link rel="expect" href="#main" blocking="render">';

type Find = (slug: string) => Municipality | undefined;

/**
 * What the server writes into a page that has been drawn, and no script of the page knows of. Head and end are changed by
 * themselves: a page is a long text, and each change of it whole makes another one.
 */
export const drawn =
	(find: Find): Handle =>
	async ({ event, resolve }) => {
		const response = await resolve(event, {
			// The frame around every page is in the app's own code (src/build/pages.ts), and not asked for beside it.
			preload: ({ type, path }) => type !== 'font' && !/\/nodes\/[0-2]\./.test(path),
			transformPageChunk: ({ html }) => {
				// The shell that opens without network has nothing to paint, and its policy lets a script run by the hash of its words.
				if (building) return html;
				const end = html.indexOf('</head>');
				if (end < 0) return afterPaint(html);
				const head = dressed(inItsLanguage(html.slice(0, end), event), event, find);
				return head.replace('<head>', `<head>${WHOLE}`) + afterPaint(html.slice(end));
			}
		});
		lighten(response.headers);
		return response;
	};

/** What the framework says of a page that no browser of today asks for, and a first visit pays for. */
function lighten(headers: Headers): void {
	if (!headers.get('content-type')?.startsWith('text/html')) return;
	headers.delete('x-sveltekit-page');
	const link = headers.get('link');
	if (link !== null)
		headers.set('link', link.replaceAll('; rel="modulepreload"; nopush', ';rel=modulepreload'));
	// Nobody keeps the page, so nobody asks whether it is still the same.
	if (headers.get('cache-control')?.includes('no-store')) headers.delete('etag');
}

/** The page's language and direction stand in its first line, for those who hear it or turn scripts off. */
function inItsLanguage(head: string, { params: { lang } }: RequestEvent): string {
	if (lang === undefined) return head;
	const { html, dir } = languageOf(lang);
	return head.replace('<html lang="da" dir="ltr">', `<html lang="${html}" dir="${dir}">`);
}

/** A municipality's own colours in every page of its, and in citizens' pages what others are told who get a link to them. */
function dressed(head: string, event: RequestEvent, find: Find): string {
	const place = placeOf(event, find);
	if (!place) return head;
	const { lang } = event.params;
	const { accent, colours } = look.read(place.db);
	const coloured = look.isOwn(place.db) ? withColours(head, colours) : head;
	const isStaffs = isStaffRoute(event.route.id);
	return headOf(coloured, {
		accent,
		...(!isStaffs && {
			told: {
				site: place.plan.name,
				about: inLanguage(place.plan.question, lang ?? 'da'),
				picture: `${event.url.origin}/${place.plan.municipality}/billede.png`,
				language: languageOf(lang).html
			}
		})
	});
}

function placeOf({ params: { municipality } }: RequestEvent, find: Find): Municipality | undefined {
	try {
		return municipality === undefined ? undefined : find(municipality);
	} catch (problem) {
		if (!troubleOf(problem)) throw problem;
		// Said by the page itself.
		return undefined;
	}
}
