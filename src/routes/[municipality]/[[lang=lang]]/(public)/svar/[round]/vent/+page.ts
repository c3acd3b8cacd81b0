import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ parent, params }) => {
	const { language } = await parent();
	const [t, citizen] = await Promise.all([
		loadMessages(language, 'trouble'),
		loadMessages(language, 'citizen')
	]);
	return { t, send: citizen.form.send, round: params.round };
};
