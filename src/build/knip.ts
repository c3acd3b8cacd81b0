import type { KnipConfig } from 'knip';
import { compile } from 'svelte/compiler';

/** The scripts as they stand, for their types, and the component as it runs, for what its markup uses. */
function used(source: string): string {
	const scripts = [...source.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(
		([, code]) => `{${code?.replace(/^\s*import\b[\s\S]*?from\s*'[^']*';/gm, '')}}`
	);
	const imports = [...source.matchAll(/^\s*import\b[\s\S]*?;$/gm)].map(([line]) => line);
	const { js } = compile(source, { generate: 'client' });
	return [...imports, js.code.replace(/^import\b[^;]*;/gm, ''), ...scripts].join('\n');
}

/** What nothing uses any more, and what is exported and only used where it stands. Part of `npm run lint`. */
export default {
	entry: [
		'src/{start,commands,hooks,hooks.client,hooks.server,service-worker}.ts',
		'src/build/*.mjs',
		// A page's own small script, built by its address.
		'src/routes/**/still.ts',
		'tests/{run,mutations}.mjs',
		'tests/bench/bench.ts',
		'tests/load/{load,sealer}.ts',
		'tests/{faults,modes}/tally.ts',
		// Loaded by its address, in Vite's own way.
		'tests/faults/opened.ts',
		// Built and run as processes of their own.
		'tests/soundness/{killed,remembered}.ts'
	],
	playwright: { config: ['tests/playwright.config.ts'], entry: ['tests/**/*.e2e.ts'] },
	vitest: { entry: ['{src,tests}/**/*.spec.ts'] },
	compilers: { svelte: used },
	// What a component lets its owner do is called on the component itself.
	ignoreIssues: { '**/*.svelte': ['exports'] },
	// Of the machine, and what stylesheets, scripts and other packages name.
	ignoreBinaries: ['prlimit', 'mount', 'umount', 'chattr', 'openssl'],
	ignoreDependencies: ['dkfds', 'svelte-check', 'vite-plugin-pwa', 'workbox-strategies']
} satisfies KnipConfig;
