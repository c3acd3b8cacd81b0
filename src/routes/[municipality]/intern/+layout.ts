import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ data }) => ({
	...data,
	m: await loadMessages('da', 'staff'),
	d: await loadMessages('da', 'desk'),
	i: await loadMessages('da', 'interviews')
});
