import type { Words } from './arguments.d.ts';
import type { Frame } from './frame.ts';

/** What `messages/<code>/language.json` says of a language. */
export type LanguageInfo = {
	/** As those who speak it call it. */
	name: string;
	/** The tag for `lang`, for Intl and for voices: easy Danish is Danish to a browser. */
	html: string;
	/** The tag for Intl, where it says more: whose dates, which calendar, which digits. Codes and telephone numbers have ours. */
	intl?: string;
	dir: 'ltr' | 'rtl';
	/** Whose plural rules its messages are written by. */
	plurals: string;
	madeBy: string;
	/** Whether somebody who speaks it has been through it. Until then it is a draft, and every page says so. */
	reviewed: boolean;
	/** A pseudo-language for tests of right-to-left layout; no municipality offers it. */
	test?: true;
};

const infos = import.meta.glob<LanguageInfo>('./messages/*/language.json', {
	eager: true,
	import: 'default'
});

/**
 * Every language that has a folder, by its code as it stands in the URL. `let` is easy Danish: a language choice of its own.
 * In the order of the codes, Danish first.
 */
export const LANGUAGES: { readonly [code: string]: LanguageInfo } = Object.fromEntries(
	Object.entries(infos)
		.map(([path, info]) => [path.split('/')[2] ?? '', info] as const)
		.sort(([a], [b]) => Number(b === 'da') - Number(a === 'da') || (a < b ? -1 : 1))
);

/** A code that `isLanguage` has let through. */
export type Language = string;

export const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

const DANISH = LANGUAGES.da as LanguageInfo;

/** What is known of a language; of one that is not there, what is known of Danish. */
export const languageOf = (code: string | undefined): LanguageInfo =>
	(code === undefined ? undefined : LANGUAGES[code]) ?? DANISH;

/** Whether nobody who speaks a language well has been through its words yet. */
export const isDraft = (code: string): boolean => LANGUAGES[code]?.reviewed === false;

/**
 * Every part there is, each message a function of what its words need (`arguments.d.ts`, written from the Danish); plural forms
 * are chosen by the language's own rules. `staff` (the frame of their pages, sign-in, users), `desk` (rounds and all around them),
 * `plan` (its editor), `interviews`, `operating` (what whoever sets the product up sees), `report` (the committee's) and `caseworker` (their side of the tablet)
 * are in Danish alone. Of `citizen`, `frame` is what is around every page and before the first question.
 */
type Parts = Words & { frame: Frame };
export type Part = keyof Parts;
export type Messages<P extends Part> = Parts[P];

type File = { default: unknown };
/** The words of a language that every page needs, and where its others lie. */
type LanguageParts = { frame: unknown; parts: { [part: string]: () => Promise<File> } };

// Vite compiles each JSON file (see vite.config.ts): one language of one part is one lazy chunk. Where those of a language lie
// is part of what is fetched of it, so that a language more weighs nothing for those who read another.
const languages = import.meta.glob<LanguageParts>('./messages/*/language.json', {
	query: '?parts'
});

/**
 * The messages of one part of the app in one language. Danish has every message (a unit test holds the others to it).
 * @throws when the language has no such part: a bug, as the language is checked at the door.
 */
export async function load<P extends Part>(language: Language, part: P): Promise<Messages<P>> {
	const found = await languages[`./messages/${language}/language.json`]?.();
	if (part === 'frame' && found) return found.frame as Messages<P>;
	const file = found?.parts[part];
	if (!file) throw new Error(`no messages for ${language}/${part}`);
	return (await file()).default as Messages<P>;
}
