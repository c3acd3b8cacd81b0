import { page } from '$app/state';
import { isLanguage, load } from '$lib/i18n/messages.ts';
import { isTouched } from '$lib/touched.ts';
import type { ClientInit, HandleClientError } from '@sveltejs/kit';

/** Each browser, and Vite, has its own words for a document, code or style that could not be fetched. */
const UNREACHED = /fetch|network|load failed|imported module|module script|unable to preload/i;

/**
 * A form to answer in is never lost to our own code: where it throws while the page comes to life, as in a browser that lacks
 * something, the framework has emptied the page, and what the server drew is put back. Its plain form works.
 */
export const init: ClientInit = () => {
	if (!document.forms.namedItem('survey')) return;
	const drawn = document.body.cloneNode(true);
	const { pathname } = location;
	const putBack = () => {
		if (location.pathname !== pathname || document.querySelector('main')) return;
		document.body.replaceWith(drawn);
	};
	for (const trouble of ['unhandledrejection', 'error']) addEventListener(trouble, putBack);
};

/**
 * Answers at once: SvelteKit keeps a failed preload for as long as this takes, and a click in that time opens it, blank.
 * The words come when they are here.
 */
export const handleError: HandleClientError = ({ error, event, status }) => {
	const isOffline = error instanceof Error && UNREACHED.test(error.message);
	if (status !== 404 && isStill()) return stays(isOffline);
	const kind = isOffline ? 'offline' : status === 404 ? 'not-found' : 'unexpected';
	return { message: kind, words: wordsFor(event.url, kind) };
};

async function wordsFor(
	{ pathname }: URL,
	kind: 'offline' | 'not-found' | 'unexpected'
): Promise<App.ErrorWords | undefined> {
	const language = pathname.split('/')[2] ?? '';
	const m = await load(isLanguage(language) ? language : 'da', 'site').catch(() => undefined);
	if (!m) return undefined;
	const [title, text] = {
		offline: [m.offlineTitle, m.offline] as const,
		'not-found': [m.notFoundTitle, m.notFound] as const,
		unexpected: [m.brokenTitle, m.broken] as const
	}[kind];
	return { title: title(), text: text(), toFront: m.toFront() };
}

/** Whether the page stands as the server drew it, and has not come to life. */
const isStill = (): boolean => page.status < 0 && document.querySelector('main') !== null;

/**
 * Never comes back: an error page would take the place of a page that can be read, and of what was typed in it. Its plain
 * forms work, whether there was no network or a browser that does not understand our code. Without network it is tried again
 * when that returns, unless somebody has begun to write.
 */
function stays(isOffline: boolean): Promise<never> {
	if (isOffline) {
		addEventListener('online', () => {
			if (!isTouched(document)) location.reload();
		});
	}
	return new Promise(() => {});
}
