import { escaped } from '$lib/markup.ts';
import type { Handle, RequestEvent } from '@sveltejs/kit';

/** A municipality's name and colours may change meanwhile. */
const KEPT_MILLISECONDS = 60_000;
/** Where the page leaves room for what was typed. */
const TYPED = /<input[^>]*\bname="typed"[^>]*>/;

/** What is true of the page as it was drawn, and not with what was typed in it. */
const OF_ITS_LENGTH = new Set(['content-length', 'etag']);

/** Of one round in one language, and of nobody: whoever is held off gets it with what they typed. */
type Page = { status: number; headers: [string, string][]; html: string };
const pages = new Map<string, { page: Promise<Page>; until: number }>();

/**
 * An answer that has to wait is told so on a page that is drawn once for all and kept: whoever floods makes the server draw
 * nothing. It carries what was typed, to be sent again or looked at.
 */
export const heldOff: Handle = async ({ event, resolve }) => {
	const response = await resolve(event);
	const { held } = event.locals;
	if (!held) return response;
	const { status, headers, html } = await pageFor(event);
	const all = new Headers(headers);
	const isDrawn = status === 200;
	if (isDrawn) all.set('retry-after', `${held.wait}`);
	return new Response(isDrawn ? html.replace(TYPED, () => inputs(held.typed)) : html, {
		status: isDrawn ? 429 : status,
		headers: all
	});
};

async function pageFor({ params, fetch }: RequestEvent, now = performance.now()): Promise<Page> {
	const { municipality, lang, round } = params;
	const path = [
		'',
		municipality,
		...(lang === undefined ? [] : [lang]),
		'svar',
		round,
		'vent'
	].join('/');
	const known = pages.get(path);
	if (known && now < known.until) return known.page;
	const page = draw(path, fetch);
	pages.set(path, { page, until: now + KEPT_MILLISECONDS });
	const forget = () => void pages.delete(path);
	// What could not be drawn is said, and tried again.
	page.then(({ status }) => status === 200 || forget(), forget);
	return page;
}

async function draw(path: string, fetch: RequestEvent['fetch']): Promise<Page> {
	const reply = await fetch(path, { credentials: 'omit', headers: { accept: 'text/html' } });
	const headers = [...reply.headers].filter(([name]) => !OF_ITS_LENGTH.has(name));
	return { status: reply.status, headers, html: await reply.text() };
}

const inputs = (typed: URLSearchParams): string =>
	[...typed]
		.map(
			([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`
		)
		.join('');
