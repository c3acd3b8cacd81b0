import type { Counts } from './calls.ts';
import type { Theme } from './passages.ts';

type Heard = { themes: readonly Theme[]; counts: Counts };

/**
 * One page before the meeting. The words are the messages'; here is what they are about. How often something is said is never held
 * against another quarter's: so many others were heard then, and they were other people.
 */
export type Briefing = {
	uncertain: { asked: number; held: number; no: number; notReached: number; silent: string[] };
	questions: Question[];
};
export type Question =
	| { about: 'better'; promise: string; n: number }
	| { about: 'silent'; promise: string }
	| { about: 'missing'; n: number; asked: number }
	| { about: 'works'; promise: string; n: number };

const QUESTIONS = 3;

export function briefing(heard: readonly Heard[]): Briefing {
	const themes = summed(heard);
	const { asked, held, no, notReached } = total(heard);
	const silent = themes.filter(({ works, better }) => works + better === 0);
	const most = (side: 'works' | 'better') =>
		themes.reduce<Theme | undefined>(
			(best, theme) => (theme[side] > (best?.[side] ?? 0) ? theme : best),
			undefined
		);
	const [better, works] = [most('better'), most('works')];
	const questions: Question[] = [];
	if (better) questions.push({ about: 'better', promise: better.promise, n: better.better });
	if (silent[0]) questions.push({ about: 'silent', promise: silent[0].promise });
	if (no + notReached > 0) questions.push({ about: 'missing', n: no + notReached, asked });
	if (works) questions.push({ about: 'works', promise: works.promise, n: works.works });
	return {
		uncertain: { asked, held, no, notReached, silent: silent.map(({ promise }) => promise) },
		questions: questions.slice(0, QUESTIONS)
	};
}

/** Themes of several summaries, in the order of the first. What is about no promise is left out. */
function summed(heard: readonly Heard[]): Theme[] {
	const sums = new Map<string, Theme>();
	for (const theme of heard.flatMap(({ themes }) => themes)) {
		if (theme.promise === '') continue;
		const sum = sums.get(theme.promise);
		sums.set(theme.promise, {
			promise: theme.promise,
			works: theme.works + (sum?.works ?? 0),
			better: theme.better + (sum?.better ?? 0),
			people: theme.people + (sum?.people ?? 0)
		});
	}
	return [...sums.values()];
}

const total = (
	heard: readonly Heard[]
): { [name in 'asked' | 'held' | 'no' | 'notReached']: number } => ({
	asked: sum(heard.map(({ counts }) => counts.asked)),
	held: sum(heard.map(({ counts }) => counts.held)),
	no: sum(heard.map(({ counts }) => counts.no)),
	notReached: sum(heard.map(({ counts }) => counts.notReached))
});

const sum = (numbers: number[]): number => numbers.reduce((all, n) => all + n, 0);
