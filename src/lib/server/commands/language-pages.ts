import { parse, type Token } from '@messageformat/parser';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escaped } from '../../markup.ts';
import type { Line } from './language-file.ts';

/** A page as it is read in a language: its address below the server, and what was sent. */
export type Page = { path: string; html: string };

/** More is another municipality's, or the same page again with another figure. */
const PAGES_MAX = 60;
/** A shorter text is a word that stands in many sentences, and is only known where it stands alone. */
const INSIDE_MIN = 12;
/** What says less by itself could be anything. */
const LITERAL_MIN = 2;

/**
 * Reads what a running server shows in a language, from its first page on by its links: no more than a reader would see.
 * @param start the address of a municipality's first page in the language, as in `http://localhost:3000/stevns/ar`
 * @throws when the first page is not there
 */
export async function crawl(start: string, get: typeof fetch = fetch): Promise<Page[]> {
	const { origin, pathname } = new URL(start);
	const inside = new RegExp(`href="(${pathname}(?:/[^"#?]*)?)"`, 'g');
	const waiting = [pathname];
	const seen = new Set(waiting);
	const pages: Page[] = [];
	for (let path = waiting.shift(); path && pages.length < PAGES_MAX; path = waiting.shift()) {
		const reply = await get(origin + path);
		const isPage = reply.headers.get('content-type')?.startsWith('text/html') === true;
		if (pages.length === 0 && !reply.ok) throw new Error(`${start} answers ${reply.status}`);
		if (!isPage || !reply.ok) continue;
		const html = await reply.text();
		pages.push({ path, html });
		for (const [, next = ''] of html.matchAll(inside)) {
			// One of each kind: the last part of an address is a figure's or a goal's.
			const kind = next.split('/').length > 5 ? next.replace(/[^/]+$/, '*') : next;
			if (seen.has(next) || seen.has(kind)) continue;
			for (const each of [next, kind]) seen.add(each);
			waiting.push(next);
		}
	}
	return pages;
}

/** Writes each page with the key of every text behind it, and a first page that lists them and the texts that stand on none. */
export function write(folder: string, lines: readonly Line[], pages: readonly Page[]): number {
	mkdirSync(folder, { recursive: true });
	const known = lines
		.filter(({ words }) => literal(words).length >= LITERAL_MIN)
		.map((line) => ({ line, is: matcher(line) }));
	const shown = new Set<string>();
	const list = pages.map(({ path, html }, index) => {
		const marked = annotated(html, known, shown);
		const file = `${index + 1}.html`;
		writeFileSync(join(folder, file), marked);
		return `<li><a href="${file}">${path}</a></li>`;
	});
	const others = lines.filter(({ key }) => !shown.has(key));
	const rows = others.map(
		({ key, where, danish, words }) =>
			`<tr>${[key, where, danish, words].map((each) => `<td dir="auto">${escaped(each)}</td>`).join('')}</tr>`
	);
	writeFileSync(
		join(folder, 'index.html'),
		`<!doctype html><meta charset="utf-8"><title>Texts where they stand</title><style>td{border:1px solid #bbb;padding:.3rem;vertical-align:top}table{border-collapse:collapse}</style><h1>Texts where they stand</h1><ul>${list.join('')}</ul><h2>Texts that stand on none of these pages</h2><p>Said by scripts, by a screen reader, on paper, or when something goes wrong.</p><table>${rows.join('')}</table>`
	);
	return shown.size;
}

type Known = { line: Line; is: { whole: RegExp; inside: RegExp | undefined } };

/** The page without its scripts, each text followed by its key; under a pointer, what it says in Danish. */
function annotated(html: string, known: readonly Known[], shown: Set<string>): string {
	const STYLE =
		'<style>.text-key{display:inline-block;margin-inline:.4em;padding:0 .4em;background:#ffe08a;color:#222;font:12px/1.5 monospace;direction:ltr;unicode-bidi:isolate}</style>';
	return html
		.replace(/<script\b[\s\S]*?<\/script>|<link\b[^>]*>/g, '')
		.replaceAll(/\(scripting: ?enabled\)/g, '(scripting:none)')
		.replace(
			/(<(?:style|title)\b[\s\S]*?<\/(?:style|title)>|<!--[\s\S]*?-->|<[^>]*>)|([^<]+)/g,
			(all, tag?: string, text?: string) => {
				const said = plain(text ?? '');
				if (tag || !said) return all;
				const whole = most(known.filter(({ is }) => is.whole.test(said)));
				const found = whole.length > 0 ? whole : known.filter(({ is }) => is.inside?.test(said));
				for (const { line } of found) shown.add(line.key);
				return all + found.map(({ line }) => mark(line)).join('');
			}
		)
		.replace('</head>', `${STYLE}</head>`);
}

const mark = ({ key, danish }: Line): string =>
	`<span class="text-key" title="${escaped(danish)}">${escaped(key)}</span>`;

/** Of texts that a page's words could be, those that say most of them: the same words may be said in several places. */
function most(all: readonly Known[]): Known[] {
	const length = ({ line }: Known) => literal(line.words).length;
	const longest = Math.max(...all.map(length));
	return all.filter((each) => length(each) === longest);
}

/** What a text says whatever is put into it. */
const literal = (words: string): string => words.replace(/\{[^{}]*\}/g, '').trim();

/** How a text is known on a page: what is put into it may be anything. */
function matcher({ key, words }: Line): Known['is'] {
	const isMessage = !key.startsWith('plans ');
	const forms = isMessage ? patterns(parse(words)) : [quoted(words)];
	// Inside a longer text it is known by what stands between whatever is put into it.
	const inner = forms.map((each) => each.replace(/^(\.\+\?)+|(\.\+\?)+$/g, '').trim());
	const isLong = inner.every((each) => each.length >= INSIDE_MIN);
	return {
		whole: new RegExp(`^(?:${forms.join('|')})$`),
		inside: isLong ? new RegExp(inner.join('|')) : undefined
	};
}

/** Every form that a message can take, as patterns. */
function patterns(tokens: readonly Token[]): string[] {
	return tokens.reduce<string[]>(
		(before, token) => {
			const next =
				token.type === 'content'
					? [quoted(token.value)]
					: 'cases' in token
						? token.cases.flatMap((each) => patterns(each.tokens))
						: ['.+?'];
			return before.flatMap((one) => next.map((other) => one + other));
		},
		['']
	);
}

const quoted = (text: string): string =>
	text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

/** As it is read: no entities, no marks of direction. */
const plain = (text: string): string =>
	text
		.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] ?? '')
		.replace(/[\u2066-\u2069]/g, '')
		.trim();
const ENTITIES: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
