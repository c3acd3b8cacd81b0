import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { load, type Part } from './messages.ts';
import { lix } from '../../../tests/support/lix.ts';

const STAFFS = [
	'language',
	'plans',
	'staff',
	'desk',
	'plan',
	'caseworker',
	'interviews',
	'operating',
	'report'
];
const PARTS = readdirSync('src/lib/i18n/messages/da')
	.map((file) => file.replace('.json', ''))
	.filter((part) => !STAFFS.includes(part)) as Part[];
/** The most that a page may have: plain Danish is easier still. */
const LIMITS = { da: 30, let: 24 };

type Nested = { [key: string]: ((args: object) => string) | Nested };
/** Every message with something in its holes, as a page would show it. */
const said = (messages: Nested): string[] =>
	Object.values(messages).flatMap((each) =>
		typeof each === 'function' ? [each(new Proxy({}, { get: () => '12' }))] : said(each)
	);
const textsOf = async (language: string, part: Part): Promise<Nested> =>
	(await load(language, part)) as unknown as Nested;

describe.each(Object.entries(LIMITS))('in %s', (language, limit) => {
	it.each(PARTS)('%s is read with ease', async (part) => {
		const messages = await textsOf(language, part);
		const pages = [
			['', messages] as const,
			...Object.entries(messages).filter(
				(each): each is [string, Nested] => typeof each[1] === 'object'
			)
		];
		for (const [page, words] of pages) {
			const measured = lix(said(words));
			// The words on the rows of a scale are no page.
			if (page && measured.words < 40) continue;
			expect(measured.lix, `${part} ${page}`).toBeLessThanOrEqual(limit);
		}
	});
});

it('LIX is what Björnsson says it is', () => {
	// Eight words, one of them long, in two sentences.
	expect(lix(['Jeg går hjem nu. Du bliver i kommunen.']).lix).toBeCloseTo(8 / 2 + 100 / 8);
	expect(lix(['', '…'])).toEqual({ lix: 0, words: 0 });
});

/** One word for one thing, and no word that is heard as another. The pattern is what is not said; the words are what is. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
	[
		/\bdu skal ikke (svare|logge|gøre mere|betale|skrive)|skal du ikke (svare|logge|gøre mere)/i,
		'du behøver ikke at …'
	],
	[/\bskan/i, 'scan'],
	[/\bprint/i, 'udskriv'],
	[/begge to/i, 'de to'],
	[/\bplacer/i, 'vælg, lav'],
	[/(password|adgangskode|pinkode)/i, 'kodeord (til en lås), kode (til at svare)'],
	[/(lås|låst) med en kode\b/i, 'lås med et kodeord'],
	[/viser kun, at du har svaret/i, 'kan vise, at der er svaret'],
	[/højst en borger/i, 'dig højst én gang'],
	[/ikke talt med endnu/i, 'ikke talt med'],
	[
		/\b(ydermere|endvidere|såfremt|vedrørende|pågældende|ligeledes|jævnfør|i henhold til|foretage|fremsende|hidtil)\b/i,
		'et ord, man siger'
	]
];

describe.each(['da', 'let'])('one word for one thing in %s', (language) => {
	it.each(PARTS)('%s', async (part) => {
		const found = said(await textsOf(language, part)).flatMap((text) =>
			INSTEAD.filter(([not]) => not.test(text)).map(([, say]) => `${text} → ${say}`)
		);
		expect(found).toEqual([]);
	});
});

it('English says days as the British do, and up to and including for a last day', async () => {
	for (const part of PARTS) {
		const found = said(await textsOf('en', part)).filter((text) => /\buntil 12\b/i.test(text));
		expect([part, found]).toEqual([part, []]);
	}
});
