import { load as loadMessages } from '$lib/i18n/messages.ts';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async () => ({ p: await loadMessages('da', 'plan') });
