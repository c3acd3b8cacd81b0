import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { resolveConfig } from 'vite';
import { expect, it } from 'vitest';

/*
 * The oldest browsers that the pages come to life in are those that the build writes for: Safari and iOS 16.4, Chrome and Edge
 * 111, Firefox 114. The build rewrites syntax, but neither what a pattern says nor what is asked of the browser. An older one
 * keeps the server's forms (translated.e2e.ts).
 */

/** Read by citizens' browsers: not the server's, nor what only staff load. */
const FOR_CITIZENS =
	/^src\/(lib\/(?!server|interviews|plan\/|names|unsent)|routes\/(?!.*\/(intern|api)\/)|hooks\.(client\.)?ts|service-worker)/;
const ANYWHERE = /^src\/(lib\/(?!server)|routes\/|hooks\.(client\.)?ts|service-worker)/;
const SERVER = /\.server\.ts$|\+server\.ts$|\.spec\.ts$|\/server\//;

/** Came later than the floor, and is not asked for with a way round it. */
const TOO_NEW: { [name: string]: RegExp } = {
	'Object.groupBy': /\b(Object|Map)\.groupBy\(/,
	'Promise.withResolvers': /\bPromise\.(withResolvers|try)\(/,
	'Array.fromAsync': /\bArray\.fromAsync\(/,
	'sets that are compared': /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
	'URL.canParse': /\bURL\.(canParse|parse)\(/,
	'AbortSignal.any': /\bAbortSignal\.any\(/,
	'methods of iterators': /\.(values|keys|entries)\(\)\.(map|filter|toArray|find|some|every)\(/,
	'bytes as text': /\.(toBase64|fromBase64|toHex)\(/,
	'Intl.DurationFormat': /\bIntl\.DurationFormat\b/,
	'RegExp.escape': /\bRegExp\.escape\(/,
	'the flag v': /\/[dgimsuy]*v[dgimsuy]*[;,).]/
};
/** Safari before 16.4 does not read a file with one in it at all. */
const LOOKBEHIND = /\(\?<[=!]/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.map((path) => join('src', path))
	.filter((path) => /\.(ts|svelte)$/.test(path) && !SERVER.test(path));
const offences = (of: RegExp, what: RegExp): string[] =>
	files.filter((path) => of.test(path) && what.test(readFileSync(path, 'utf8')));

it.each(Object.entries(TOO_NEW))('%s is asked of no browser', (_, what) => {
	expect(offences(ANYWHERE, what)).toEqual([]);
});

it('no pattern of a citizen’s page looks behind', () => {
	expect(offences(FOR_CITIZENS, LOOKBEHIND)).toEqual([]);
	expect(files.filter((path) => FOR_CITIZENS.test(path)).length).toBeGreaterThan(150);
});

it('what only staff load is loaded by no citizen’s page', () => {
	const staffs = /from '(\$lib\/|\.\.?\/)*(names|interviews\/[\w./-]+|unsent\/[\w.-]+)\.ts'/;
	expect(
		offences(FOR_CITIZENS, staffs).filter(
			(path) => !/interviews\/kind/.test(readFileSync(path, 'utf8'))
		)
	).toEqual([]);
});

/** As people call them: the phone's Safari goes with the desk's, and an Edge is a Chrome. */
const NAMED = { safari: 'iOS', chrome: 'Edge', firefox: 'Firefox' };

it('what is said of browsers, in the README, to staff and in every language, is what the build writes for', async () => {
	const { build } = await resolveConfig({ configFile: false, logLevel: 'silent' }, 'build');
	const targets = [build.target].flat().join(' ');
	const said = ['README.md', 'src/lib/i18n/messages/da/staff.json'].concat(
		readdirSync('src/lib/i18n/messages').map(
			(language) => `src/lib/i18n/messages/${language}/promise.json`
		)
	);
	for (const [name, as] of Object.entries(NAMED)) {
		const version = new RegExp(`${name}([\\d.]+)`).exec(targets)?.[1];
		for (const path of said) {
			expect([path, readFileSync(path, 'utf8').includes(`${as} ${version}`)]).toEqual([path, true]);
		}
	}
	expect(readFileSync('vite.config.ts', 'utf8')).not.toContain('target:');
});

it('the patterns find what they are for', () => {
	expect('/(?<=a)b/u').toMatch(LOOKBEHIND);
	expect('const a = /\\p{L}/v;').toMatch(TOO_NEW['the flag v'] as RegExp);
	expect('map.values().map(f)').toMatch(TOO_NEW['methods of iterators'] as RegExp);
});
