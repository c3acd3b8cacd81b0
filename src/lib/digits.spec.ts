import { expect, it } from 'vitest';
import { digitOf } from './digits.ts';

it.each([
	['0123456789', 'ours'],
	['٠١٢٣٤٥٦٧٨٩', 'Arabic'],
	['۰۱۲۳۴۵۶۷۸۹', 'Persian and Urdu'],
	['०१२३४५६७८९', 'Hindi and Nepali'],
	['০১২৩৪৫৬৭৮৯', 'Bengali'],
	['๐๑๒๓๔๕๖๗๘๙', 'Thai'],
	['௦௧௨௩௪௫௬௭௮௯', 'Tamil'],
	['၀၁၂၃၄၅၆၇၈၉', 'Burmese'],
	['០១២៣៤៥៦៧៨៩', 'Khmer'],
	['０１２３４５６７８９', 'full-width']
])('%s: %s', (digits) => {
	expect([...digits].map(digitOf)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

it('reads every script’s ten in their order', () => {
	let row: string[] = [];
	let rows = 0;
	for (let point = 0; point <= 0xffff; point += 1) {
		const character = String.fromCharCode(point);
		if (!/\p{Nd}/u.test(character)) continue;
		row.push(character);
		if (row.length < 10) continue;
		expect(row.map(digitOf), row.join('')).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
		row = [];
		rows += 1;
	}
	expect(row).toEqual([]);
	expect(rows).toBeGreaterThan(35);
});

it.each(['a', '½', '²', 'Ⅷ', '', '12', '-'])('%j is none', (other) => {
	expect(digitOf(other)).toBeUndefined();
});
