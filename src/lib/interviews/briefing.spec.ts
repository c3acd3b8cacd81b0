import { expect, it } from 'vitest';
import { briefing } from './briefing.ts';
import { counts } from './calls.ts';

const theme = (promise: string, works: number, better: number) => ({
	promise,
	works,
	better,
	people: works + better
});
const heard = (...themes: ReturnType<typeof theme>[]) => ({
	themes,
	counts: counts(['held', 'held', 'no', 'not-reached'])
});

it('asks about what could be better, what nobody spoke of and whom nobody heard', () => {
	const { questions, uncertain } = briefing([
		heard(theme('listen', 3, 0), theme('clear', 1, 4), theme('law', 0, 0), theme('', 0, 9))
	]);
	expect(questions).toEqual([
		{ about: 'better', promise: 'clear', n: 4 },
		{ about: 'silent', promise: 'law' },
		{ about: 'missing', n: 2, asked: 4 }
	]);
	expect(uncertain).toEqual({ asked: 4, held: 2, no: 1, notReached: 1, silent: ['law'] });
});

it('asks how to hold on to what works when there is less to ask about', () => {
	const all = { themes: [theme('listen', 3, 0)], counts: counts(['held']) };
	expect(briefing([all]).questions).toEqual([{ about: 'works', promise: 'listen', n: 3 }]);
	expect(briefing([]).questions).toEqual([]);
});
