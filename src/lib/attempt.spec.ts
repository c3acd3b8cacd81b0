import { expect, it } from 'vitest';
import { attempt } from './attempt.ts';

it('takes no for an answer from a browser, and from nobody else', () => {
	expect(attempt(() => 1)).toBe(1);
	const blocked = () => {
		throw new DOMException('blocked', 'SecurityError');
	};
	expect(attempt(blocked)).toBeUndefined();
	expect(attempt(() => notThere)).toBeUndefined();
	expect(() => attempt(() => (undefined as unknown as string).length)).toThrow(TypeError);
});

declare const notThere: string;
