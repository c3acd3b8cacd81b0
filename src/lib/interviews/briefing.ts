import type { Counts } from './calls.ts';
import type { Theme } from './passages.ts';

type Heard = { themes: readonly Theme[]; counts: Counts };

/** One page before the meeting. The words are the messages'; here is what they are about. */
export type Briefing = {
	/** Promises that were said more or less about than the time before, as what could be better. */
	changed: { promise: string; now: number; before: number }[];
	/** Whether there is a time before to compare with. */
	isFirst: boolean;
	uncertain: { asked: number; held: number; no: number; notReached: number; silent: string[] };
	questions: Question[];
};
export type Question =
	| { about: 'better'; promise: string; n: number }
	| { about: 'silent'; promise: string }
	| { about: 'missing'; n: number; asked: number }
	| { about: 'works'; promise: string; n: number };

const QUESTIONS = 3;

/** @param before the material of the quarter before that had any; none the first time */
export function briefing(now: readonly Heard[], before: readonly Heard[]): Briefing {
	const themes = summed(now);
	const earlier = summed(before);
	const { asked, held, no, notReached } = total(now);
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
		isFirst: before.length === 0,
		changed:
			before.length === 0
				? []
				: themes.flatMap((theme) => {
						const was = earlier.find(({ promise }) => promise === theme.promise)?.better ?? 0;
						return was === theme.better
							? []
							: [{ promise: theme.promise, now: theme.better, before: was }];
					}),
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
