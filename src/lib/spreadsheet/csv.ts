import Papa from 'papaparse';
import { withComma } from '../rounding.ts';

/** What a spreadsheet takes for a formula, also behind spaces that are not seen and in the wide letters of East Asia. */
const FORMULA = /^([=+\-@\t\r\n]|[\s\u200B\uFEFF]+[=+\-@]|[＝＋－＠])/;

/**
 * Semicolons and a byte order mark: what a Danish spreadsheet opens with its letters and columns in place. A text that it would
 * take for a formula gets an apostrophe, which shows that it is a text; a number stays one, with a decimal comma.
 */
export const file = (rows: readonly (readonly (string | number)[])[]): string =>
	`\uFEFF${Papa.unparse(
		rows.map((row) => row.map(asText)),
		{ delimiter: ';', quotes: (cell) => typeof cell === 'string' && cell.startsWith("'") }
	)}\r\n`;

function asText(cell: string | number): string {
	if (typeof cell === 'number') return withComma(cell);
	return FORMULA.test(cell) ? `'${cell}` : cell;
}
