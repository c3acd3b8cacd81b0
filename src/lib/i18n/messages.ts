import type { Frame } from './frame.ts';
import type caseworker from './messages/da/caseworker.json';
import type citizen from './messages/da/citizen.json';
import type device from './messages/da/device.json';
import type desk from './messages/da/desk.json';
import type journey from './messages/da/journey.json';
import type front from './messages/da/front.json';
import type house from './messages/da/house.json';
import type outbox from './messages/da/outbox.json';
import type promise from './messages/da/promise.json';
import type papers from './messages/da/papers.json';
import type plan from './messages/da/plan.json';
import type results from './messages/da/results.json';
import type staff from './messages/da/staff.json';
import type tablet from './messages/da/tablet.json';
import type thanks from './messages/da/thanks.json';
import type trouble from './messages/da/trouble.json';

/** Codes as they stand in the URL. `let` is easy Danish: a language choice of its own, Danish to a browser. */
export const LANGUAGES = {
	da: { name: 'Dansk', html: 'da', dir: 'ltr' },
	let: { name: 'Let dansk', html: 'da', dir: 'ltr' },
	en: { name: 'English', html: 'en', dir: 'ltr' },
	/** A pseudo-language for tests of right-to-left layout; no municipality offers it. */
	xr: { name: 'ЯTL', html: 'ar', dir: 'rtl' }
} as const satisfies { [code: string]: { name: string; html: string; dir: 'ltr' | 'rtl' } };
export type Language = keyof typeof LANGUAGES;

export const isLanguage = (code: string): code is Language => Object.hasOwn(LANGUAGES, code);

/** Each message is a function of its arguments; plural forms are chosen by the language's own rules. */
type Compiled<T> = {
	[K in keyof T]: T[K] extends string
		? (args?: { [name: string]: string | number }) => string
		: Compiled<T[K]>;
};
/**
 * `staff` (sign-in, users, the house), `desk` (rounds and all around them) and `caseworker` (their side of the tablet) are in
 * Danish alone.
 */
type Parts = {
	/** Of `citizen`, what is around every page and before the first question. */
	frame: Frame;
	citizen: typeof citizen;
	journey: typeof journey;
	front: typeof front;
	/** Pages of no municipality. */
	house: typeof house;
	outbox: typeof outbox;
	/** What happens to an answer, at length. */
	promise: typeof promise;
	papers: typeof papers;
	/** The editor of the plan, in Danish alone as the rest of the desk. */
	plan: typeof plan;
	results: typeof results;
	staff: typeof staff;
	tablet: typeof tablet;
	caseworker: typeof caseworker;
	thanks: typeof thanks;
	/** Codes, and what stands in the way of an answer: fetched when something does. */
	trouble: typeof trouble;
	desk: typeof desk;
	/** What the device has to say: a new version, no network, how to install. */
	device: typeof device;
};
export type Part = keyof Parts;
export type Messages<P extends Part> = Compiled<Parts[P]>;

// Vite compiles each JSON file (see vite.config.ts): one language of one part is one lazy chunk.
const files = import.meta.glob<{ default: unknown }>('./messages/*/*.json');
const frames = import.meta.glob<{ default: unknown }>('./messages/*/citizen.json', {
	query: '?frame'
});

/**
 * The messages of one part of the app in one language. Danish has every message (a unit test holds the others to it).
 * @throws when the language has no such part: a bug, as the language is checked at the door.
 */
export async function load<P extends Part>(language: Language, part: P): Promise<Messages<P>> {
	const file =
		part === 'frame'
			? frames[`./messages/${language}/citizen.json`]
			: files[`./messages/${language}/${part}.json`];
	if (!file) throw new Error(`no messages for ${language}/${part}`);
	return (await file()).default as Messages<P>;
}
