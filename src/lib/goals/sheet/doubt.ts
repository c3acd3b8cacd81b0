import type { Row } from '../../spreadsheet/sheet.ts';
import { pointIn } from '../number.ts';
import { at, NUMBERS, type Columns, type Heading } from './columns.ts';

/** A row with more in it than its heading names: most likely a decimal comma that parted a number in two. */
export function tooManyIn(
	{ cells }: Row,
	{ isNamed, isBareComma }: Pick<Heading, 'isNamed'> & { isBareComma: boolean }
): { reason: 'wider' | 'comma'; said: string } | undefined {
	if (cells.some((cell, index) => cell !== '' && !isNamed(index))) {
		return { reason: 'wider', said: cells.join(';').replace(/;+$/, '') };
	}
	const [, value = '', national = ''] = cells;
	const isParted = isBareComma && /^[-+]?\d+$/.test(value) && /^\d+ ?\D*$/.test(national);
	return isParted ? { reason: 'comma', said: `${value},${national}` } : undefined;
}

/**
 * Where one number of a file parts its decimals with a point (`12.5`), others that could be thousands or decimals (`1.234`) are told
 * of, by their row: Danish and English ways of writing do not stand in one file.
 */
export function doubtfulIn(rows: readonly Row[], columns: Columns): Map<Row, string> {
	const numbersOf = (row: Row): string[] => NUMBERS.map((column) => at(row, columns, column));
	if (!rows.some((row) => numbersOf(row).some((said) => pointIn(said) === 'decimal'))) {
		return new Map();
	}
	return new Map(
		rows.flatMap((row) => {
			const said = numbersOf(row).find((each) => pointIn(each) === 'either');
			return said === undefined ? [] : [[row, said]];
		})
	);
}
