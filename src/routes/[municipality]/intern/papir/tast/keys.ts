import type { Answer } from '$lib/survey/questionnaire.ts';

/** The keys of a statement's answers, as they stand on the paper from left to right; '' is skipped. */
const KEYS: { [key: string]: Answer | '' } = {
	1: 5,
	2: 4,
	3: 3,
	4: 2,
	5: 1,
	p: 'na',
	f: 'unclear',
	0: ''
};

/** The answer that a key stands for, or undefined when it stands for none. */
export const answerOf = (key: string): Answer | '' | undefined => KEYS[key.toLowerCase()];

/** The key of an answer, to stand beside its words. */
export const keyOf = (answer: Answer | ''): string =>
	Object.keys(KEYS).find((key) => KEYS[key] === answer) ?? '';
