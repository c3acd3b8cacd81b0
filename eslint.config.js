import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const parseCall = "CallExpression[callee.object.name='JSON'][callee.property.name='parse']";
const jsonCall = "CallExpression[callee.property.name='json']";

export default ts.config(
	{
		ignores: [
			'build/',
			'.svelte-kit/',
			'node_modules/',
			'static/',
			'data/',
			'keys/',
			'src/lib/i18n/arguments.d.ts'
		]
	},
	js.configs.recommended,
	...ts.configs.strict,
	...svelte.configs.recommended,
	...svelte.configs.prettier,
	{ languageOptions: { globals: { ...globals.browser, ...globals.node } } },
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: {
			parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig }
		},
		// It knows that `let { data } = $props()` is how a rune is written.
		rules: { 'prefer-const': 'off', 'svelte/prefer-const': 'error' }
	},
	{
		rules: {
			// TypeScript knows better.
			'no-undef': 'off',
			eqeqeq: ['error', 'always'],
			'object-shorthand': 'error',
			'no-else-return': 'error',
			'no-implicit-coercion': 'error',
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_' }
			],
			// With noUncheckedIndexedAccess a `!` is at times the honest word.
			'@typescript-eslint/no-non-null-assertion': 'off',
			// A record of answers is a map.
			'@typescript-eslint/no-dynamic-delete': 'off',
			'@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
			'@typescript-eslint/no-import-type-side-effects': 'error',
			'no-restricted-imports': [
				'error',
				{
					paths: [
						{
							name: 'zod',
							message: 'zod/mini everywhere: classic zod is 16 kB more in a browser.'
						},
						{ name: 'zod/v4', message: 'zod/mini everywhere.' }
					]
				}
			],
			// The pages' own headers forbid inline styles; a transition of Svelte's is no attribute.
			'svelte/no-inline-styles': ['error', { allowTransitions: true }],
			'svelte/no-target-blank': 'error',
			// Prettier writes `{' '}` where a space must stay.
			'svelte/no-useless-mustaches': 'off',
			// svelte-check counts these, with the compiler's own eyes.
			'svelte/no-unused-svelte-ignore': 'off',
			'svelte/no-ignored-unsubscribe': 'error',
			// Addresses are computed from municipality and language; tests/architecture.spec.ts refuses relative ones.
			'svelte/no-navigation-without-resolve': [
				'error',
				{ ignoreLinks: true, ignoreGoto: true, ignoreReplaceState: true }
			]
		}
	},
	{
		files: ['src/**'],
		ignores: ['**/*.spec.ts'],
		rules: {
			'no-restricted-syntax': [
				'error',
				{
					selector: `TSAsExpression > ${parseCall}, TSAsExpression > AwaitExpression > ${jsonCall}`,
					message: 'What comes from outside is parsed by its zod shape, not declared to be it.'
				},
				{
					selector: 'TSEnumDeclaration',
					message: 'A union of words (or z.enum) instead.'
				}
			]
		}
	},
	{
		// A promise that nobody awaits loses its error, and the process with it.
		files: ['src/**/*.ts', 'tests/**/*.ts'],
		// Kit keeps the worker out of its tsconfig.
		ignores: ['**/*.svelte.ts', 'src/service-worker.ts'],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			'@typescript-eslint/no-floating-promises': 'error',
			// A timer or a listener may be handed an async function.
			'@typescript-eslint/no-misused-promises': [
				'error',
				{ checksVoidReturn: { arguments: false } }
			],
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/only-throw-error': 'off'
		}
	}
);
