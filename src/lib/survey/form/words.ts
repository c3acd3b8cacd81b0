import type { Messages } from '../../i18n/messages.ts';
import type { Answer, Scale } from '../questionnaire.ts';
import { APART, POINTS } from '../scale.ts';

/** An answer as it stands on the screen. */
export function answerIn(m: Messages<'citizen'>, scale: Scale, answer: Answer): string {
	return typeof answer === 'number' ? m[scale][`p${answer}`]() : m[scale][answer]();
}

/** The rows of a statement from the most agreeing to the least, and those apart from the scale. */
export const optionsIn = (
	m: Messages<'citizen'>,
	scale: Scale
): { value: Answer; words: string; apart?: boolean }[] => [
	...POINTS.map((value) => ({ value, words: answerIn(m, scale, value) })),
	...APART.map((value) => ({ value, words: answerIn(m, scale, value), apart: true }))
];
