import { expect, it } from 'vitest';
import { dues } from './dues.ts';
import { guide } from './guide.ts';

it('asks first about what no statement measures, and last about anything', () => {
	const questions = [
		{ id: 'else' },
		{ id: 'heard', promise: 'listen' },
		{ id: 'level', promise: 'eye-level' },
		{ id: 'clear', promise: 'clear' },
		{ id: 'works' }
	];
	const order = guide(questions, new Set(['listen', 'clear'])).map(({ id }) => id);
	expect(order).toEqual(['level', 'heard', 'clear', 'else', 'works']);
});

it('has every due date of a year, from this month on', () => {
	const kinds = [
		{ id: 'talks', due: [4, 10] },
		{ id: 'quick', due: [2, 4] }
	];
	expect(dues(kinds, '2027-04-15')).toEqual([
		{ kind: 'talks', dueOn: '2027-04-30' },
		{ kind: 'quick', dueOn: '2027-04-30' },
		{ kind: 'talks', dueOn: '2027-10-31' },
		{ kind: 'quick', dueOn: '2028-02-29' }
	]);
});
