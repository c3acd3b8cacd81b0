import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module.js';
import { sveltekit } from '@sveltejs/kit/vite';
import { SvelteKitPWA } from '@vite-pwa/sveltekit';
import { resolve } from 'node:path';
import rtlcss from 'postcss-rtlcss';
import { citizensOnly } from './src/precache.ts';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const dkfds = resolve('node_modules/dkfds/dist');

/** Compiles `messages/<language>/<part>.json` to functions; a plural category the language lacks fails the build. */
function messages(): Plugin {
	// Plural rules of the URL's language codes: easy Danish is Danish, the pseudo-language reads as Arabic but counts as Danish.
	const rules: { [language: string]: string } = { let: 'da', xr: 'da' };
	let isServing = false;
	return {
		name: 'messages',
		enforce: 'pre',
		configResolved(config) {
			isServing = config.command === 'serve';
		},
		transform(source, id, options) {
			const language = /\/i18n\/messages\/(\w+)\/\w+\.json$/.exec(id)?.[1];
			if (!language) return;
			const format = new MessageFormat(rules[language] ?? language, { strict: false });
			const code = compileModule(format, JSON.parse(source) as object);
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
	ssr: { noExternal: true, external: ['better-sqlite3', '@node-rs/argon2', 'autocannon'] },
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

const programs: { [mode: string]: UserConfig } = {
	node: node({ start: 'src/server.ts', commands: 'src/commands.ts' }, 'commands'),
	bench: node({ bench: 'tests/bench/bench.ts' }, 'bench')
};

/**
 * Fewer and larger files for a phone: every file costs some 600 bytes of headers and a turn of the network. What each page
 * needs is one; what answering needs, and no zod, is another.
 */
const chunks: Plugin = {
	name: 'chunks',
	config: (_, { isSsrBuild }) =>
		isSsrBuild
			? {}
			: {
					build: {
						rolldownOptions: {
							output: {
								codeSplitting: {
									groups: [
										{
											name: 'house',
											test: /node_modules\/(svelte|@sveltejs\/kit|clsx|esm-env|devalue)\/|src\/lib\/(i18n\/(messages|wording|days)\.ts|calendar\.ts|ui\/Mark\.svelte)|@messageformat\/runtime|vite\/preload-helper/
										},
										{
											name: 'survey',
											test: /src\/lib\/(identifiers|survey\/(answers|code|comment|draft|limits|scale|state|words))\.ts/
										}
									]
								}
							}
						}
					}
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
	plugins: [messages(), sveltekit(), pwa, chunks],
	css: {
		preprocessorOptions: {
			scss: {
				loadPaths: [`${dkfds}/scss`, 'node_modules'],
				silenceDeprecations: ['if-function'],
				quietDeps: true
			}
		},
		postcss: { plugins: [rtlcss()] }
	},
	server: { host: '127.0.0.1' },
	test: { include: ['src/**/*.spec.ts', 'tests/**/*.spec.ts'], testTimeout: 30_000 }
} as UserConfig;

export default defineConfig(({ mode }) => programs[mode] ?? app);
