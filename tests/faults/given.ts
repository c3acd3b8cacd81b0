import { randomUUID } from 'node:crypto';
import type { Round } from '../../src/lib/survey/round.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';

const ANSWERS = [5, 4, 3, 2, 1, 'na', 'unclear', undefined] as const;

/**
 * Answers to the open link. Each has a comment that no other has, so that the opened box tells which of them were counted
 * and how many times.
 */
export const given = (
	n: number,
	round: Round,
	items: string[],
	changed: Partial<Submission> = {}
): Submission[] =>
	Array.from({ length: n }, (_, index) => ({
		id: randomUUID(),
		round: round.id,
		questionnaire: round.questionnaire,
		answeredOn: '2026-05-20',
		channel: 'open',
		language: 'da',
		outcome: 'answered',
		about: {},
		answers: answersOf(index, items),
		comment: remark(),
		...changed
	}));

/** Words alone: what looks like a telephone number would be removed. */
export const remark = (): string =>
	`Svar ${randomUUID().replace(/[\d-]/g, (sign) => 'klmnopqrst'[Number(sign)] ?? '')}`;

function answersOf(index: number, items: string[]): Submission['answers'] {
	return Object.fromEntries(
		items.flatMap((item, place) => {
			const answer = ANSWERS[(index * (place + 1) + place) % ANSWERS.length];
			// One thing at least is said: an answer in which all was skipped is counted as a no.
			return answer === undefined ? (place === 0 ? [[item, 5]] : []) : [[item, answer]];
		})
	);
}

/** Chance that a test can repeat. */
export function dice(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

export const pick = <T>(random: () => number, choices: readonly [T, ...T[]]): T =>
	choices[Math.floor(random() * choices.length)] ?? choices[0];
