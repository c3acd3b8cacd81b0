import { escaped } from '$lib/markup.ts';
import type { RequestEvent } from '@sveltejs/kit';

/** A municipality's name and colours may change meanwhile. */
const KEPT_MILLISECONDS = 60_000;
/** Where the page leaves room for what was typed. */
const TYPED = /<input[^>]*\bname="typed"[^>]*>/;

/** What is true of the page as it was drawn, and not with what was typed in it. */
const OF_ITS_LENGTH = new Set(['content-length', 'etag']);

/** As it is for everybody, and of nobody. */
type Page = { status: number; headers: [string, string][]; html: string };
const pages = new Map<string, { page: Promise<Page>; until: number }>();

/**
 * A page of ours that is drawn once for all and kept: whoever floods makes the server draw nothing.
 * @param path of which there are few: not as a stranger wrote it
 */
export async function pageAt(
	path: string,
	fetch: RequestEvent['fetch'],
	now = performance.now()
): Promise<Page> {
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

/** The page with what somebody typed, to be sent again. */
export const withTyped = (html: string, typed: URLSearchParams): string =>
	html.replace(TYPED, () =>
		[...typed]
			.map(
				([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`
			)
			.join('')
	);
