import { expect, it } from 'vitest';
import { asksForHelp, flaw } from './usage.ts';

const pair = { least: 1, most: 2 };
const yes = { ...pair, options: { yes: { type: 'boolean' }, keys: { type: 'string' } } } as const;

it.each([
	[['a'], pair],
	[['a', 'b'], pair],
	[[], { most: 0 }],
	[['a', '--yes', '--keys', 'b'], yes],
	[['a', '--keys=b', 'c'], yes]
])('%j is as it should be', (args, takes) => {
	expect(flaw(args, takes)).toBeUndefined();
});

it.each([
	[[], pair, 'missing'],
	[['a', 'b', 'c'], pair, '"c" is one argument too many'],
	[['a'], { most: 0 }, '"a" is one'],
	[['--all'], pair, "'--all'"],
	[['-x'], pair, "'-x'"],
	[['--', '--all'], pair, '"--all" is no argument'],
	[['--', 'a'], pair, '"--" is no argument'],
	[['a', '--keys=-x'], yes, '"-x" is no argument'],
	[['a', '--keys'], yes, '--keys'],
	[['a', '--yes=no'], yes, '--yes'],
	[['a', ''], pair, 'empty']
])('%j is refused in words', (args, takes, words) => {
	expect(flaw(args, takes)).toContain(words);
});

it('help is asked for wherever it stands', () => {
	expect(asksForHelp(['a', '--help'])).toBe(true);
	expect(asksForHelp(['-h'])).toBe(true);
	expect(asksForHelp(['a', '--yes'])).toBe(false);
});
