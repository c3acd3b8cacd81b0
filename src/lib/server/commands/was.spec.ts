import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { text } from './was.ts';

const table = readFileSync('src/ACCESSIBILITY.md', 'utf8');

it('says what was looked at, when, and that nothing was found', () => {
	const said = text(
		{
			'ordinary pages in da': { day: '2026-11-29', pages: 400, found: 0 },
			staff: { day: '2026-11-30', pages: 100, found: 0 }
		},
		table
	);
	expect(said).toContain('fandt ingen fejl');
	expect(said).toContain('fra 29. november 2026 til 30. november 2026');
	expect(said).toContain('500 visninger');
	expect(Number(/(\d+) af standardens krav/.exec(said)?.[1])).toBeGreaterThan(45);
});

it('hides nothing that was found, and claims nothing that was not looked at', () => {
	expect(text({ staff: { day: '2026-11-30', pages: 100, found: 3 } }, table)).toContain(
		'fandt 3 fejl'
	);
	const nothing = text({}, table);
	expect(nothing).toContain('ikke gemt nogen gennemgang');
	expect(nothing).not.toContain('ingen fejl');
});
