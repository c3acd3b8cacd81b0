import MessageFormat from '@messageformat/core';
import { parse, type Token } from '@messageformat/parser';
import { file } from '../../spreadsheet/csv.ts';
import { readSheet } from '../../spreadsheet/sheet.ts';

/** A language as a translator gets it and gives it back: one line to a text, with where it stands and what it says in Danish. */
export type Line = { key: string; where: string; danish: string; english: string; words: string };
export type Fault = { key: string; why: string };

const HEADER = ['key', 'where', 'danish', 'english', 'translation'];

export const written = (lines: readonly Line[]): string =>
	file([
		HEADER,
		...lines.map(({ key, where, danish, english, words }) => [key, where, danish, english, words])
	]);

/** @throws when it is no such file; nothing of it is read then */
export function read(given: Uint8Array | string): { key: string; words: string }[] {
	const reading = readSheet(given);
	if (!reading.ok) throw new Error(`the file cannot be read: ${reading.reason}`);
	const { header, rows } = reading.sheet;
	const [key, words] = ['key', 'translation'].map((name) => header.indexOf(name));
	if (key === undefined || words === undefined || key < 0 || words < 0)
		throw new Error(`the first line must name the columns "key" and "translation"`);
	// A text with a separator in it and no quotes around it would be cut off there.
	const wider = rows.find(({ cells }) => cells.some((cell, at) => cell !== '' && !header[at]));
	if (wider) throw new Error(`line ${wider.line} has more cells than the first line names`);
	return rows.map(({ cells }) => ({
		key: (cells[key] ?? '').trim(),
		// An apostrophe was put before what a spreadsheet takes for a formula.
		words: (cells[words] ?? '').replace(/^'(?=[=+\-@＝＋－＠])/, '').trim()
	}));
}

/**
 * What stands between a translation and its use: a text that is missing or not ours, a placeholder too few or too many, a plural
 * that the language has not.
 * @param plurals whose rules the language counts by
 * @param plain keys of texts that are no messages: nothing in them is a placeholder
 */
export function faults(
	lines: readonly Line[],
	given: readonly { key: string; words: string }[],
	plurals: string,
	plain: (key: string) => boolean
): Fault[] {
	const format = new MessageFormat(plurals);
	const words = new Map(given.map((each) => [each.key, each.words]));
	const known = new Set(lines.map(({ key }) => key));
	const strange = given.filter(({ key }) => !known.has(key));
	return [
		...strange.map(({ key }) => ({ key, why: 'there is no such text' })),
		...lines.flatMap(({ key, danish }) => {
			const text = words.get(key);
			if (!text) return [{ key, why: 'it is not translated' }];
			if (plain(key)) return [];
			try {
				format.compile(text);
			} catch (error) {
				return [{ key, why: error instanceof Error ? error.message : 'it cannot be read' }];
			}
			const [own, ours] = [text, danish].map((each) => placeholders(parse(each)));
			const same = own?.join() === ours?.join();
			return same
				? []
				: [{ key, why: `it has {${own?.join('}, {')}}, the Danish has {${ours?.join('}, {')}}` }];
		})
	];
}

/** The names of what is put into a message, each once, in the order of the alphabet. */
function placeholders(tokens: readonly Token[]): string[] {
	const names = (all: readonly Token[]): string[] =>
		all.flatMap((token) =>
			token.type === 'content' || token.type === 'octothorpe'
				? []
				: [
						token.arg,
						...('cases' in token ? token.cases.flatMap((each) => names(each.tokens)) : [])
					]
		);
	return [...new Set(names(tokens))].sort();
}
