import { findIdentifiers, type IdentifierKind } from '../identifiers.ts';
import { COMMENT_MAX_CHARACTERS } from './limits.ts';

/**
 * A comment as it may travel: line breaks are `\n`, no other control characters, no half emoji, no space around it,
 * and no longer than a comment may be (a form that lets more through must not cost the whole answer).
 */
export const cleanComment = (typed: string): string =>
	typed
		.replace(/\r\n?/g, '\n')
		.replace(/\t/g, ' ')
		.replace(CONTROLS_AND_HALVES, '')
		.trim()
		.slice(0, COMMENT_MAX_CHARACTERS)
		// The cut may have halved an emoji.
		.replace(CONTROLS_AND_HALVES, '')
		.trimEnd();

/** What a comment seems to say about who wrote it. It is removed before the answer is sealed. */
export const identifiersIn = (comment: string): Set<IdentifierKind> =>
	new Set(findIdentifiers(comment).map(({ kind }) => kind));

/** Half a surrogate pair is no character, and takes six bytes in JSON instead of three. */
const CONTROLS_AND_HALVES = /(?!\n)[\p{Cc}\p{Cs}]/gu;
