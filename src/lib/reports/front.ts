import type { Messages } from '../i18n/messages.ts';

/** What the front page chooses from; every sentence in it comes from a rule, and has been made already. */
export type Facts = {
	/** Sentences of statements that have surely changed (METHOD §3). */
	changed: { text: string; sentence: string; change: 'better' | 'worse' }[];
	/** How many statements could be compared, and have not surely changed. */
	unchanged: number;
	/** The quarter before, by name. */
	before: string;
	/** By status. */
	goals: { name: string; status: string }[];
	/** Sentences of registered figures that are remarkable (METHOD §8). */
	remarkable: string[];
	/** Promises that nothing measures. */
	unmeasured: string[];
	/** What is done about what was heard, and should have been done by now. */
	late: string[];
	/** Those who were asked and did not answer, of how many; null where it is not known. */
	silent: { n: number; asked: number } | null;
	/** A number as it is written. */
	count: (n: number) => string;
	/** Whether there is any figure of the survey. */
	isMeasured: boolean;
};

const LINES = 3;

/** What is known, what is not, and what to ask about: three lines of each at most, the weightiest first. */
export function front(
	facts: Facts,
	t: Messages<'report'>['front']
): { known: string[]; unknown: string[]; questions: string[] } {
	const { count, changed, unchanged, before, goals, remarkable, unmeasured, silent } = facts;
	const of = (...statuses: string[]) => goals.filter(({ status }) => statuses.includes(status));
	const [late, missed, reached] = [of('overdue'), of('not-reached'), of('reached')];
	const [waiting, undecided] = [of('no-figure'), of('undecided')];
	const worse = changed.filter(({ change }) => change === 'worse');
	const inOrder = [...worse, ...changed.filter(({ change }) => change === 'better')];
	const known = [
		...inOrder.map(({ sentence }) => sentence),
		...(unchanged > 0 ? [t.unchanged({ n: unchanged, quarter: before })] : []),
		...remarkable,
		...(reached.length + missed.length + late.length > 0
			? [t.goals({ reached: reached.length, missed: missed.length, late: late.length })]
			: [])
	];
	const unknown = [
		...(facts.isMeasured ? [] : [t.notMeasured()]),
		...(silent && silent.n > 0
			? [t.silent({ n: count(silent.n), asked: count(silent.asked) })]
			: []),
		...(unmeasured.length > 0 ? [t.unmeasured({ n: unmeasured.length })] : []),
		...(waiting.length > 0 ? [t.noFigure({ n: waiting.length, of: goals.length })] : [])
	];
	const [down, up] = [worse[0], changed.find(({ change }) => change === 'better')];
	const behind = late[0] ?? missed[0];
	const questions = [
		...(down ? [t.whyWorse({ text: down.text })] : []),
		...(behind ? [t.whatItTakes({ goal: behind.name })] : []),
		...(facts.late[0] === undefined ? [] : [t.whenDone({ does: facts.late[0] })]),
		...(unmeasured[0] === undefined ? [] : [t.howToKnow({ text: unmeasured[0] })]),
		...(silent && silent.n > 0
			? [t.whoIsMissing({ n: count(silent.n), asked: count(silent.asked) })]
			: []),
		...(up ? [t.howToKeep({ text: up.text })] : []),
		...(waiting[0] ? [t.whenKnown({ goal: waiting[0].name })] : []),
		...(undecided[0] ? [t.whatDecides({ goal: undecided[0].name })] : [])
	];
	return {
		known: known.slice(0, LINES),
		unknown: unknown.slice(0, LINES),
		questions: questions.slice(0, LINES)
	};
}
