import { findIdentifiers } from '../identifiers.ts';
import { possibleNames } from '../names.ts';
import type { Passage } from './passages.ts';

/** So many words in a row as the citizen said them are a quote, with or without quotation marks. */
const COPIED_WORDS = 6;

/** What a summary must not be sent with (`numbers`, `copied`), and what whoever sends it should look at (`names`). */
export type Cautions = {
	/** CPR numbers, telephone numbers, e-mail addresses. */
	numbers: string[];
	/** Words as a citizen said them who has not allowed it. */
	copied: string[];
	/** Perhaps names. */
	names: string[];
};

export function cautions(
	text: string,
	passages: readonly Pick<Passage, 'text' | 'quote'>[]
): Cautions {
	const allowed = runs(passages.filter(({ quote }) => quote === 'verbatim'));
	const refused = runs(passages.filter(({ quote }) => quote !== 'verbatim'));
	const copied = [...runs([{ text }])].filter((run) => refused.has(run) && !allowed.has(run));
	return {
		numbers: findIdentifiers(text).map(({ start, end }) => text.slice(start, end)),
		copied: joined(copied),
		names: possibleNames(text)
	};
}

export const mayBeSent = ({ numbers, copied }: Cautions): boolean =>
	numbers.length === 0 && copied.length === 0;

/** Every row of six words, in small letters and without signs. */
function runs(texts: readonly { text: string }[]): Set<string> {
	return new Set(
		texts.flatMap(({ text }) => {
			const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
			return Array.from({ length: Math.max(0, words.length - COPIED_WORDS + 1) }, (_, at) =>
				words.slice(at, at + COPIED_WORDS).join(' ')
			);
		})
	);
}

/** Rows that go on from each other are one place. */
function joined(found: string[]): string[] {
	const places: string[] = [];
	for (const run of found) {
		const last = places.at(-1);
		const words = run.split(' ');
		if (last?.endsWith(words.slice(0, -1).join(' '))) {
			places[places.length - 1] = `${last} ${words.at(-1)}`;
		} else places.push(run);
	}
	return places;
}
