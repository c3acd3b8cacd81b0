import { describe, expect, it } from 'vitest';
import { importsOf, isSpec, readSources, withoutComments } from './support/sources.ts';

// What holds of interviews however the house is changed; each rule also finds the breaches below it.

type Rule = { allowed: string[]; isBroken: (path: string, source: string) => boolean };

const server = (name: string): string => `src/lib/server/${name}.ts`;
const holds = (pattern: RegExp) => (_: string, source: string) =>
	pattern.test(withoutComments(source));
const imports = (path: string, source: string, target: RegExp): boolean =>
	importsOf(path, source).some((each) => target.test(each.target));

const RULES: { [name: string]: Rule & { breaches: [path: string, source: string][] } } = {
	'a summary is moved by the review alone': {
		allowed: [server('interviews/review')],
		isBroken: holds(/\b(into|update|delete from|table)\s+summary_step\b/i),
		breaches: [
			[
				server('interviews/material'),
				"db.prepare('insert or replace into summary_step values (?)')"
			],
			['src/routes/+page.server.ts', 'db.prepare(`update\n\tsummary_step set to_state = ?`)']
		]
	},
	'where a summary goes next is asked by the review alone': {
		allowed: [server('interviews/review'), server('interviews/reviewers')],
		isBroken: (path, source) =>
			imports(path, source, /^src\/lib\/interviews\/review\.ts$/) &&
			/\bnext\b[^;]*from '(?![^']*server)[^']*interviews\/review\.ts'|\* as \w+ from '(?![^']*server)[^']*interviews\/review\.ts'/.test(
				source
			),
		breaches: [
			[server('interviews/material'), "import { isOpen, next } from '../../interviews/review.ts'"],
			['src/routes/+page.server.ts', "import * as r from '$lib/interviews/review.ts'"]
		]
	},
	'raw notes are known to those alone who keep and erase them': {
		allowed: ['interviews/notes', 'interviews/retention', 'interviews/withdrawal'].map(server),
		isBroken: holds(/\b(from|into|join|update|table)\s+interview_note\b/i),
		breaches: [[server('results/voices'), "db.prepare('select text from interview_note')"]]
	},
	'the list of a draw is read in a browser alone': {
		allowed: [],
		isBroken: (path, source) =>
			(path.startsWith('src/lib/server/') || path.endsWith('.server.ts')) &&
			imports(path, source, /^src\/lib\/interviews\/draw\/(list|keys)\.ts$/),
		breaches: [
			[server('interviews/draw'), "import { readCases } from '../../interviews/draw/list.ts'"],
			['src/routes/x/+page.server.ts', "import { personIn } from '$lib/interviews/draw/keys.ts'"]
		]
	}
};

const product = [...readSources('src')].filter(([path]) => !isSpec(path));

describe.each(Object.entries(RULES))('%s', (_, { allowed, isBroken, breaches }) => {
	it('holds', () => {
		const broken = product.filter(([path, source]) => isBroken(path, source)).map(([path]) => path);
		expect(broken.filter((path) => !allowed.includes(path))).toEqual([]);
		// A rule that nobody is excepted from finds nothing at all; else it would guard an empty room.
		expect(broken.length > 0).toBe(allowed.length > 0);
	});

	it.each(breaches)('notices a breach in %s: %s', (path, source) => {
		expect(isBroken(path, source)).toBe(true);
	});
});
