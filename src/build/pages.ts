import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** What the framework writes of all pages there are; it is read by every browser at its first visit. */
const APP = /client-optimized[\\/]app\.js$/;
const STAFF = './staff.js';
const NODE = /^\t\(\) => import\('(\.\/nodes\/\d+)'\),?$/;
const ROUTE = /^\t\t"\/\[municipality\]\/intern[/"]/;

/**
 * The list of pages as a citizen's phone should have it. Staff's pages are apart: their list is a file of its own, asked for
 * where the address is theirs, and to a citizen's page a link to one of them is a link to elsewhere. What is around every
 * page is in the list's own file.
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
		if (!APP.test(id)) return undefined;
		const folder = dirname(id);
		const lines = source.split('\n');
		const imports: string[] = [];
		for (const { line, at, path } of nodesIn(lines)) {
			if (isStaffs(folder, path)) lines[line] = '\t,';
			if (!isFrame(folder, path)) continue;
			const frame = partsOf(folder, path).map(({ part, from }) => ({ part, from, as: part + at }));
			imports.push(
				...frame.map(({ part, from, as }) => `import ${WAYS[part]} ${as} from '${from}';`)
			);
			lines[line] = `\tasync () => ({ ${frame.map(({ part, as }) => `${part}: ${as}`).join()} }),`;
		}
		return `${imports.join('\n')}
${lines.filter((line) => !ROUTE.test(line)).join('\n')}
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

const WAYS = { component: '', universal: '* as' };

/** What a page is made of, as seen from the list. */
const partsOf = (folder: string, path: string): { part: keyof typeof WAYS; from: string }[] =>
	(['component', 'universal'] as const).flatMap((part) => {
		const from = new RegExp(`as ${part} .*?from "\\.\\./(.+?)"`).exec(read(folder, path))?.[1];
		return from ? [{ part, from }] : [];
	});

/** What is around every citizen's page: needed by each of them, so it is no file to ask for later. */
const isFrame = (folder: string, path: string): boolean =>
	/routes\/(\+error|(\[municipality\]\/\[\[lang=lang\]\]\/)?\+layout)\.svelte/.test(
		read(folder, path)
	);
