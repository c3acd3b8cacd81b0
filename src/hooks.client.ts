import { page } from '$app/state';
import { isLanguage, load } from '$lib/i18n/messages.ts';
import { isTouched } from '$lib/ui/touched.ts';
import type { HandleClientError } from '@sveltejs/kit';

/** Each browser, and Vite, has its own words for a document, code or style that could not be fetched. */
const UNREACHED = /fetch|network|load failed|imported module|module script|unable to preload/i;

/**
 * Answers at once: SvelteKit keeps a failed preload for as long as this takes, and a click in that time opens it, blank.
 * The words come when they are here.
 */
export const handleError: HandleClientError = ({ error, event }) => {
	const isOffline = error instanceof Error && UNREACHED.test(error.message);
	if (isOffline && isStill()) return returned();
	return {
		message: isOffline ? 'offline' : 'unexpected',
		words: wordsFor(event.url, isOffline)
	};
};

async function wordsFor(
	{ pathname }: URL,
	isOffline: boolean
): Promise<App.ErrorWords | undefined> {
	const language = pathname.split('/')[2] ?? '';
	const m = await load(isLanguage(language) ? language : 'da', 'site').catch(() => undefined);
	return (
		m && {
			title: isOffline ? m.offlineTitle() : m.brokenTitle(),
			text: isOffline ? m.offline() : m.broken(),
			toFront: m.toFront()
		}
	);
}

/** Whether the page stands as the server drew it, and has not come to life. */
const isStill = (): boolean => page.status < 0 && document.querySelector('main') !== null;

/**
 * Never comes back: an error page would take the place of a page that can be read, and of what was typed in it. Its plain
 * forms work. It is tried again when the network returns, unless somebody has begun to write.
 */
function returned(): Promise<never> {
	addEventListener('online', () => {
		if (!isTouched(document)) location.reload();
	});
	return new Promise(() => {});
}
