import type { Browser, BrowserContext, Page } from '@playwright/test';
import { changing } from './changed-pages.ts';
import { enlarge, sideways } from './pages.ts';

/** How a page is met: with our code, without any, and with the browser's own translation at work. */
export const MODES = ['alive', 'plain', 'translated'] as const;
export type Mode = (typeof MODES)[number];
export const WIDTHS = [360, 820, 1280];

/** What was met and what was wrong, over all pages. */
export type Walk = { met: number; links: Set<string>; wrong: string[] };
export const walk = (): Walk => ({ met: 0, links: new Set(), wrong: [] });

/** A window in a mode; `dress` makes it somebody's. */
export async function window(
	browser: Browser,
	mode: Mode,
	dress: (context: BrowserContext) => Promise<void> = async () => {}
): Promise<Page> {
	const context = await browser.newContext({
		javaScriptEnabled: mode !== 'plain',
		locale: 'da-DK'
	});
	await dress(context);
	const page = await context.newPage();
	if (mode === 'translated') await changing(page, 'translated');
	page.on('dialog', (dialog) => void dialog.dismiss());
	return page;
}

/** One page in every mode and at every width. @returns the addresses that it leads to */
export async function meet(
	pages: { [mode in Mode]?: Page },
	address: string,
	walked: Walk,
	widths = WIDTHS
): Promise<string[]> {
	const seen: { [mode in Mode]?: Content } = {};
	for (const [mode, page] of Object.entries(pages) as [Mode, Page][]) {
		const reply = await page.goto(address, {
			waitUntil: mode === 'plain' ? 'load' : 'networkidle'
		});
		const note = (what: string) => walked.wrong.push(`${mode} ${address}: ${what}`);
		if (reply && reply.status() >= 500) note(`answers ${reply.status()}`);
		for (const width of widths) {
			await page.setViewportSize({ width, height: 900 });
			walked.met += 1;
			const wide = await sideways(page);
			if (wide) note(`${width}: ${wide}`);
		}
		if (mode === 'alive') {
			await page.setViewportSize({ width: 360, height: 900 });
			await enlarge(page);
			walked.met += 1;
			const wide = await sideways(page);
			if (wide) note(`360, large letters: ${wide}`);
			await enlarge(page, false);
		}
		const content = await contentOf(page);
		seen[mode] = content;
		for (const problem of problemsOf(content)) note(problem);
	}
	compare(seen, (what) => walked.wrong.push(`${address}: ${what}`));
	const links = [...new Set(Object.values(seen).flatMap(({ links: all }) => all))];
	for (const link of links) walked.links.add(link);
	return links;
}

type Content = {
	text: string;
	/** What stands in each field, as `name=value`. */
	fields: string[];
	/** Headings, buttons, links and labels that say nothing. */
	mute: string[];
	links: string[];
	ways: number;
};

const contentOf = (page: Page): Promise<Content> =>
	page.evaluate(() => {
		const main = document.querySelector('main') ?? document.body;
		// What only a browser without scripts shows is no text of the others.
		const copy = main.cloneNode(true) as Element;
		copy.querySelectorAll('noscript, script, style').forEach((each) => each.remove());
		const text = copy.textContent ?? '';
		const named = (each: Element): string =>
			(each.textContent ?? '').trim() ||
			each.getAttribute('aria-label') ||
			each.querySelector('[aria-label], img[alt], title')?.getAttribute('aria-label') ||
			(each.querySelector('title')?.textContent ?? '') ||
			(each.getAttribute('aria-hidden') === 'true' ? 'hidden' : '');
		const spoken = main.querySelectorAll(
			'h1, h2, h3, button, a[href], label, legend, th, summary, option'
		);
		const fields = main.querySelectorAll<
			HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
		>('input:not([type=hidden]):not([type=file]), textarea, select');
		const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
			.map(({ href }) => new URL(href))
			.filter(({ origin, protocol }) => origin === location.origin && /^https?:$/.test(protocol))
			.map(({ pathname, search }) => pathname + search);
		return {
			text: text.replace(/\s+/g, ' '),
			fields: [...fields].map((each) => {
				const { name, value } = each;
				const ticked = each instanceof HTMLInputElement && /^(radio|checkbox)$/.test(each.type);
				return `${name}=${ticked ? (each.checked ? value : '') : value}`;
			}),
			mute: [...spoken]
				.filter(
					(each) => named(each) === '' && !(each instanceof HTMLOptionElement && each.value === '')
				)
				.map((each) => each.outerHTML.slice(0, 120)),
			links: [...new Set(links)],
			ways: document.querySelectorAll('a[href], button, input, textarea, select').length
		};
	});

function problemsOf({ text, mute, ways }: Content): string[] {
	const lost = /\bundefined\b|\bNaN\b|\[object |\{\w+(, (plural|select).*)?\}/.exec(text);
	return [
		...(lost ? [`a lost word: ${text.slice(Math.max(0, lost.index - 40), lost.index + 40)}`] : []),
		...mute.map((html) => `says nothing: ${html}`),
		...(ways === 0 ? ['no way on'] : [])
	];
}

/** What the server drew stands in every mode: no field that is empty in one, and no text that a translation took away. */
function compare(seen: { [mode in Mode]?: Content }, note: (what: string) => void): void {
	const { alive, plain, translated } = seen;
	if (alive && plain) {
		const named = (list: string[]) =>
			list.filter((each) => !/^(id|request|writer)?=/.test(each) && /=./.test(each));
		const now = new Set(alive.fields);
		for (const field of named(plain.fields)) {
			if (!now.has(field)) note(`stands without scripts and not with them: ${field.slice(0, 80)}`);
		}
		const then = new Set(plain.fields);
		for (const field of named(alive.fields)) {
			// What only our code can ask for has no field in the server's page.
			if (!then.has(field) && then.has(`${field.split('=')[0]}=`)) {
				note(`is empty without scripts: ${field.slice(0, 80)}`);
			}
		}
	}
	if (alive && translated) {
		const words = (text: string) => text.replace(/[\d.:]+/g, '').replace(/\s+/g, '');
		const [one, other] = [words(alive.text), words(translated.text)];
		if (other.length < one.length * 0.98)
			note(`a translation loses ${one.length - other.length} letters`);
		if (other.length > one.length * 1.02)
			note(`a translation doubles ${other.length - one.length} letters`);
	}
}

/** Addresses that differ in numbers and names alone are of one kind. */
export const kindOf = (path: string): string =>
	path
		.replace(/[?#].*$/, '')
		.replace(
			/\/(udsagn|maal|skemaer|brugere|interview|opsummering|gennemsyn|interviewforloeb)\/[^/]+/g,
			'/$1/*'
		)
		.replace(/\d[\w-]*/g, '*');

/** Every link leads somewhere. */
export async function deadEnds(
	links: Iterable<string>,
	get: (path: string) => Promise<Response>
): Promise<string[]> {
	const dead: string[] = [];
	for (const link of links) {
		if (/\/(oidc|saml)/.test(link)) continue;
		const { status } = await get(link);
		if (status >= 400) dead.push(`${link} answers ${status}`);
	}
	return dead;
}
