import { diffWordsWithSpace } from 'diff';

export type Change = { kind: 'same' | 'added' | 'removed'; text: string };

/** What is different from one version of a text to the next, word by word. */
export const changes = (before: string, after: string): Change[] =>
	diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
		kind: added ? 'added' : removed ? 'removed' : 'same',
		text: value
	}));
