import type { HandleClientError } from '@sveltejs/kit';

/** Each browser, and Vite, has its own words for a document, code or style that could not be fetched. */
const UNREACHED = /fetch|network|load failed|imported module|module script|unable to preload/i;

export const handleError: HandleClientError = ({ error }) => ({
	message: error instanceof Error && UNREACHED.test(error.message) ? 'offline' : 'unexpected'
});
