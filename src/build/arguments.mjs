import { parse } from '@messageformat/parser';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/*
 * What each message is given, as types: a message that is called without what its words need, or with what they do not, fails
 * `npm run check`. Read from the Danish, which has every message; written anew at every check, build and start.
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

const here = fileURLToPath(import.meta.url);
if (resolve(process.argv[1] ?? '') === here) write(resolve(here, '../../..'));
