import { readdirSync } from 'node:fs';
import { sep } from 'node:path';

const BELOW = '[municipality]';

/** Every page that citizens and the public have in a municipality, as its address is written: `/svar/[round]`. */
export const ROUTES: readonly string[] = readdirSync('src/routes', { recursive: true })
	.map((file) => String(file).split(sep).join('/'))
	.filter((file) => file.startsWith(`${BELOW}/`) && file.endsWith('/+page.svelte'))
	.filter((file) => !/^\[municipality\]\/(intern|tablet)\//.test(file))
	.map((file) =>
		file
			.slice(BELOW.length, -'/+page.svelte'.length)
			.replace('/[[lang=lang]]', '')
			.replace(/\/\([^)]+\)/g, '')
	);

/** Names before what has any name, and what has any address last. */
const length = (route: string): number =>
	route.includes('[...') ? Infinity : route.split('[').length;
const part = (segment: string): string => {
	if (segment.startsWith('[...')) return '/.+';
	if (segment.startsWith('[[')) return '(/[^/]+)?';
	return segment.startsWith('[') ? '/[^/]+' : `/${segment}`;
};
const parts = ROUTES.toSorted((one, other) => length(one) - length(other)).map((route) => ({
	route,
	pattern: new RegExp(`^${route.split('/').slice(1).map(part).join('')}$`)
}));

/** The page that an address leads to, below the municipality and the language. */
export const routeOf = (path: string): string | undefined =>
	parts.find(({ pattern }) => pattern.test(path.replace(/[?#].*$/, '')))?.route;
