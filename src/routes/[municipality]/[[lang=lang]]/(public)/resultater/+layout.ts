import { load as loadMessages } from '$lib/i18n/messages.ts';
import { voiceOf } from '$lib/results/voice.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ parent, data }) => {
	const { language } = await parent();
	return { ...data, voice: voiceOf(await loadMessages(language, 'results'), language) };
};
