import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Drawn for those alone whose answer has to wait (`src/held.ts`): who comes by its address is led to the form. */
export const load: PageServerLoad = ({ isSubRequest, url }) => {
	if (!isSubRequest) redirect(307, url.pathname.replace(/\/vent\/?$/, ''));
};
