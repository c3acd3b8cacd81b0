import { load as loadMessages } from '$lib/i18n/messages.ts';
import { SAID_NO } from '$lib/unsent/arrival.ts';
import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** As the layout of the public says it, which is not around this page: it stands where no municipality may answer. */
export const csr = false;

/** Drawn for those alone whose form was not taken (`src/sent-back.ts`): who comes by its address is led to the front. */
export const load: PageServerLoad = async ({
	isSubRequest,
	params: { municipality, lang },
	url
}) => {
	const front = lang === undefined ? `/${municipality}` : `/${municipality}/${lang}`;
	if (!isSubRequest) redirect(307, front);
	const m = await loadMessages(lang ?? 'da', 'site');
	const is = (what: string) => url.searchParams.has(what);
	const isStranger = is('fremmed');
	return {
		title: isStranger ? m.notOursTitle() : is('lukket') ? m.awayTitle() : m.brokenTitle(),
		text: isStranger ? m.notOurs() : m.typed(),
		again: isStranger ? undefined : m.again(),
		toPage: m.toPage(),
		// What staff typed lies in their browser still, and is put back.
		page: is('intern') ? `?${SAID_NO}` : '?',
		toFront: m.toFront(),
		front: is('lukket') || municipality === '-' ? '/' : is('intern') ? `${front}/intern` : front
	};
};
