import { isLanguage } from '$lib/i18n/messages.ts';

/** Danish has no segment of its own: `/stevns`, `/stevns/let`, `/stevns/en`. */
export const match = (segment: string): boolean => segment !== 'da' && isLanguage(segment);
