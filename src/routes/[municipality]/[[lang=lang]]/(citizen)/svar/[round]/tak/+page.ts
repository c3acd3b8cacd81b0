import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params, setHeaders, url }) => {
	setHeaders({ 'cache-control': 'no-store' });
	const { handout, language } = await parent();
	const [w, o] = await Promise.all([
		loadMessages(language, 'thanks'),
		loadMessages(language, 'outbox')
	]);
	/** Known when the page was opened; else the outbox is asked. */
	const known = url.searchParams.has('sendt')
		? o.sent()
		: url.searchParams.has('foer')
			? o.alreadyCounted()
			: url.searchParams.has('modtaget') && o.quarantined();
	const round = handout.rounds.find(({ id }) => id === params.round);
	return { round, w, o, known, hasHelp: true };
};
