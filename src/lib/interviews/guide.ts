import type { Question } from './kind.ts';

/**
 * The guide in the order in which it is asked: first the promises that no statement of a questionnaire measures, as nothing
 * else tells of them; then the others; last what is about no promise (what works, what could be better, anything else).
 * @param measured ids of the promises that a statement measures
 */
export function guide<Q extends Pick<Question, 'promise'>>(
	questions: readonly Q[],
	measured: ReadonlySet<string>
): Q[] {
	const rank = ({ promise }: Q): number => (!promise ? 2 : measured.has(promise) ? 1 : 0);
	return [...questions].sort((a, b) => rank(a) - rank(b));
}
