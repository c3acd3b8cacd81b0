import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { expect, it } from 'vitest';
import { DEVICE, FRAME, isOf, NOT_AT_FIRST, SURVEY, unmatched } from './chunks.ts';

/** The bundler's own; the build itself says when they have other names. */
const VIRTUAL = ['\0rolldown/runtime.js', '\0vite/preload-helper.js'];
const PACKAGES = [
	'svelte',
	'@sveltejs/kit',
	'clsx',
	'esm-env',
	'devalue',
	'@messageformat/runtime'
];
const modules = ['src', ...PACKAGES.map((name) => `node_modules/${name}`)].flatMap((folder) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
		join(folder, path).split(sep).join('/')
	)
);

it('every entry matches a module', () => {
	expect(unmatched([...modules, ...VIRTUAL])).toEqual([]);
});

it('notices a module that has another name now', () => {
	const renamed = modules.map((path) => path.replace('survey/answers.ts', 'survey/replies.ts'));
	expect(unmatched([...renamed, ...VIRTUAL])).toEqual(['src/lib/survey/answers.ts']);
});

it('takes no module of staff’s, and no word by accident', () => {
	const taken = modules.filter(
		(path) => path.startsWith('src/') && isOf([...FRAME, ...SURVEY, ...DEVICE], path)
	);
	expect(taken.filter((path) => /\/(intern|server)\//.test(path))).toEqual([]);
	expect(taken.filter((path) => path.endsWith('.spec.ts'))).toEqual([]);
	expect(NOT_AT_FIRST.every((part) => part.endsWith('.js'))).toBe(true);
});
