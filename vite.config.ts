import purgecss from '@fullhuman/postcss-purgecss';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import rtlcss from 'postcss-rtlcss';
import { frameOf } from './src/lib/i18n/frame.ts';
import { chunks, isOf, NOT_AT_FIRST } from './src/build/chunks.ts';
import { citizensOnly, recording } from './src/build/precache.ts';
import { write as writeArguments } from './src/build/arguments.mjs';
import { pages } from './src/build/pages.ts';
import { dropChance } from './src/build/chance.ts';
import type { LanguageInfo } from './src/lib/i18n/messages.ts';
import { SlowFirst } from './src/build/slow-first.ts';
import { still } from './src/build/still.ts';
import type { Plugin as Styling } from 'postcss';
import { withCopies } from './tests/load/copies.ts';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const dkfds = resolve('node_modules/dkfds/dist');

/** Where the parts of a language lie, and those words of it that every page needs: the others' are asked for by their part. */
function partsOf(folder: string): string {
	const parts = readdirSync(folder)
		.map((file) => file.replace(/\.json$/, ''))
		.filter((part) => !['language', 'plans'].includes(part));
	return [
		"export { default as frame } from './citizen.json?frame';",
		`export const parts = { ${parts.map((part) => `${part}: () => import('./${part}.json')`).join()} };`
	].join('\n');
}

/**
 * Compiles `messages/<language>/<part>.json` to functions; a plural category the language lacks fails the build. With `?frame`
 * it is the part of the messages that every page needs, and no more; `language.json?parts` says where a language's parts lie.
 */
function messages(): Plugin {
	let isServing = false;
	return {
		name: 'messages',
		enforce: 'pre',
		configResolved(config) {
			isServing = config.command === 'serve';
			writeArguments();
		},
		transform(source, id, options) {
			const [, folder, part, asked] =
				/(.*\/i18n\/messages\/\w+)\/(\w+)\.json(\?frame|\?parts)?$/.exec(id) ?? [];
			if (folder && asked === '?parts') {
				// As below: `npm run dev` needs an address, of the file here.
				const code = partsOf(folder);
				const here = folder.slice(resolve('.').length);
				return {
					code: isServing ? code.replaceAll("'./", `'${here}/`) : code,
					moduleType: 'js',
					map: null
				};
			}
			if (!folder || part === 'plans') return;
			if (part === 'language') {
				if (isServing || options?.ssr !== false) return;
				// Who made it, and by whose rules, is nothing that a browser asks.
				const { madeBy: _by, plurals: _rules, ...info } = JSON.parse(source) as LanguageInfo;
				return { code: `export default ${JSON.stringify(info)}`, moduleType: 'js', map: null };
			}
			const { plurals, intl } = JSON.parse(readFileSync(`${folder}/language.json`, 'utf8')) as {
				plurals: string;
				intl?: string;
			};
			const format = new MessageFormat(plurals, { strict: false });
			const messages = JSON.parse(source) as object;
			// A number in a plural has the digits of every other number on the page.
			const code = compileModule(format, asked ? frameOf(messages) : messages).replaceAll(
				`number("${plurals}"`,
				`number("${intl ?? plurals}"`
			);
			// `npm run dev` rewrites no imports in what it takes for JSON; a browser needs an address.
			const isForBrowser = isServing && !options?.ssr;
			return {
				code: isForBrowser ? code.replaceAll('"@messageformat/', '"/@id/@messageformat/') : code,
				moduleType: 'js',
				map: null
			};
		}
	};
}

/** Programs of ours for Node, built beside adapter-node's handler; `chunks` is their own folder in `build`. */
const node = (input: { [name: string]: string }, chunks: string): UserConfig => ({
	plugins: [messages()],
	resolve: { alias: { $lib: resolve('src/lib') } },
	ssr: {
		noExternal: true,
		external: ['better-sqlite3', '@node-rs/argon2', 'autocannon', '@playwright/test']
	},
	build: {
		ssr: true,
		outDir: 'build',
		emptyOutDir: false,
		copyPublicDir: false,
		rollupOptions: {
			input,
			external: ['./handler.js'],
			output: { chunkFileNames: `${chunks}/[name]-[hash].js` }
		}
	}
});

const purge = purgecss({
	content: ['src/**/*.{svelte,ts,html}'],
	safelist: {
		// Names that are put together: `alert-{tone}`, `form-group-{type}`.
		standard: [/^alert-/, /^form-group-/],
		// It finds no name outside these, and would take a rule that is made of them for unused.
		greedy: [/^:(?:is|where)$/]
	}
}) as Styling;

/**
 * Leaves out of the design system what no page of ours names. Svelte does so itself for its components. Only in a build: whoever
 * writes a page may name anything.
 */
const used: Styling = {
	postcssPlugin: 'used',
	OnceExit: async (root, helpers) => {
		if (process.env.NODE_ENV !== 'production') return;
		if (!root.source?.input.file?.endsWith('.scss')) return;
		await purge.OnceExit?.(root, helpers);
		dropChance(root);
	}
};

/** The design system's colours as it is built, by the names that ours go by: a municipality's own, and those that may be dark. */
const NAMES: { [colour: string]: string } = {
	'#44831e': '--accent',
	'#3c5c22': '--accent-dark',
	'#233614': '--accent-darker',
	white: '--paper',
	'#1a1a1a': '--ink',
	'#454545': '--ink',
	'#f5f5f5': '--tint',
	'#dcdcdc': '--tint-line'
};
const named: Styling = {
	postcssPlugin: 'named',
	Declaration: (declaration) => {
		if (declaration.prop.startsWith('--')) return;
		const value = declaration.value.replace(/#[0-9a-f]{6}\b|\bwhite\b/gi, (colour) => {
			const name = NAMES[colour.toLowerCase()];
			return name ? `var(${name})` : colour;
		});
		if (value !== declaration.value) declaration.value = value;
	}
};

/** What keeps something in a browser has one of its own for each file. */
const DEVICE_SPECS = ['src/lib/{interviews,journey,outbox,survey,tablet}/**/*.spec.ts'];

const programs: { [mode: string]: UserConfig } = {
	node: node(
		{ start: 'src/start.ts', serving: 'src/server.ts', commands: 'src/commands.ts' },
		'commands'
	),
	bench: node({ bench: 'tests/bench/bench.ts' }, 'bench'),
	load: {
		...node({ load: 'tests/load/load.ts', sealer: 'tests/load/sealer.ts' }, 'load-chunks'),
		plugins: [
			{
				name: 'copies',
				enforce: 'pre',
				transform: (source, id) =>
					/server\/plan\/plans\.ts$/.test(id) ? { code: withCopies(source), map: null } : undefined
			},
			messages()
		]
	},
	soundness: node(
		{ killed: 'tests/soundness/killed.ts', remembered: 'tests/soundness/remembered.ts' },
		'soundness'
	)
};

const CLIENT = /kit\/src\/runtime\/client\/client\.js$/;
/** The framework takes all that Svelte offers as one thing, and with it what no page of ours uses. It uses these. */
function byName(source: string): string {
	const named = source
		.replace(
			"import * as svelte from 'svelte';",
			"import { onMount, settled, tick, untrack } from 'svelte';"
		)
		.replace('const { onMount, tick } = svelte;', 'const svelte = { settled, tick };')
		.replace(/^const untrack = .*$/m, '');
	if (/import \* as svelte|svelte\.(onMount|untrack)\b/.test(named))
		throw new Error('the framework has changed: see vite.config.ts');
	return named;
}

const CONSTANTS = /svelte\/src\/internal\/client\/constants\.js$/;
const NEVER_THROWN =
	/new \(class \w+ extends Error \{\s*name = ('[^']*');\s*message = ('[^']*');\s*\}\)\(\)/;
/**
 * Svelte makes an error when it is read, to have it: for the stack in it a browser reads all of the file once more, and a slow
 * phone's page stands still that long. One without a stack does the same.
 */
function withoutStack(source: string): string {
	if (!NEVER_THROWN.test(source)) throw new Error('the framework has changed: see vite.config.ts');
	return source.replace(
		NEVER_THROWN,
		'/* @__PURE__ */ Object.assign(Object.create(Error.prototype), { name: $1, message: $2 })'
	);
}

/**
 * Svelte asks at run time whether a component is written in the old way, or uses what is not finished yet. None does: as
 * constants, the answers keep what such components need out of a phone. One that did would not start.
 */
const flags: Plugin = {
	name: 'flags',
	enforce: 'pre',
	transform: (source, id) => {
		if (CLIENT.test(id)) return { code: byName(source), map: null };
		if (CONSTANTS.test(id)) return { code: withoutStack(source), map: null };
		// They only declare: a first page need not fetch them to see what they do.
		if (isOf(NOT_AT_FIRST, id)) return { code: source, moduleSideEffects: false, map: null };
		return /svelte\/src\/internal\/flags\/index\.js$/.test(id)
			? source
					.replaceAll('export let', 'export const')
					.replaceAll(
						/^\t\w+ = (true|false);$/gm,
						"\tthrow new Error('a component of another mode: see vite.config.ts');"
					)
			: undefined;
	}
};

/** Our own worker; one web manifest per municipality is a route of ours. */
const pwa = SvelteKitPWA({
	strategies: 'injectManifest',
	srcDir: 'src',
	filename: 'service-worker.ts',
	injectRegister: false,
	manifest: false,
	injectManifest: {
		globPatterns: [
			'client/_app/immutable/**/*.{js,css}',
			'client/icon.svg',
			'prerendered/pages/app-shell.html'
		],
		manifestTransforms: [citizensOnly]
	}
});

const app: UserConfig = {
	plugins: [messages(), flags, sveltekit(), pwa, chunks, pages, still, recording],
	css: {
		preprocessorOptions: {
			scss: {
				loadPaths: [`${dkfds}/scss`, 'node_modules'],
				silenceDeprecations: ['if-function'],
				quietDeps: true
			}
		},
		postcss: { plugins: [used, named, rtlcss()] }
	},
	server: { host: '127.0.0.1' },
	test: {
		testTimeout: 30_000,
		// Vitest leaves a core for itself, and CI has two.
		maxWorkers: '100%',
		setupFiles: ['tests/support/apart.ts'],
		sequence: { sequencer: SlowFirst },
		unstubGlobals: true,
		unstubEnvs: true,
		restoreMocks: true,
		projects: [
			{ extends: true, test: { name: 'device', include: DEVICE_SPECS } },
			{
				extends: true,
				test: {
					name: 'rest',
					setupFiles: ['tests/support/apart.ts', 'tests/support/closed.ts'],
					include: ['src/**/*.spec.ts', 'tests/**/*.spec.ts'],
					exclude: DEVICE_SPECS,
					// Every module is read once in a worker, and not once in a file: half the time.
					isolate: false
				}
			}
		]
	}
} as UserConfig;

export default defineConfig(({ mode }) => programs[mode] ?? app);
