import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { expect, it } from 'vitest';
import { BREACHES } from './support/breaches.ts';
import { arrowsUp, beyondFeature, beyondRoom, circles, featureOf } from './support/house.ts';
import { ONE_WAY } from './support/one-way.ts';
import {
	capped,
	importsOf,
	isMarkup,
	isSpec,
	markupOf,
	readSources,
	withoutComments,
	type Import,
	type Sources
} from './support/sources.ts';

// The rules of the house. Who may import whom stands in support/house.ts and, in words, in src/README.md.

/** The only files that may read a box. Fieldwork is what the day's turn writes beside release. */
const BOX_READERS = ['rounds/box', 'intake/commit', 'results/release', 'results/fieldwork'].map(
	(name) => `src/lib/server/${name}.ts`
);
const RELEASED = ['release', 'results', 'offers'].map((at) => `src/lib/server/results/${at}.ts`);
const PICTURES = 'src/lib/server/journey/pictures.ts';
const DATABASE = 'src/lib/server/core/database.ts';
const PLANS = 'src/lib/server/plan/plans.ts';

const LINES_MAX = 250;
const FILES_MAX = 16;
/** Longer files, each with its defence. */
const LONG: { [path: string]: string } = {
	'tests/goals/seeds.ts': 'what five plans print, value by value',
	'src/lib/outbox/outbox.spec.ts': 'the whole contract of the outbox, fact by fact',
	'src/lib/server/staff/access/doors.ts': 'the one table of who may what, whole'
};
/** Its address is known only when it runs: the demo goes on as the built server that lies beside it. */
const COMPUTED = ['src/lib/server/demo/child.ts'];
const isContent = (path: string): boolean => path.startsWith('src/lib/plan/content/');

/** Not domain: words of the trade that no chart or button may know. */
const DOMAIN =
	/\b(survey|questionnaire|citizen|caseworker|municipality|submission|respondent|kommune|borger|måling|løfte)/i;

const house = read(readSources('src', 'tests'));

it.each(Object.entries(rules()))('%s', (_, rule) => {
	expect(offences(house, rule)).toEqual([]);
});

it.each(Object.entries(rules()))('notices a breach: %s', (name, rule) => {
	const breaches = BREACHES[name] ?? [];
	expect(breaches.length).toBeGreaterThan(0);
	for (const [path, source] of breaches) {
		expect(offences(read(new Map([[path, source]])), rule), `${path}: ${source}`).not.toEqual([]);
	}
});

it('has no room that reaches up, and notices one', () => {
	expect(arrowsUp()).toEqual([]);
	expect(arrowsUp({ core: ['results'], results: [] })).toEqual(['core → results']);
});

it('has no circle anywhere, of types neither, and notices one', () => {
	const product = house.filter(({ path }) => path.startsWith('src/') && !isSpec(path));
	const graph = new Map(
		product.map(({ path, imports }) => [path, imports.map(({ target }) => target)])
	);
	expect(graph.size).toBeGreaterThan(300);
	expect(circles(graph)).toEqual([]);
	const ring = new Map([
		['a', ['b']],
		['b', ['c']],
		['c', ['b']]
	]);
	expect(circles(ring)).toEqual([['b', 'c']]);
});

it('has no folder of more files than a newcomer can keep in mind, and no long stylesheet', () => {
	const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
		.map((path) => `src/${path.split(sep).join('/')}`)
		.filter((path) => /\.(ts|mjs|svelte|scss)$/.test(path) && !isSpec(path));
	const folders = Map.groupBy(
		files.filter((path) => path.startsWith('src/lib/')),
		(path) => path.slice(0, path.lastIndexOf('/'))
	);
	const crowded = [...folders].filter(([, inside]) => inside.length > FILES_MAX);
	expect(crowded.map(([folder, inside]) => `${folder}: ${inside.length}`)).toEqual([]);
	const long = files
		.filter((path) => path.endsWith('.scss'))
		.filter((path) => linesOf(readFileSync(path, 'utf8')) > LINES_MAX);
	expect(long).toEqual([]);
});

type Rule = (path: string, source: string, imports: Import[]) => string[];

type File = { path: string; source: string; imports: Import[] };

function read(sources: Sources): File[] {
	return [...sources].map(([path, source]) => ({ path, source, imports: importsOf(path, source) }));
}

const offences = (files: File[], rule: Rule): string[] =>
	files.flatMap(({ path, source, imports }) =>
		rule(path, source, imports).map((offence) => `${path}: ${offence}`)
	);

function rules(): { [name: string]: Rule } {
	const inServer = (path: string) => path.startsWith('src/lib/server/');
	const inRoutes = (path: string) => path.startsWith('src/routes/');
	const isProduct = (path: string) => path.startsWith('src/') && !isSpec(path);
	const inMarkup =
		(rule: (markup: ReturnType<typeof markupOf>) => string[]): Rule =>
		(path, source) =>
			isMarkup(path) ? rule(markupOf(source)) : [];
	const targets = (imports: Import[], isWrong: (each: Import) => boolean) =>
		imports.filter(isWrong).map(({ specifier }) => specifier);

	return {
		...ONE_WAY,
		'a feature imports only what the list lets it': (path, _, imports) => {
			if (isSpec(path) || inServer(path) || !featureOf(path)) return [];
			return (
				beyondFeature(
					path,
					imports.map(({ target }) => target)
				) ?? ['no feature of the list']
			);
		},
		'a list that is as wide as its page says so to the design system': capped,
		'a room of the server imports only rooms below it that the list lets it': (
			path,
			_,
			imports
		) => {
			if (isSpec(path) || !inServer(path)) return [];
			return (
				beyondRoom(
					path,
					imports.map(({ target }) => target)
				) ?? ['no room of the list']
			);
		},
		'nothing imports routes': (path, _, imports) =>
			inRoutes(path) ? [] : targets(imports, ({ target }) => inRoutes(target)),
		'lib/server knows no framework, no screen and no browser storage': (path, _, imports) =>
			!inServer(path)
				? []
				: targets(
						imports,
						({ target }) =>
							/^(\$app|\$env|\$service-worker|svelte|@sveltejs)(\/|$)/.test(target) ||
							/^src\/lib\/(ui|charts|outbox\/store)\b/.test(target) ||
							isMarkup(target)
					),
		'plan content is read by lib/server/plan/plans.ts alone': (path, _, imports) =>
			path === PLANS || isContent(path) || isSpec(path)
				? []
				: targets(imports, ({ target, isType }) => !isType && isContent(target)),
		'only database.ts constructs a database': (path, source, imports) =>
			path === DATABASE || !isProduct(path)
				? []
				: [
						...targets(imports, ({ target, isType }) => !isType && target === 'better-sqlite3'),
						...matches(source, /\bnew (Database|Sqlite)\b/)
					],
		'a box is read only by intake and at the day’s turn': (path, source, imports) =>
			BOX_READERS.includes(path) || !isProduct(path)
				? []
				: [
						...matches(source, /\b(from|into|join|update|table)\s+box\b/i),
						...(imports.some(({ target }) => target === 'src/lib/server/rounds/box.ts')
							? matches(source, /\bbox\.read\b|\{[^}]*\bread\b[^}]*\} from '[^']*\/box\.ts'/)
							: [])
					],
		'the table `released` is known to release and results alone': (path, source) =>
			RELEASED.includes(path) || !isProduct(path)
				? []
				: matches(source, /\b(from|into|join|update|table)\s+released(_cell)?\b/i),
		'counts of pictures are known to pictures.ts alone': (path, source) =>
			path === PICTURES || !isProduct(path)
				? []
				: matches(
						source,
						/\b(from|into|join|update|table)\s+picture_(quarter|released|receipt)\b/i
					),
		'the small server imports the handler, compression, its headers, signals, the judge of the configuration and the floor of Node alone':
			(path, _, imports) =>
				path !== 'src/server.ts'
					? []
					: targets(
							imports,
							({ target }) =>
								!/^(node:.*|compression|src\/(handler\.js|(headers|signals)\.ts|lib\/server\/(configuration|core\/environment)\.ts|build\/node-floor\.mjs))$/.test(
									target
								)
						),
		'the service worker imports outbox and offline alone': (path, _, imports) =>
			path !== 'src/service-worker.ts'
				? []
				: targets(
						imports,
						({ target }) =>
							!['outbox', 'offline'].includes(featureOf(target) ?? '') &&
							!/^(workbox-.*|\$service-worker)$/.test(target)
					),
		'charts and ui have no domain word': (path, source) =>
			/^src\/lib\/(charts|ui)\//.test(path) && !isSpec(path) ? matches(source, DOMAIN) : [],
		'imports of ours carry their extension, and none is computed': (path, _, imports) =>
			!path.startsWith('src/')
				? []
				: targets(
						imports,
						({ specifier, target }) =>
							(specifier === '?' && !COMPUTED.includes(path)) ||
							(target.startsWith('src/') &&
								!specifier.endsWith('/$types') &&
								!/\.(ts|m?js|svelte|json|css|scss|sql|svg|webmanifest)(\?worker&url)?$/.test(
									specifier
								))
					),
		'no citizen text stands in markup': (path, source) => {
			if (!isMarkup(path) || path.includes('/intern/')) return [];
			return [...markupOf(source).words, ...matches(source, /[æøåÆØÅ][\p{L}]/u)];
		},
		'addresses in markup are whole': inMarkup(({ addresses }) =>
			addresses.filter((address) => !/^([/#?]|[a-z]+:|$)/.test(address))
		),
		'no field loses what was typed before the page came to life, or comes empty without it':
			inMarkup(({ forgetful }) => forgetful),
		'no field cuts off what is pasted: it says how much is too much': inMarkup(
			({ cutting }) => cutting
		),
		'a file is no longer than 250 lines': (path, source) => {
			const lines = linesOf(source);
			return lines > LINES_MAX && !isContent(path) && !LONG[path] ? [`${lines} lines`] : [];
		}
	};
}

const linesOf = (source: string): number => source.trimEnd().split('\n').length;

const matches = (source: string, pattern: RegExp): string[] =>
	pattern.exec(withoutComments(source))?.slice(0, 1) ?? [];
