import type { Language, Messages } from '$lib/i18n/messages.ts';

/** All that is said to a citizen on the tablet, in one language. */
export type Words = { language: Language; m: Messages<'citizen'>; t: Messages<'tablet'> };
