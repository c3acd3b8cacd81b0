import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { JourneyModel } from '$lib/journey/model.ts';
import { error } from '@sveltejs/kit';
import type { LayoutLoad } from './$types';
import { modelAddress } from './notebook.ts';

export const load: LayoutLoad = async ({ fetch, params, parent }) => {
	const { language, dir, home } = await parent();
	const [reply, words] = await Promise.all([
		fetch(modelAddress(params.municipality, language)),
		loadMessages(language, 'journey')
	]);
	if (!reply.ok) error(reply.status);
	const model: JourneyModel = await reply.json();
	return { model, locale: { model, language, dir, m: words }, root: `${home}/mit-billede` };
};
