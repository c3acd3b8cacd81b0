import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Success criteria of WCAG 2.1 at A and AA, as EN 301 549 counts them: 9.1.1.1 … */
const CLAUSES = [
	...[
		'1.1.1',
		'1.2.1',
		'1.2.2',
		'1.2.3',
		'1.2.4',
		'1.2.5',
		'1.3.1',
		'1.3.2',
		'1.3.3',
		'1.3.4',
		'1.3.5'
	],
	...['1.4.1', '1.4.2', '1.4.3', '1.4.4', '1.4.5', '1.4.10', '1.4.11', '1.4.12', '1.4.13'],
	...['2.1.1', '2.1.2', '2.1.4', '2.2.1', '2.2.2', '2.3.1'],
	...[
		'2.4.1',
		'2.4.2',
		'2.4.3',
		'2.4.4',
		'2.4.5',
		'2.4.6',
		'2.4.7',
		'2.5.1',
		'2.5.2',
		'2.5.3',
		'2.5.4'
	],
	...['3.1.1', '3.1.2', '3.2.1', '3.2.2', '3.2.3', '3.2.4', '3.3.1', '3.3.2', '3.3.3', '3.3.4'],
	...['4.1.1', '4.1.2', '4.1.3']
].map((each) => `9.${each}`);
const OURS = [
	'2.4.11',
	'2.5.7',
	'2.5.8',
	'3.2.6',
	'3.3.7',
	'3.3.8',
	'2.2.6',
	'2.4.13',
	'2.5.5',
	'3.1.5'
];

const rows = readFileSync('src/ACCESSIBILITY.md', 'utf8')
	.split('\n')
	.filter((line) => line.startsWith('| ') && !/^\| (Clause|-)/.test(line))
	.map((line) => line.split('|').map((cell) => cell.trim()))
	.map(([, clause = '', how = '', test = '']) => ({ clause, how, test }));

it('has a line for every clause of the standard, in its order, and for what is ours beside it', () => {
	expect(
		rows.map(({ clause }) => clause.split(' ')[0]).filter((each) => CLAUSES.includes(each ?? ''))
	).toEqual(CLAUSES);
	expect(rows.some(({ clause }) => clause.startsWith('9.6 '))).toBe(true);
	const beside = rows
		.map(({ clause }) => /^(?:WCAG 2\.2|AAA): ([\d.]+) /.exec(clause)?.[1])
		.filter(Boolean);
	expect(beside).toEqual(OURS);
});

it.each(rows)('$clause: how it is met, and by a test that there is', ({ how, test }) => {
	expect(how.length).toBeGreaterThan(10);
	const named = [...test.matchAll(/`([^`]+)`(?: "([^"]+)")?/g)];
	for (const [, file = '', title] of named) {
		expect([file, existsSync(file)]).toEqual([file, true]);
		if (title) expect([title, readFileSync(file, 'utf8').includes(title)]).toEqual([title, true]);
	}
	expect(named.length > 0 || /^(axe|by reading|none needed)$/.test(test)).toBe(true);
});

it('what needs no test is what there is none of', () => {
	for (const { how, test } of rows) {
		if (test === 'none needed') expect(how).toMatch(/^There is|^Nothing|have none$/);
	}
});
