// Whether every package that the lockfile names may be used: part of `npm run lint`.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = resolve(fileURLToPath(import.meta.url), '../../..');

/** They ask for no more than that their words come along. */
const ALLOWED = new Set([
	...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0'],
	...['CC0-1.0', 'Unlicense', 'Zlib', 'Unicode-DFS-2016', 'Unicode-3.0', 'Python-2.0']
]);

/** What asks for more, by package, and why it is no trouble here. @type {{ [name: string]: { licence: string, why: string } }} */
const EXCEPTIONS = {
	dkfds: { licence: 'OFL-1.1', why: 'its fonts, which are not used' },
	'axe-core': { licence: 'MPL-2.0', why: 'tests run it, as it is' },
	'@axe-core/playwright': { licence: 'MPL-2.0', why: 'tests run it, as it is' },
	lightningcss: {
		licence: 'MPL-2.0',
		why: 'the build runs it, as it is; nothing of it is in what is built'
	},
	'caniuse-lite': {
		licence: 'CC-BY-4.0',
		why: 'data that the build asks; nothing of it is in what is built'
	}
};

/** As packages say it that know no SPDX. @type {{ [words: string]: string }} */
const MEANT = { 'MIT License': 'MIT' };

/** @typedef {{ license?: string | { type?: string }, version?: string }} Package */

/** @returns {{ [path: string]: Package }} */
const lockfile = () => JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;

/** @param {string} path */
const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/**
 * What a package says of its licence, as SPDX says it.
 * @param {string} name
 * @returns {string | undefined}
 */
export const licenceOf = (name) => {
	const found = Object.entries(lockfile()).find(([path]) => path && nameOf(path) === name);
	return found && said(found[1]);
};

/** @param {Package} entry */
function said({ license }) {
	const words = typeof license === 'object' ? license.type : license;
	return words && (MEANT[words] ?? words);
}

/**
 * @param {{ [path: string]: Package }} packages as a lockfile has them
 * @returns {string[]} which may not be used, and why
 */
export function refused(packages = lockfile()) {
	return Object.entries(packages).flatMap(([path, entry]) => {
		if (!path) return [];
		const name = nameOf(path);
		const licence = said(entry);
		if (!licence) return [`${name}: names no licence`];
		return mayUse(licence, exceptionOf(name)) ? [] : [`${name}: ${licence}`];
	});
}

/** Of a package, or of what it has for one kind of machine. @param {string} name */
const exceptionOf = (name) =>
	Object.entries(EXCEPTIONS).find(([known]) => name === known || name.startsWith(`${known}-`))?.[1]
		.licence;

/** One of several to choose from is enough; of several that hold together each must be. @param {string} expression @param {string} [exception] */
function mayUse(expression, exception) {
	return expression
		.replaceAll(/[()]/g, '')
		.split(' OR ')
		.some((choice) => choice.split(' AND ').every((id) => ALLOWED.has(id) || id === exception));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const wrong = refused();
	for (const line of wrong) console.error(`[licences] ${line}`);
	if (wrong.length > 0) process.exitCode = 1;
}
