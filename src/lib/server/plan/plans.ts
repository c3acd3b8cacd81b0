import * as z from 'zod/mini';
import type { JourneyModel } from '../../journey/model.ts';
import { stevnsJourney } from '../../plan/content/journey/stevns.ts';
import { missing } from '../../plan/completeness.ts';
import { Plan } from '../../plan/plan.ts';
import { translated, type Dictionary } from '../../plan/translation.ts';

/** Something in a plan that a person must mend, and where. `path` is dotted: `questionnaires.0.items.2.text`. */
export type Flaw = { municipality: string; path: string; reason: string };
type Reading = { municipality: string; plan?: Plan; flaws: Flaw[] };

// Only the server pays for messages that say more than "Invalid input".
z.config(z.locales.en());

/** What plans say in the languages that have a folder of their own beside those written in the plans. */
export const DICTIONARIES = Object.fromEntries(
	Object.entries(
		import.meta.glob<Dictionary>('../../i18n/messages/*/plans.json', {
			eager: true,
			import: 'default'
		})
	).map(([path, words]) => [path.split('/').at(-2) ?? '', words])
);

/** A plan as it is written, with its texts in every language that there is a dictionary of. */
const inEveryLanguage = (content: { languages: string[] }) => ({
	...translated(content, DICTIONARIES),
	languages: [...new Set([...content.languages, ...Object.keys(DICTIONARIES)])]
});

/**
 * Whom the product is for, in this order everywhere: municipalities are never ranked. A new one is a file of content and its
 * name here.
 */
const MUNICIPALITIES = ['stevns', 'vejen', 'glostrup', 'soenderborg', 'slagelse'];

type Content = { municipality: string; languages: string[] };
const contents = Object.entries(
	import.meta.glob<{ default?: Content }>('../../plan/content/*.ts', { eager: true })
).flatMap(([path, { default: content }]) =>
	// What several plans share has no plan of its own.
	content ? [[path.split('/').at(-1)?.replace('.ts', '') ?? '', content] as const] : []
);

/** The plans as they come: version 1 of each. A municipality's own versions lie in its file (`versions.ts`). */
const READINGS = MUNICIPALITIES.map((municipality) => {
	const content = contents.find(([name]) => name === municipality)?.[1];
	return read(municipality, content && inEveryLanguage(content));
});

/** Content of a municipality that nobody is shown, as its name is not in the list. */
const unlisted = (): Flaw[] =>
	contents
		.filter(([name]) => !MUNICIPALITIES.includes(name))
		.map(([municipality]) => ({
			municipality,
			path: 'plans.ts',
			reason: 'has content, and is not in the list of municipalities'
		}));

/**
 * Every plan, in the plans' order. Called at the start, so that a broken plan stops it.
 * @throws naming municipality, path and reason, when one does not parse.
 */
export const all = (): Plan[] => READINGS.map(usable);

/** @throws as `all` does, when that municipality's plan does not parse. */
export function find(municipality: string): Plan | undefined {
	const reading = READINGS.find((each) => each.municipality === municipality);
	return reading && usable(reading);
}

/** The plan's own model of the citizen's picture, else the shipped default, which says whose it is. */
export const journey = (plan: Plan): JourneyModel => plan.journey ?? defaultJourney;

const defaultJourney = translated(stevnsJourney, DICTIONARIES);

/** All that is to be mended in the plans: what does not parse, and texts that one of the plan's languages lacks. */
export const validate = (readings: Reading[] = READINGS): Flaw[] => [
	...unlisted(),
	...readings.flatMap(({ municipality, plan, flaws }) =>
		plan ? missingTexts(plan).map((flaw) => ({ municipality, ...flaw })) : flaws
	)
];

/** Reads one plan's content; a plan that has a flaw is not there at all. */
export function read(municipality: string, content: unknown): Reading {
	const parsed = Plan.safeParse(content);
	if (parsed.success) return { municipality, plan: parsed.data, flaws: [] };
	const flaws = parsed.error.issues.map(({ path, message }) => ({
		municipality,
		path: path.join('.'),
		reason: message
	}));
	return { municipality, flaws };
}

/** @throws naming municipality, path and reason of every flaw. */
export function usable({ plan, flaws }: Reading): Plan {
	if (plan) return plan;
	const lines = flaws.map(
		({ municipality, path, reason }) => `${municipality}: ${path}: ${reason}`
	);
	throw new Error(`The plan cannot be used.\n${lines.join('\n')}`);
}

const missingTexts = (plan: Plan): Omit<Flaw, 'municipality'>[] =>
	missing({ ...plan, journey: journey(plan) }, plan.languages).map(({ path, language }) => ({
		path: path.join('.'),
		reason: `the text is missing in "${language}"`
	}));
