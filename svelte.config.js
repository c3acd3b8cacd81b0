import adapter from '@sveltejs/adapter-node';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { directives } from './src/build/policy.mjs';
import { keepingPrevious } from './src/build/previous.mjs';

/** @type {import('@sveltejs/kit').Config} */
export default {
	preprocess: vitePreprocess(),
	compilerOptions: {
		runes: true,
		// Shorter than `svelte-…`: a page of figures has it a thousand times. By file, as the framework's own in development.
		cssHash: ({ filename, css, hash }) => `s${hash(filename ?? css)}`
	},
	kit: {
		adapter: keepingPrevious(adapter({ precompress: true }), {
			build: 'build',
			aside: '.svelte-kit/previous'
		}),
		// Offline, a page deep in the tree would else ask for its code beside itself.
		paths: { relative: false },
		serviceWorker: { register: false },
		// Judged by `src/guard.ts`, which knows the one form that comes from another site.
		csrf: { trustedOrigins: ['*'] },
		inlineStyleThreshold: 100_000,
		csp: {
			mode: 'auto',
			directives
		}
	}
};
