import { codePage } from '$lib/survey/link.ts';
import type { Reroute } from '@sveltejs/kit';

/** A link to the code page that was mangled on its way leads there all the same, and asks the server no second time. */
export const reroute: Reroute = ({ url }) => codePage(url);
