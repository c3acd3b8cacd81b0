import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { text, type Walked } from './was.ts';

const table = readFileSync('src/ACCESSIBILITY.md', 'utf8');
const walk = (day: string, pages: number, found = 0, commit = 'a'.repeat(40)) => ({
	commit,
	day,
	pages,
	found
});
const walked: Walked = {
	walks: { 'ordinary pages in da': walk('2026-11-29', 400), staff: walk('2026-11-30', 100) },
	left: []
};

it('says what was looked at, when, in which release, and that nothing was found', () => {
	const said = text(walked, table);
	expect(said).toContain('fandt ingen fejl');
	expect(said).toContain('fra 29. november 2026 til 30. november 2026 (udgave aaaaaaaaa)');
	expect(said).toContain('500 visninger');
	expect(said).toContain('Alle borgernes sider');
	expect(Number(/(\d+) af standardens krav/.exec(said)?.[1])).toBeGreaterThan(45);
});

it('hides nothing that was found', () => {
	const said = text({ walks: { staff: walk('2026-11-30', 100, 3) }, left: ['more'] }, table);
	expect(said).toContain('fandt 3 fejl');
	expect(said).not.toContain('Alle');
});

it('says it when some walks are left, and which releases others were made in', () => {
	const { walks } = walked;
	const other = walk('2026-11-30', 1, 0, 'b'.repeat(40));
	const said = text({ walks: { ...walks, other }, left: ['the ways in'] }, table);
	expect(said).toContain('ikke færdig');
	expect(said).toContain('4 dele. 3 af dem');
	expect(said).toContain('udgaverne aaaaaaaaa og bbbbbbbbb');
	expect(said).not.toContain('ingen fejl');
});

it('claims nothing that was not looked at', () => {
	const said = text({ walks: {}, left: [] }, table);
	expect(said).toContain('ikke gemt nogen gennemgang');
	expect(said).not.toContain('ingen fejl');
});

it('names the languages that are drafts', () =>
	expect(text(walked, table)).toMatch(/Tekster på .*arabisk.* og .* er kladder/));
