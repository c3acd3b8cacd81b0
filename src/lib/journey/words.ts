import type { Day } from '../calendar.ts';
import { type Language, languageOf, type Messages } from '../i18n/messages.ts';
import { intlOf, inWords } from '../i18n/days.ts';
import type { Text } from '../i18n/text.ts';
import { inLanguage } from '../i18n/wording.ts';
import type { Assessment, OtherView, Placement } from './assessment.ts';
import {
	stepIn,
	type Comparison,
	type MarkerMovement,
	type Movement,
	type TwoViews
} from './comparison.ts';
import { areaOf, kindOf, stepOf, type JourneyModel } from './model.ts';
import type { Reason } from './suggestion.ts';

/** What it takes to say something about a picture in one language. */
export type Locale = {
	model: JourneyModel;
	language: Language;
	dir: 'ltr' | 'rtl';
	m: Messages<'journey'>;
};

export const textIn = (locale: Locale, text: Text): string => inLanguage(text, locale.language);

/** The words of a model's parts. A picture can be older than the model: what is gone is said to be gone. */
export const areaName = ({ model, language, m }: Locale, id: string): string => {
	const area = areaOf(model, id);
	return area ? inLanguage(area.name, language) : m.words.goneArea();
};
export const stepText = ({ model, language, m }: Locale, area: string, id: string): string => {
	const step = stepOf(model, { area, step: id });
	return step ? inLanguage(step.text, language) : m.words.goneStep();
};
export const kindName = ({ model, language, m }: Locale, id: string): string => {
	const kind = kindOf(model, id);
	return kind ? inLanguage(kind.name, language) : m.words.goneKind();
};

export const dateInWords = (day: Day, language: Language): string =>
	inWords(day, languageOf(language).html);

/** What a picture is called in a list. */
export const titleOf = (locale: Locale, picture: Assessment): string =>
	picture.name || locale.m.home.unnamed({ date: dateInWords(picture.madeOn, locale.language) });

/** What somebody else sees in the same areas, and what that person is called. */
export type Theirs = { view: Pick<OtherView, 'placements'>; who: string };

export const theirStep = (theirs: Theirs | null, area: string): string | null =>
	theirs && stepIn(theirs.view, area);

/** A picture read aloud: one sentence or two for each thing in it. */
export function sentences(
	locale: Locale,
	picture: Assessment,
	theirs: Theirs | null = null
): string[] {
	const { m } = locale;
	return [
		m.words.madeOn({ date: dateInWords(picture.madeOn, locale.language) }),
		...picture.placements.map((placement) =>
			[placementSentence(locale, placement), theirSentence(locale, placement.area, theirs)]
				.filter(Boolean)
				.join(' ')
		),
		picture.marker === null
			? m.words.noMarker()
			: m.words.marker({ kind: kindName(locale, picture.marker) }),
		...nextSentence(locale, picture),
		...agreementSentences(locale, picture)
	];
}

function placementSentence(locale: Locale, { area, step, talk, note }: Placement): string {
	const { m } = locale;
	const name = areaName(locale, area);
	const said = [
		step === null
			? m.words.noStep({ area: name })
			: m.words.placed({ area: name, step: stepText(locale, area, step) })
	];
	if (talk) said.push(m.words.talk());
	if (note) said.push(m.words.note({ note: withFullStop(note) }));
	return said.join(' ');
}

function theirSentence(locale: Locale, area: string, theirs: Theirs | null): string {
	if (theirs === null) return '';
	const step = theirStep(theirs, area);
	return step === null
		? locale.m.words.theirsNone({ caseworker: theirs.who })
		: locale.m.words.theirs({ caseworker: theirs.who, step: stepText(locale, area, step) });
}

function nextSentence({ m, language }: Locale, { next }: Assessment): string[] {
	if (!next.what) return [];
	const what = withFullStop(next.what);
	return [
		next.by
			? m.words.nextBy({ what, date: dateInWords(next.by, language) })
			: m.words.next({ what })
	];
}

export function agreementSentences({ m, language }: Locale, { together }: Assessment): string[] {
	return (together?.agreements ?? []).map(({ goal, what, who, by }) =>
		[
			m.words.agreement({ goal: withFullStop(goal) }),
			what && m.words.agreementWhat({ what: withFullStop(what) }),
			who && m.words.agreementWho({ who: withFullStop(who) }),
			by && m.words.agreementBy({ date: dateInWords(by, language) })
		]
			.filter(Boolean)
			.join(' ')
	);
}

/** What has moved since an earlier picture. It tells; it does not judge. */
export const movements = (locale: Locale, comparison: Comparison): string[] => [
	...comparison.areas.map((movement) => movementSentence(locale, movement)),
	...markerSentence(locale, comparison.marker)
];

/** The small steps of that time: what the person wanted to do next, and what was agreed. */
export const stepsThen = ({ m }: Locale, { next, together }: Assessment): string[] => [
	...(next.what ? [m.moved.nextThen({ what: withFullStop(next.what) })] : []),
	...(together?.agreements ?? []).map(({ goal, what }) =>
		m.moved.agreedThen({ goal: withFullStop(goal || what) })
	)
];

function movementSentence(locale: Locale, movement: Movement): string {
	const { m } = locale;
	const area = areaName(locale, movement.area);
	const step = (id: string) => stepText(locale, movement.area, id);
	if (movement.what === 'moved') {
		return m.moved.area({ area, from: step(movement.from), to: step(movement.to) });
	}
	if (movement.what === 'same') return m.moved.same({ area, at: step(movement.at) });
	if (movement.what === 'placed') return m.moved.placed({ area, at: step(movement.at) });
	if (movement.what === 'cleared') return m.moved.cleared({ area, from: step(movement.from) });
	if (movement.what === 'still-open') return m.moved.stillOpen({ area });
	if (movement.what === 'joined') {
		return movement.at === null
			? m.moved.joinedOpen({ area })
			: m.moved.joined({ area, at: step(movement.at) });
	}
	return movement.from === null
		? m.moved.leftOpen({ area })
		: m.moved.left({ area, from: step(movement.from) });
}

function markerSentence(locale: Locale, marker: MarkerMovement): string[] {
	const { m } = locale;
	if (marker.what === 'none') return [];
	if (marker.what === 'same') return [m.moved.markerSame({ at: kindName(locale, marker.at) })];
	if (marker.what === 'set') return [m.moved.markerSet({ to: kindName(locale, marker.to) })];
	if (marker.what === 'removed') {
		return [m.moved.markerRemoved({ from: kindName(locale, marker.from) })];
	}
	return [m.moved.marker({ from: kindName(locale, marker.from), to: kindName(locale, marker.to) })];
}

/** "Because you chose »…« and »…«." */
export function because(locale: Locale, reason: Reason): string {
	const chosen = reason.because.map(({ area, step }) =>
		locale.m.words.quoted({ step: stepText(locale, area, step) })
	);
	return locale.m.suggestion.because({ chosen: listed(locale, chosen) });
}

/** One and another, as the language says it. */
export const listed = ({ language }: Locale, parts: string[]): string =>
	new Intl.ListFormat(intlOf(languageOf(language).html)).format(parts);

/** Two views of one area as something to talk about. @param who the caseworker, in the citizen's words */
export function viewsSentence(
	locale: Locale,
	{ area, mine, theirs }: TwoViews,
	who: string
): string {
	const { together } = locale.m;
	const said = (step: string) => stepText(locale, area, step);
	if (mine === null) {
		return theirs === null
			? together.bothNothing()
			: together.onlyTheirs({ caseworker: who, theirs: said(theirs) });
	}
	if (theirs === null) return together.onlyMine({ caseworker: who, mine: said(mine) });
	return mine === theirs
		? together.alike({ step: said(mine) })
		: together.differ({ caseworker: who, mine: said(mine), theirs: said(theirs) });
}

const withFullStop = (text: string): string =>
	/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`;
