import { isLanguage, load } from '$lib/i18n/messages.ts';
import type { HandleClientError } from '@sveltejs/kit';

/** Each browser, and Vite, has its own words for a document, code or style that could not be fetched. */
const UNREACHED = /fetch|network|load failed|imported module|module script|unable to preload/i;

export const handleError: HandleClientError = async ({ error, event }) => {
	const isOffline = error instanceof Error && UNREACHED.test(error.message);
	const language = event.url.pathname.split('/')[2] ?? '';
	const m = await load(isLanguage(language) ? language : 'da', 'house').catch(() => undefined);
	return {
		message: isOffline ? 'offline' : 'unexpected',
		words: m && {
			title: isOffline ? m.offlineTitle() : m.brokenTitle(),
			text: isOffline ? m.offline() : m.broken(),
			toFront: m.toFront()
		}
	};
};
