import { beforeAll, describe, expect, it } from 'vitest';
import { load } from '../i18n/messages.ts';
import { stevnsJourney as model } from '../plan/content/journey/stevns.ts';
import type { Assessment } from './assessment.ts';
import { compare, sideBySide } from './comparison.ts';
import { suggest } from './suggestion.ts';
import { because, movements, sentences, stepsThen, viewsSentence, type Locale } from './words.ts';

const march: Assessment = {
	id: '8f1c2b1e-1f60-4c43-9d0f-3a8f5a2f8b11',
	model: model.id,
	name: '',
	madeOn: '2026-03-02',
	placements: [
		{ area: 'work', step: 'an-idea', talk: true, note: 'Noget med heste' },
		{ area: 'health', step: 'few-good-hours', talk: false, note: '' },
		{ area: 'money', step: null, talk: false, note: '' }
	],
	marker: null,
	next: { what: 'Ringe til rideskolen', by: '2026-03-20' },
	together: null,
	counting: null
};
const may: Assessment = {
	...march,
	madeOn: '2026-05-04',
	placements: [
		{ area: 'work', step: 'trying', talk: false, note: '' },
		{ area: 'health', step: 'few-good-hours', talk: false, note: '' },
		{ area: 'danish', step: 'letters-hard', talk: false, note: '' }
	],
	marker: 'right-support',
	next: { what: '', by: null }
};

let danish: Locale;
let english: Locale;
beforeAll(async () => {
	danish = { model, language: 'da', dir: 'ltr', m: await load('da', 'journey') };
	english = { model, language: 'en', dir: 'ltr', m: await load('en', 'journey') };
});

describe('a picture in words', () => {
	it('reads as sentences', () => {
		expect(sentences(danish, march)).toEqual([
			'Mit billede fra 2. marts 2026.',
			'Arbejde og det, jeg kan: »Jeg har en idé, men ikke en start«. Det vil jeg gerne tale om. Jeg har skrevet: Noget med heste.',
			'Helbred og kræfter: »Jeg har få gode timer«.',
			'Penge: Jeg har ikke valgt en beskrivelse.',
			'Jeg har ikke sat et mærke.',
			'Mit næste skridt: Ringe til rideskolen. Det vil jeg gøre senest 20. marts 2026.'
		]);
	});
	it('reads as sentences in English', () => {
		expect(sentences(english, may)).toContain(
			'I have put my marker at “I can work when I get the right support”.'
		);
	});
	it('says what somebody else sees, beside what one sees oneself', () => {
		const view = { placements: [{ area: 'work', step: 'trying' }] };
		const said = sentences(danish, march, { view, who: 'sagsbehandler' });
		expect(said.slice(1, 3)).toEqual([
			'Arbejde og det, jeg kan: »Jeg har en idé, men ikke en start«. Det vil jeg gerne tale om. Jeg har skrevet: Noget med heste. Min sagsbehandler har valgt »Jeg prøver noget af«.',
			'Helbred og kræfter: »Jeg har få gode timer«. Min sagsbehandler har ikke valgt en beskrivelse.'
		]);
	});
	it('says the agreements', () => {
		const agreed = {
			...march,
			together: {
				on: '2026-03-03',
				other: { madeOn: '2026-03-03', placements: [] },
				agreements: [
					{ goal: 'Et besøg', what: 'Vi ringer sammen', who: 'Mette og mig', by: '2026-04-01' }
				]
			}
		};
		expect(sentences(danish, agreed).at(-1)).toBe(
			'Vi har aftalt: Et besøg. Det skal der ske: Vi ringer sammen. Det gør: Mette og mig. Senest 1. april 2026.'
		);
	});
	it('says so when the model no longer has what was chosen', () => {
		const old = { ...march, placements: [{ area: 'hens', step: 'lay', talk: false, note: '' }] };
		expect(sentences(danish, old)[1]).toBe(
			'Et område, som ikke er med længere: »en beskrivelse, som ikke er med længere«.'
		);
	});
});

describe('what has moved', () => {
	it('is said without better or worse', () => {
		const said = movements(danish, compare(march, may));
		expect(said).toEqual([
			'Arbejde og det, jeg kan: Før valgte du »Jeg har en idé, men ikke en start«. Nu vælger du »Jeg prøver noget af«.',
			'Helbred og kræfter: Du vælger det samme som før: »Jeg har få gode timer«.',
			'Dansk er kommet med: »Jeg taler godt, men breve er svære«.',
			'Penge er ikke med nu.',
			'Før satte du ikke et mærke. Nu står det ved »Jeg kan arbejde, når jeg får den rette støtte«.'
		]);
		expect(said.join(' ')).not.toMatch(/bedre|dårligere|frem(?!over)|tilbage|højere|lavere/);
	});
	it('has the small steps of that time with it', () => {
		const agreed = { goal: 'Et besøg', what: '', who: '', by: null };
		const together = {
			on: '2026-03-03',
			other: { madeOn: '2026-03-03', placements: [] },
			agreements: [agreed]
		};
		expect(stepsThen(danish, { ...march, together })).toEqual([
			'Dit næste skridt dengang var: Ringe til rideskolen.',
			'Dengang aftalte I: Et besøg.'
		]);
		expect(stepsThen(danish, may)).toEqual([]);
	});
	it('is the same story told backwards', () => {
		expect(compare(may, march).marker).toEqual({ what: 'removed', from: 'right-support' });
		expect(compare(may, march).areas.map(({ what }) => what)).toEqual([
			'moved',
			'same',
			'joined',
			'left'
		]);
	});
	it('says an area whose description was taken away', () => {
		const open = { ...may, placements: [{ ...may.placements[0]!, step: null }] };
		expect(compare(march, open).areas[0]).toEqual({
			area: 'work',
			what: 'cleared',
			from: 'an-idea'
		});
		expect(compare(open, march).areas[0]).toEqual({ area: 'work', what: 'placed', at: 'an-idea' });
		expect(compare(open, open).areas[0]).toEqual({ area: 'work', what: 'still-open' });
		// Who was there all along has not come.
		for (const [from, to] of [
			[march, open],
			[open, march],
			[open, open]
		] as const) {
			expect(movements(danish, compare(from, to))[0]).not.toMatch(/er kommet med|er ikke med/);
		}
	});
});

describe('the suggestion in words', () => {
	it('quotes what the person chose', () => {
		const [reason] = suggest(model, march)[0]!.reasons;
		expect(because(danish, reason!)).toBe(
			'Fordi du har valgt »Jeg har en idé, men ikke en start«.'
		);
	});
});

describe('two views', () => {
	it('are things to talk about', () => {
		const views = sideBySide(march, {
			placements: [
				{ area: 'work', step: 'an-idea' },
				{ area: 'health', step: 'with-consideration' }
			]
		});
		expect(views.map((each) => viewsSentence(danish, each, 'sagsbehandler'))).toEqual([
			'I har begge valgt »Jeg har en idé, men ikke en start«.',
			'Her ser I det forskelligt: Du har valgt »Jeg har få gode timer«, og din sagsbehandler har valgt »Jeg kan noget, når der tages hensyn«. Det kan I tale om.',
			'Ingen af jer har valgt en beskrivelse her.'
		]);
	});
});
