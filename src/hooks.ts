import type { Reroute } from '@sveltejs/kit';

/** The code page's address with anything behind it. Few links are mangled: what mends them is fetched for those alone. */
const MAY_BE_MANGLED = /^\/[^/]+(\/[a-z]{2,3})?\/k([^a-z]|$)/i;

/** A link to the code page that was mangled on its way leads there all the same, and asks the server no second time. */
export const reroute: Reroute = async ({ url }) => {
	if (!MAY_BE_MANGLED.test(url.pathname)) return undefined;
	const { codePage } = await import('$lib/survey/link.ts');
	return codePage(url);
};
