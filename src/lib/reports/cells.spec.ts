import { expect, it } from 'vitest';
import { perCent } from '../rounding.ts';
import { asFiled } from './cells.ts';
import { words } from './words.ts';

it('says a share as the file has it, and rounds it no second time', async () => {
	const { locale } = await words();
	// 44.46 % is 44 on a page; of what a file says of it, 44.5, a whole number would be 45.
	const share = { k: 2223, n: 5000 };
	expect(locale.percent(share)).toBe('44\u00a0%');
	expect(asFiled(perCent(share, 1), locale)).toBe('44,5');
	for (let tenths = 0; tenths <= 1000; tenths++) {
		const filed = tenths / 10;
		expect(asFiled(filed, locale)).toBe(filed.toFixed(1).replace('.', ','));
	}
});
