import { describe, expect, it } from 'vitest';
import { after, afterSessionEnded, type Arrival } from './arrival.ts';
import type { Form } from './store.ts';

const form = (name: string, isSent: boolean): Form => ({
	path: '/stevns/intern/udvalg',
	name,
	changed: [{ name: 'chair', n: 0, value: 'Karen' }],
	isSent,
	isSeen: true
});
const forms = [form('sent', true), form('open', false)];
const taken: Arrival = {
	path: '/stevns/intern/udvalg',
	isRefused: false,
	isAnswered: true,
	isAgain: false
};
const left = (arrival: Partial<Arrival>) =>
	after(forms, { ...taken, ...arrival }).map(({ name, isSent }) => [name, isSent]);

describe('what was typed', () => {
	it('is forgotten when it was taken, and nothing else is', () => {
		expect(left({})).toEqual([['open', false]]);
		expect(left({ isAnswered: false })).toEqual([['open', false]]);
	});

	it('is kept when it was refused, or nothing was answered at all', () => {
		const both = [
			['sent', false],
			['open', false]
		];
		expect(left({ isRefused: true })).toEqual(both);
		expect(left({ isAnswered: false, isAgain: true })).toEqual(both);
	});

	it('is kept when another page led here: the session had ended, and the page for signing in never woke', () => {
		expect(left({ isAnswered: false, from: '/stevns/intern/to-trin' })).toEqual([
			['sent', false],
			['open', false]
		]);
		expect(left({ isAnswered: false, from: '/stevns/intern/udvalg' })).toEqual([['open', false]]);
	});

	it('is kept when the session had ended', () => {
		expect(afterSessionEnded(forms).map(({ isSent, isSeen }) => [isSent, isSeen])).toEqual([
			[false, false],
			[false, false]
		]);
	});
});
