import { cellWords } from '../cells.ts';
import type { Block, Report, Table } from '../document.ts';
import type { ReportWords } from '../words.ts';
import { aboutLines } from './about.ts';
import { STYLE } from './html-style.ts';

/** Text that may stand in a page, and mark-up that was made here. */
class Html {
	constructor(readonly markup: string) {}
}
type Part = Html | string | number | readonly (Html | string)[];

/** What is put into it is text, unless it is mark-up already. */
const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
	new Html(strings.reduce((all, string, at) => all + markupOf(parts[at - 1] ?? '') + string));
const markupOf = (part: Part): string => {
	if (part instanceof Html) return part.markup;
	if (typeof part === 'object') return part.map(markupOf).join('');
	return String(part).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
};

/** The whole report as one file that needs nothing else: read offline, sent by mail, printed. It runs no code and fetches nothing. */
export function singleFile(report: Report, words: ReportWords, sha256: string): string {
	const { t } = words;
	const { front, sections } = report;
	const list = (title: string, items: readonly string[]): Html =>
		html`<section>
			<h3>${title}</h3>
			<ul>
				${items.map((item) => html`<li>${item}</li>`)}
			</ul>
		</section>`;
	const said = sections.find(({ id }) => id === 'front')?.said ?? '';
	return html`<!doctype html>
		<html lang="da">
			<head>
				<meta charset="utf-8" />
				<meta
					http-equiv="Content-Security-Policy"
					content="default-src 'none'; style-src 'unsafe-inline'"
				/>
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<title>${report.title} – ${report.name}</title>
				<style>
					${new Html(STYLE)}
				</style>
			</head>
			<body>
				<header>
					<p>${[report.name, report.committee].join(' · ')}</p>
					<h1>${report.title}</h1>
				</header>
				<main>
					<section>
						<h2>${front.question}</h2>
						<p class="headline">${front.headline}</p>
						<p>${front.about.join(' ')}</p>
						${said ? html`<p class="said">${said}</p>` : ''}
					</section>
					<div class="two">
						${list(t.page.known(), front.known)}${list(t.page.unknown(), front.unknown)}
					</div>
					${front.quotes.map((quote) => quoteOf(quote))}
					${front.questions.length > 0 ? list(t.page.questions(), front.questions) : ''}
					${sections
						.filter(({ id }) => id !== 'front')
						.map(
							({ id, title, said: own, blocks }) =>
								html`<section id="${id}">
									<h2>${title}</h2>
									${own ? html`<p class="said">${own}</p>` : ''}${blocks.map((block) => blockOf(block, words))}
								</section> `
						)}
				</main>
				<footer>${aboutLines(report, words, sha256).map((line) => html`<p>${line}</p>`)}</footer>
			</body>
		</html> `.markup;
}

const quoteOf = ({ text, from }: { text: string; from: string }): Html =>
	html`<figure>
		<blockquote>»${text}«</blockquote>
		<figcaption>${from}</figcaption>
	</figure>`;

function blockOf(block: Block, words: ReportWords): Html {
	switch (block.kind) {
		case 'heading':
			return html`<h3>${block.words}</h3>`;
		case 'text':
			return html`<p>${block.words}</p>`;
		case 'list':
			return html`<ul>
				${block.items.map((item) => html`<li>${item}</li>`)}
			</ul>`;
		case 'quotes':
			return html`${block.quotes.map(quoteOf)}`;
		case 'table':
			return tableOf(block, words);
	}
}

function tableOf({ id, title, columns, rows, caption }: Table, { locale }: ReportWords): Html {
	const kind = (as: string) => (as === 'text' ? 'text' : 'number');
	return html`<div class="table">
			<table id="${id}">
				<caption>
					${title}
				</caption>
				<thead>
					<tr>
						${columns.map(({ name, as }) => html`<th scope="col" class="${kind(as)}">${name}</th>`)}
					</tr>
				</thead>
				<tbody>
					${rows.map(
						(row) =>
							html`<tr>
								${columns.map((column, at) => {
									const text = cellWords(row[at], column, locale.count);
									return at === 0
										? html`<th scope="row">${text}</th>`
										: html`<td class="${kind(column.as)}">${text}</td>`;
								})}
							</tr> `
					)}
				</tbody>
			</table>
		</div>
		${caption.length > 0 ? html`<p class="caption">${caption.join(' ')}</p>` : ''}`;
}
