import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const page = readFileSync('src/SOUNDNESS.md', 'utf8');
const COLUMNS = 5;

/** The table's rows, cell by cell. */
const rowsOf = (text: string): string[][] =>
	text
		.split('\n')
		.filter((line) => line.startsWith('|'))
		.slice(2)
		.map((line) =>
			line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim())
		);

/** What is wrong with a row, if something is. */
function flawOf(row: string[]): string | undefined {
	if (row.length !== COLUMNS || row.some((cell) => cell === '')) return 'a cell is empty';
	const test = row[3] ?? '';
	if (test === 'none') return undefined;
	const named = [...test.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);
	if (named.length === 0) return 'names no test';
	const missing = named.filter(
		(path) => !existsSync(path.startsWith('tests/') ? path : `src/lib/${path}`)
	);
	return missing.length > 0 ? `${missing.join()} is not there` : undefined;
}

it('every row names tests that are there, or says that there is none', () => {
	const rows = rowsOf(page);
	expect(rows.length).toBeGreaterThan(10);
	expect(rows.flatMap((row) => flawOf(row) ?? [])).toEqual([]);
});

it('notices a row without a test, and one whose test is gone', () => {
	expect(flawOf(['a', 'b', 'c', 'soon', 'd'])).toBe('names no test');
	expect(flawOf(['a', 'b', 'c', '`tests/gone.spec.ts`', 'd'])).toBe(
		'tests/gone.spec.ts is not there'
	);
	expect(flawOf(['a', 'b', 'c', 'none', ''])).toBe('a cell is empty');
});
