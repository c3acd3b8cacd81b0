import type { Page } from '@playwright/test';
import { settled } from './phone.ts';

type Fetched = { url: string; type: string; bytes: number; body: number };

export type Visit = {
	/** Over the wire, headers and all. */
	bytes: number;
	/** Of scripts without their headers: a headers' size is the server's and the protocol's. */
	scripts: number;
	fonts: string[];
	/** What was fetched, to be printed. */
	lines: string[];
};

/** What a browser fetches for its own frame when it pleases, and not at every visit. */
const OF_THE_BROWSER = /^\/(favicon\.ico|icon[\w-]*\.(svg|png))$|\.webmanifest$/;

/**
 * Opens an address with nothing kept, and weighs what the page fetches until it is awake and kept: always the same, where a
 * network is idle between two requests on a busy machine.
 */
export async function firstVisit(page: Page, address: string): Promise<Visit> {
	const client = await page.context().newCDPSession(page);
	const fetched = new Map<string, Fetched>();
	await client.send('Network.enable');
	await client.send('Network.setCacheDisabled', { cacheDisabled: true });
	client.on('Network.responseReceived', ({ requestId, response, type }) => {
		fetched.set(requestId, { url: response.url, type, bytes: 0, body: 0 });
	});
	client.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
		const found = fetched.get(requestId);
		if (found) found.body += encodedDataLength;
	});
	client.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const found = fetched.get(requestId);
		if (found) found.bytes = encodedDataLength;
	});
	await page.goto(address, { waitUntil: 'networkidle' });
	await settled(page);
	await client.detach();
	const all = [...fetched.values()].filter(
		({ url }) => url.startsWith('http') && !OF_THE_BROWSER.test(new URL(url).pathname)
	);
	const sum = (of: Fetched[], size: 'bytes' | 'body') =>
		of.reduce((total, each) => total + each[size], 0);
	const scripts = all.filter(({ type }) => type === 'Script');
	return {
		bytes: sum(all, 'bytes'),
		scripts: sum(scripts, 'body'),
		fonts: all.filter(({ type }) => type === 'Font').map(({ url }) => url),
		lines: [
			...all.map(({ url, bytes }) => `${String(bytes).padStart(8)}  ${new URL(url).pathname}`),
			`${String(sum(all, 'bytes')).padStart(8)}  in all; scripts without headers ${sum(scripts, 'body')}`
		]
	};
}
