import { expect, it } from 'vitest';
import { json } from './json.ts';

it('reads text and bytes, and says nothing of what is neither', () => {
	expect(json('{"a":[1]}')).toEqual({ a: [1] });
	expect(json(new TextEncoder().encode('"å"'))).toBe('å');
	expect(json('')).toBeUndefined();
	expect(json('{"a":')).toBeUndefined();
	// Not UTF-8: a replacement mark would be taken for an answer.
	expect(json(Uint8Array.of(0x22, 0xe5, 0x22))).toBeUndefined();
});
