import { chromium, type Browser } from '@playwright/test';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import { open } from '../support/site.ts';
import { quantile, type Figure } from './measure.ts';
import { bench, MUNICIPALITY, someDay } from './municipality.ts';

const VISITS = 5;
const LCP_MILLISECONDS = 1200;
/** A poor mobile network, and a phone a quarter as fast as this machine. */
const NETWORK = {
	offline: false,
	latency: 400,
	downloadThroughput: 200_000,
	uploadThroughput: 94_000
};
const CPU_SLOWDOWN = 4;

/**
 * Milliseconds; `blocking` is what a press would have waited for: of each long task after the first paint, what is over 50 ms
 * (Total Blocking Time, as Lighthouse has it: before there is anything to see nobody presses).
 */
export type Times = { firstByte: number; largestPaint: number; blocking: number };

/** When the largest thing of the answering page has been painted, in a browser that was never there before. */
export async function firstVisit(): Promise<Figure> {
	const place = bench('2026-01-01', '2026-06-30');
	const site = await open({ ...place.variables, TODAY: someDay(place) });
	const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArgs });
	try {
		const address = `${site.url}/${MUNICIPALITY}/svar/bench`;
		// The server's own first time is not the visitor's.
		await visit(browser, address);
		const times: Times[] = [];
		for (let n = 0; n < VISITS; n++) times.push(await visit(browser, address));
		const median = (of: keyof Times) =>
			quantile(
				times.map((each) => each[of]),
				0.5
			);
		const paint = median('largestPaint');
		return {
			name: `First visit to the answering page, median of ${VISITS}: 400 ms, 1.6 Mbit/s, 4 × CPU`,
			ours: `${Math.round(paint)} ms to the largest contentful paint`,
			reference: `${Math.round(median('firstByte'))} ms of it until the server answered; the limit is ${LCP_MILLISECONDS} ms`,
			wanted: { ratio: paint / LCP_MILLISECONDS, atMost: 1 }
		};
	} finally {
		await browser.close();
		await site.clear();
		place.remove();
	}
}

/** A visit of somebody who was never there before, by a poor network on a slow phone. */
export async function visit(browser: Browser, address: string): Promise<Times> {
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	const page = await context.newPage();
	const client = await context.newCDPSession(page);
	await page.addInitScript(() => {
		const tasks: PerformanceEntry[] = [];
		Object.assign(globalThis, { tasks });
		new PerformanceObserver((list) => tasks.push(...list.getEntries())).observe({
			type: 'longtask',
			buffered: true
		});
	});
	await client.send('Network.enable');
	await client.send('Network.emulateNetworkConditions', NETWORK);
	await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
	await page.goto(address, { waitUntil: 'networkidle' });
	const times = await page.evaluate(
		() =>
			new Promise<Times>((done) => {
				const { tasks = [] } = globalThis as { tasks?: PerformanceEntry[] };
				const [painted] = performance.getEntriesByName('first-contentful-paint');
				const from = painted?.startTime ?? 0;
				const [navigation] = performance.getEntriesByType('navigation');
				new PerformanceObserver((list) =>
					done({
						firstByte: (navigation as PerformanceNavigationTiming).responseStart,
						largestPaint: list.getEntries().at(-1)?.startTime ?? NaN,
						// What is shorter than this nobody notices.
						blocking: tasks.reduce((sum, { startTime, duration }) => {
							const after = startTime + duration - Math.max(startTime, from);
							return sum + Math.max(0, after - 50);
						}, 0)
					})
				).observe({ type: 'largest-contentful-paint', buffered: true });
			})
	);
	await context.close();
	return times;
}
