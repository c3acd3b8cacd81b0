import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What the framework writes of all pages there are; it is read by every browser at its first visit. */
const APP = /client-optimized[\\/]app\.js$/;
const STAFF = './staff.js';
const NODE = /^\t\(\) => import\('(\.\/nodes\/\d+)'\),?$/;
const ROUTE = /^\t\t"\/\[municipality\]\/intern[/"]/;
/** Pages that are as the server draws them: a link to one is a link to elsewhere. */
const STILL = /^\t\t"\/\[municipality\]\/\[\[lang=lang\]\]\/\(public\)\//;

/**
 * The list of pages as a citizen's phone should have it. Staff's pages are apart: their list is a file of its own, asked for
 * where the address is theirs, and to a citizen's page a link to one of them is a link to elsewhere. What is around every
 * page is in the list's own file. The public's are not in it at all: nothing of them comes to life in a browser.
 */
export const pages: Plugin = {
	name: 'pages',
	resolveId(source, importer) {
		return source === STAFF && importer && APP.test(importer)
			? join(dirname(importer), STAFF)
			: undefined;
	},
	load(id) {
		if (!/client-optimized[\\/]staff\.js$/.test(id)) return undefined;
		const folder = dirname(id);
		const lines = readFileSync(join(folder, 'app.js'), 'utf8').split('\n');
		const nodes = nodesIn(lines).flatMap(({ path, at }) =>
			isStaffs(folder, path) ? `${at}: () => import('${path}')` : []
		);
		const routes = lines.filter((line) => ROUTE.test(line)).map((line) => line.replace(/,$/, ''));
		if (nodes.length === 0 || routes.length === 0) throw new Error('no pages of staff: see app.js');
		return `export const nodes = {${nodes.join()}};\nexport const dictionary = {${routes.join()}};`;
	},
	transform(source, id) {
		if (/client-optimized[\\/]nodes[\\/]\d+\.js$/.test(id)) {
			return source.replace(
				/^import \* as universal from "(.*)";\nexport \{ universal \};/m,
				(_, from: string) => {
					const names = exportsOf(join(dirname(id), from)).join();
					return `import { ${names} } from "${from}";\nexport const universal = { ${names} };`;
				}
			);
		}
		if (!APP.test(id)) return undefined;
		const folder = dirname(id);
		const lines = source.split('\n');
		const imports: string[] = [];
		for (const { line, at, path } of nodesIn(lines)) {
			if (isStaffs(folder, path) || isStill(folder, path)) lines[line] = '\t,';
			if (!isFrame(folder, path)) continue;
			const frame = partsOf(folder, path).map(({ part, from }) =>
				part === 'component' ? component(from, at) : universal(folder, from, at)
			);
			imports.push(...frame.map(({ importing }) => importing));
			lines[line] = `\tasync () => ({ ${frame.map(({ value }) => value).join()} }),`;
		}
		return `${imports.join('\n')}
${lines.filter((line) => !ROUTE.test(line) && !STILL.test(line)).join('\n')}
if (/^\\/[^/]+\\/intern(\\/|$)/.test(location.pathname)) {
	const staff = await import('${STAFF}');
	Object.assign(nodes, staff.nodes);
	Object.assign(dictionary, staff.dictionary);
}
`;
	}
};

/** The lines that fetch a page, and the number that the page has. */
const nodesIn = (lines: string[]): { line: number; at: number; path: string }[] =>
	lines
		.flatMap((text, line) => {
			const path = NODE.exec(text)?.[1];
			return path ? [{ line, path }] : [];
		})
		.map((found, at) => ({ ...found, at }));

const read = (folder: string, path: string): string =>
	readFileSync(join(folder, `${path}.js`), 'utf8');

const isStaffs = (folder: string, path: string): boolean =>
	read(folder, path).includes('/[municipality]/intern/');

const isStill = (folder: string, path: string): boolean =>
	read(folder, path).includes('/(public)/');

type Part = { importing: string; value: string };

const component = (from: string, at: number): Part => ({
	importing: `import component${at} from '${from}';`,
	value: `component: component${at}`
});

/** By its names: all of a module at once would need code of the bundler's own. */
function universal(folder: string, from: string, at: number): Part {
	const names = exportsOf(join(folder, from));
	return {
		importing: `import { ${names.map((name) => `${name} as ${name}${at}`).join()} } from '${from}';`,
		value: `universal: { ${names.map((name) => `${name}: ${name}${at}`).join()} }`
	};
}

const exportsOf = (path: string): string[] =>
	[...readFileSync(path, 'utf8').matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)].flatMap(
		([, name]) => name ?? []
	);

/** What a page is made of, as seen from the list. */
const partsOf = (
	folder: string,
	path: string
): { part: 'component' | 'universal'; from: string }[] =>
	(['component', 'universal'] as const).flatMap((part) => {
		const from = new RegExp(`as ${part} .*?from "\\.\\./(.+?)"`).exec(read(folder, path))?.[1];
		return from ? [{ part, from }] : [];
	});

/** What is around every citizen's page: needed by each of them, so it is no file to ask for later. */
const isFrame = (folder: string, path: string): boolean =>
	/routes\/(\+error|(\[municipality\]\/\[\[lang=lang\]\]\/)?\+layout)\.svelte/.test(
		read(folder, path)
	);
