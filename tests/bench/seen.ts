import { chromium } from '@playwright/test';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addDays } from '../../src/lib/calendar.ts';
import { LATE_DAYS } from '../../src/lib/survey/round.ts';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { open } from '../support/site.ts';
import { visit, type Times } from './first-visit.ts';
import { quantile, type Figure } from './measure.ts';
import { bench, MUNICIPALITY, someDay } from './municipality.ts';
import { place } from './pages.ts';

const VISITS = 5;
const AGAINST_BARE_MAX = 1.3;
const BLOCKING_MAX_MILLISECONDS = { answering: 150, results: 250 };
/** Of a page of results: in each of 36 months. */
const PER_MONTH = 28;

/**
 * How fast a page is seen, and how soon it can be pressed, on a slow phone: the answering page beside a page of the same words
 * with nothing else in it, and a page of results. In turns, so that a busy moment of the machine hits all of them.
 */
export async function seen(): Promise<Figure[]> {
	const asking = bench('2026-01-01', '2026-06-30');
	const told = place(PER_MONTH);
	const sites = [
		await open({ ...asking.variables, TODAY: someDay(asking) }),
		await open({ ...told.variables, TODAY: addDays(told.kept.round.closesOn, LATE_DAYS + 2) })
	] as const;
	const answering = `${sites[0].url}/${MUNICIPALITY}/svar/bench`;
	const results = `${sites[1].url}/${MUNICIPALITY}/resultater`;
	const bare = await barePage(await fetch(answering));
	const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs });
	try {
		const times: { [page: string]: Times[] } = { answering: [], bare: [], results: [] };
		// The first ones are the server's own, and not counted.
		for (let n = 0; n <= VISITS; n++) {
			for (const [name, address] of Object.entries({ answering, bare: bare.url, results })) {
				const each = await visit(browser, address);
				if (n > 0) times[name]?.push(each);
			}
		}
		const median = (page: string, of: keyof Times) =>
			quantile(
				(times[page] ?? []).map((each) => each[of]),
				0.5
			);
		const [ours, theirs] = [median('answering', 'largestPaint'), median('bare', 'largestPaint')];
		return [
			{
				name: `Largest paint of the answering page, median of ${VISITS}: 400 ms, 1.6 Mbit/s, 4 × CPU`,
				ours: `${Math.round(ours)} ms`,
				reference: `${Math.round(theirs)} ms a bare page of the same words`,
				wanted: { ratio: ours / theirs, atMost: AGAINST_BARE_MAX }
			},
			...(['answering', 'results'] as const).map((page): Figure => {
				const [blocking, limit] = [median(page, 'blocking'), BLOCKING_MAX_MILLISECONDS[page]];
				return {
					name: `Blocking time of the page of ${page === 'answering' ? 'answering' : 'results'}, the same phone`,
					ours: `${Math.round(blocking)} ms, largest paint ${Math.round(median(page, 'largestPaint'))} ms`,
					reference: `${Math.round(median('bare', 'blocking'))} ms a bare page; the limit is ${limit} ms`,
					wanted: { ratio: blocking / limit, atMost: 1 }
				};
			})
		];
	} finally {
		await browser.close();
		bare.close();
		for (const site of sites) await site.clear();
		asking.remove();
		told.remove();
	}
}

/** What can be read on a page before anybody does anything. */
const wordsOf = (html: string): string[] =>
	html
		.replace(/<head>[\s\S]*<\/head>|<script[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, '')
		.split(/<[^>]*>/)
		.map((text) => text.trim())
		.filter(Boolean);

/** Every page of the server's keeps to itself, which makes a browser begin another process: the bare one too. */
const KEPT_APART = ['cross-origin-opener-policy', 'cross-origin-resource-policy'];

async function barePage(page: Response): Promise<{ url: string; close: () => void }> {
	const words = wordsOf(await page.text());
	const html = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>x</title>${words
		.map((text) => `<p>${text}</p>`)
		.join('')}`;
	const server = createServer((_, reply) => {
		reply.setHeader('content-type', 'text/html; charset=utf-8');
		for (const name of KEPT_APART) reply.setHeader(name, page.headers.get(name) ?? '');
		reply.end(html);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/`,
		close: () => void server.close().closeAllConnections()
	};
}
