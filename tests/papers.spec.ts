import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOM_NAMES } from './support/house.ts';

// What newcomers read first: short, and true to the house.

it('has a map with every noun and every room on it', () => {
	const [nouns = '', rooms = ''] = readFileSync('src/README.md', 'utf8')
		.split('```')
		.filter((_, at) => at % 2 === 1);
	const namesIn = (text: string) => new Set(text.match(/[\w-]+/g));
	const foldersOf = (path: string) =>
		readdirSync(path, { withFileTypes: true }).flatMap((each) =>
			each.isDirectory() && each.name !== 'migrations' ? [each.name] : []
		);
	const lacking = [
		...foldersOf('src/lib').filter((name) => !namesIn(nouns).has(name)),
		...[...foldersOf('src/lib/server'), ...ROOM_NAMES].filter((name) => !namesIn(rooms).has(name))
	];
	expect(lacking).toEqual([]);
});

it('has a front page that a newcomer reads in ten minutes', () => {
	expect(Buffer.byteLength(readFileSync('README.md'))).toBeLessThanOrEqual(8_000);
});
