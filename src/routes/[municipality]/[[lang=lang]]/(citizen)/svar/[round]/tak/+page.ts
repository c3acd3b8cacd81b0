import { load as loadMessages } from '$lib/i18n/messages.ts';
import { stateOf } from '$lib/survey/form/state.ts';
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
	/** It was kept on this device. What became of it only its own acknowledgement tells, in whatever tab that comes. */
	const isKept = url.searchParams.has('gemt');
	const round = handout.rounds.find(({ id }) => id === params.round);
	return {
		round,
		w,
		o,
		known,
		/** By sending; else by an address alone. */
		isLed: known !== false || isKept,
		isOpen: round !== undefined && stateOf(round, handout.today) === 'open',
		hasHelp: true
	};
};
