import type { Page } from '@playwright/test';

/** How a page is changed under us: by the browser's translation, by extensions that add to it and take from it. */
export const CHANGES = ['translated', 'added to', 'taken from'] as const;
export type Change = (typeof CHANGES)[number];

/** From now on every page that is opened is changed so, at once and at every change of its own. */
export async function changing(page: Page, change: Change): Promise<void> {
	await page.addInitScript((how) => {
		const seen = new WeakSet<Node>();
		const isLeft = (node: Node): boolean =>
			node.parentElement?.closest('script, style, textarea, title, svg, [translate=no], font') !==
			null;

		/** As Google's translation does: every text goes into two elements of its own, and the page's node is out of the page. */
		function translate(): void {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			const texts: Text[] = [];
			while (walker.nextNode()) {
				const node = walker.currentNode;
				if (node instanceof Text && node.data.trim() !== '' && !isLeft(node)) texts.push(node);
			}
			for (const text of texts) {
				const [outer, inner] = [document.createElement('font'), document.createElement('font')];
				inner.textContent = text.data;
				outer.append(inner);
				text.replaceWith(outer);
			}
		}
		/** As writing aids and password keepers do: elements of their own beside fields, and on the body. */
		function add(): void {
			for (const field of document.querySelectorAll('input, textarea, form, main')) {
				if (seen.has(field)) continue;
				seen.add(field);
				field.after(document.createElement('aid-extension'));
				field.setAttribute('data-aid', '1');
			}
		}
		/** As readers and blockers do: what draws and decorates is gone. */
		function take(): void {
			for (const each of document.querySelectorAll('svg, aside, footer, .quiet')) each.remove();
		}
		const work = { translated: translate, 'added to': add, 'taken from': take }[how];
		const start = () => {
			work();
			new MutationObserver(work).observe(document.body, {
				childList: true,
				subtree: true,
				characterData: true
			});
		};
		if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
		else start();
	}, change);
}
