import { parse } from '@messageformat/parser';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/*
 * What each message is given, as types: a message that is called without what its words need, or with what they do not, fails
 * `npm run check`, and so does a message that not every language has. Read from the Danish, which has every message; written
 * anew at every check, build and start.
 */

const FOLDER = 'src/lib/i18n/messages/da';
const TARGET = 'src/lib/i18n/arguments.d.ts';
/** What is said of a language, and what plans say in it: no messages. */
const BESIDE = ['language.json', 'plans.json'];

/** @typedef {import('@messageformat/parser').Token} Token */
/** @typedef {{ [key: string]: string | Nested }} Nested */

/**
 * @param {Token[]} tokens
 * @param {Map<string, string>} found by the argument's name, its type
 */
function collect(tokens, found = new Map()) {
	for (const token of tokens) {
		if (token.type === 'content' || token.type === 'octothorpe') continue;
		const isCounted = token.type === 'plural' || token.type === 'selectordinal';
		// What counts in one place and is only written in another is a number.
		if (isCounted) found.set(token.arg, 'number');
		else if (!found.has(token.arg)) {
			found.set(token.arg, token.type === 'select' ? 'string' : 'string | number');
		}
		if ('cases' in token) for (const { tokens } of token.cases) collect(tokens, found);
	}
	return found;
}

/** @param {string} message */
function typeOf(message) {
	const given = [...collect(parse(message))].map(
		([name, type]) => `${JSON.stringify(name)}: ${type}`
	);
	return given.length === 0 ? '() => string' : `(given: { ${given.join('; ')} }) => string`;
}

/**
 * @param {Nested} messages
 * @returns {string}
 */
const shapeOf = (messages) =>
	`{ ${Object.entries(messages)
		.map(
			([key, value]) =>
				`${JSON.stringify(key)}: ${typeof value === 'string' ? typeOf(value) : shapeOf(value)}`
		)
		.join('; ')} }`;

export function write(root = '.') {
	const parts = readdirSync(join(root, FOLDER)).filter((part) => !BESIDE.includes(part));
	const lines = parts.map((part) => {
		const messages = /** @type {Nested} */ (
			JSON.parse(readFileSync(join(root, FOLDER, part), 'utf8'))
		);
		return `\t${JSON.stringify(part.replace('.json', ''))}: ${shapeOf(messages)};`;
	});
	const text = `// Written by src/build/arguments.mjs.\nexport type Words = {\n${lines.join('\n')}\n};\n`;
	const path = join(root, TARGET);
	// Written only when it changes: what watches files would begin again each time.
	if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/**
 * What one language has and another has not: a text, or a name that is put into it. English says which parts citizens meet.
 * @returns {string[]} a line for each, as it is printed
 */
export function gaps(root = '.') {
	const folder = join(root, FOLDER, '..');
	const read = (/** @type {string} */ language, /** @type {string} */ part) => {
		const path = join(folder, language, part);
		return existsSync(path) ? flat(JSON.parse(readFileSync(path, 'utf8')), '') : new Map();
	};
	const languages = readdirSync(folder).filter((each) => each !== 'da');
	const parts = languages.flatMap((each) => readdirSync(join(folder, each)));
	return [...new Set(parts)]
		.filter((part) => !BESIDE.includes(part))
		.flatMap((part) => {
			const danish = read('da', part);
			return languages.flatMap((language) => {
				const own = read(language, part);
				return [...new Set([...danish.keys(), ...own.keys()])]
					.filter((key) => danish.get(key) !== own.get(key))
					.map((key) => {
						const why = !own.has(key)
							? 'is missing'
							: !danish.has(key)
								? 'is in no Danish'
								: 'is given other names than the Danish';
						return `${language}/${part} ${key} ${why}`;
					});
			});
		});
}

/**
 * Each text by its key, and the names that are put into it.
 * @param {Nested} nested
 * @param {string} above
 * @returns {Map<string, string>}
 */
function flat(nested, above) {
	const all = Object.entries(nested).flatMap(([key, value]) =>
		typeof value === 'string'
			? [/** @type {const} */ ([above + key, [...collect(parse(value)).keys()].sort().join()])]
			: [...flat(value, `${above}${key}.`)]
	);
	return new Map(all);
}

const here = fileURLToPath(import.meta.url);
if (resolve(process.argv[1] ?? '') === here) {
	const root = resolve(here, '../../..');
	write(root);
	const all = gaps(root);
	for (const each of all) console.error(each);
	if (all.length > 0) process.exit(1);
}
