import type { Cell, Column } from '$lib/reports/document.ts';

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
