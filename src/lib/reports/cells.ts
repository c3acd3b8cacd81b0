import type { Locale } from '../results/locale.ts';
import type { Cell, Column, Table } from './document.ts';

/** A cell as it is read: whole per cent, numbers as Danes write them, a dash where there is nothing to show. */
export function cellWords(
	cell: Cell | undefined,
	{ as }: Column,
	count: (n: number) => string
): string {
	if (cell === null || cell === undefined || cell === '') return '–';
	if (typeof cell === 'object') return `${cell.whole} %`;
	if (typeof cell === 'string') return cell;
	return as === 'count' ? count(cell) : String(cell);
}

/** A cell as it is in a file: a share with one decimal, and nothing where there is nothing to show. */
export const cellValue = (cell: Cell | undefined): string | number | null => {
	if (cell === null || cell === undefined || cell === '') return null;
	return typeof cell === 'object' ? cell.one : cell;
};

export const headOf = ({ columns }: Table): string[] => columns.map(({ name }) => name);

/** A share in per cent as a file has it: rounded there to one decimal, and not once more, since it could become another. */
export const asFiled = (perCent: number, { bare }: Pick<Locale, 'bare'>): string =>
	bare(perCent / 100, 1);
