import { expect, it } from 'vitest';
import { partsOf } from './sms.ts';

it.each([
	['æ'.repeat(160), 1],
	['æ'.repeat(161), 2],
	['a'.repeat(306), 2],
	['a'.repeat(307), 3],
	['–'.repeat(70), 1],
	[`a${'–'.repeat(70)}`, 2],
	['مرحبا', 1]
])('%s is charged as %i', (text, parts) => {
	expect(partsOf(text)).toBe(parts);
});
