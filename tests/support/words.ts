import { readFileSync } from 'node:fs';
import type { Language } from '../../src/lib/i18n/messages.ts';
import type caseworker from '../../src/lib/i18n/messages/da/caseworker.json';
import type citizen from '../../src/lib/i18n/messages/da/citizen.json';
import type tablet from '../../src/lib/i18n/messages/da/tablet.json';

/** As on the tiles. The app's own list comes with a glob that only Vite understands. */
const read = <T>(language: Language, part: string): T =>
	JSON.parse(readFileSync(`src/lib/i18n/messages/${language}/${part}.json`, 'utf8')) as T;

/** What stands on the buttons of the tablet, as it is written for the app. */
export const wordsOf = (language: Language) => ({
	name: read<{ name: string }>(language, 'language').name,
	m: read<typeof citizen>(language, 'citizen'),
	t: read<typeof tablet>(language, 'tablet')
});

export const caseworkerWords = read<typeof caseworker>('da', 'caseworker');
