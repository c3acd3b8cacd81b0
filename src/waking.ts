import { building } from '$app/environment';
import type { Handle } from '@sveltejs/kit';

/** As the framework writes the page's beginning: both files, and then the start. */
const BEGINNING =
	/Promise\.all\(\[(\s*import\("[^"]+"\),\s*import\("[^"]+"\)\s*)\]\)\.then\(\(\[kit, app\]\)/;
/** Where nothing is painted, as in a tab behind the others, it wakes all the same. */
const PATIENCE_MILLISECONDS = 400;

/** The page is seen first and wakes then: its code is fetched meanwhile, and is not run where it would hold up the paint. */
export const afterPaint = (html: string): string =>
	html.replace(
		BEGINNING,
		(_, files: string) =>
			`new Promise((painted) => {requestAnimationFrame(() => setTimeout(painted));setTimeout(painted, ${PATIENCE_MILLISECONDS});}).then(() => Promise.all([${files}])).then(([kit, app])`
	);

/**
 * Not what the build draws: the shell that opens without network has nothing to paint first, and its policy lets a script run by
 * the hash of its words.
 */
export const waking: Handle = ({ event, resolve }) =>
	building
		? resolve(event)
		: resolve(event, { transformPageChunk: ({ html }) => afterPaint(html) });
