import { settled } from '../support/phone.ts';
import type { Asked, Fate } from '../support/wire.ts';
import { drain, keep, send, waiting, watch } from './device.ts';
import { dice, pick } from './given.ts';
import { expect, test } from './test.ts';

test.use({ serviceWorkers: 'allow' });

const isPost = ({ method, path }: Asked): boolean =>
	method === 'POST' && path.endsWith('/submissions');

const CUTS: [Fate, ...Fate[]] = [
	'cut before',
	'cut in request',
	'cut after request',
	'cut before reply',
	'cut in reply'
];

/** The server has counted, and nobody heard of it: that one is tried every time, the others in the long runs. */
const tagOf = (cut: Fate) => (cut === 'cut before reply' ? {} : { tag: '@long' });

for (const cut of CUTS) {
	test(
		`a connection that is ${String(cut)}`,
		tagOf(cut),
		async ({ page, wired: { wire, home }, town }) => {
			const all = town.give();
			await page.goto(home);
			await settled(page);
			let cuts = 0;
			// From the first one on: the worker sends too, as soon as something is kept.
			wire.meet((asked) => (isPost(asked) ? (cuts++, cut) : 'passes'));
			await keep(page, all, town.key);
			const left = { waiting: all.length, needsHelp: 0, unsaved: 0 };
			for (let attempt = 0; attempt < 3; attempt++) {
				await send(page);
				expect(await waiting(page)).toEqual(left);
			}
			expect(cuts).toBeGreaterThanOrEqual(3);
			wire.meet(() => 'passes');
			await drain(page);
			await town.account(all);
		}
	);
}

test('a network that does something else each time, while people go on answering @long', async ({
	page,
	wired: { wire, home },
	town
}) => {
	test.slow();
	const all = town.give(2);
	const random = dice(1);
	const met = new Set<Fate>();
	await page.goto(home);
	await settled(page);
	await watch(page);
	wire.meet((asked) => {
		if (!isPost(asked)) return 'passes';
		const fate = random() < 0.3 ? 'passes' : pick(random, CUTS);
		met.add(fate);
		return fate;
	});
	for (let at = 0; at < all.length; at += 3) {
		await keep(page, all.slice(at, at + 3), town.key);
		await page.evaluate(() => dispatchEvent(new Event('online')));
		await send(page);
	}
	expect(met.size).toBeGreaterThan(3);
	wire.meet(() => 'passes');
	await drain(page);
	await town.account(all);
});

const page200 = (type: string, body: string, status = '200 OK', more = ''): Fate => ({
	reply: `HTTP/1.1 ${status}\r\ncontent-type: ${type}\r\ncontent-length: ${body.length}\r\n${more}\r\n${body}`
});
/** What hotels, trains and libraries answer before somebody has agreed to their terms. */
const PORTALS: [Fate, ...Fate[]] = [
	page200('text/html', '<html><h1>Welcome to our WiFi</h1></html>'),
	page200('application/json', '{"status":"ok","results":[]}'),
	page200('application/json', '{"oejenhoejde":1}'),
	page200('text/html', '', '302 Found', 'location: http://portal.example/login\r\n'),
	page200(
		'text/html',
		'<h1>Network Authentication Required</h1>',
		'511 Network Authentication Required'
	),
	page200('text/html', '', '204 No Content')
];

test('a captive portal that answers everything @long', async ({
	page,
	browser,
	wired: { wire, home },
	town
}) => {
	test.slow();
	const random = dice(3);
	const all = town.give();
	await page.goto(home);
	await settled(page);
	wire.meet(() => pick(random, PORTALS));
	await keep(page, all, town.key);
	for (const portal of PORTALS) {
		wire.meet(() => portal);
		await send(page);
		expect(await waiting(page)).toEqual({ waiting: all.length, needsHelp: 0, unsaved: 0 });
	}
	wire.meet(() => 'passes');
	await drain(page);
	await town.account(all);

	// It comes between while the worker fetches the app: not a byte of it is laid on the device.
	const [portal] = PORTALS;
	const other = await browser.newContext();
	const visitor = await other.newPage();
	let files = 0;
	wire.meet(({ path }) =>
		path.endsWith('/service-worker.js') || files++ < 25 ? 'passes' : portal
	);
	await visitor.goto(home);
	await expect.poll(() => files).toBeGreaterThan(25);
	await expect
		.poll(() =>
			visitor.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))
		)
		.toBe(0);
	const strange = () =>
		visitor.evaluate(async () => {
			const found: string[] = [];
			for (const name of await caches.keys()) {
				const cache = await caches.open(name);
				for (const request of await cache.keys()) {
					const text = await (await cache.match(request))?.text();
					if (text?.includes('WiFi')) found.push(request.url);
				}
			}
			return found;
		});
	expect(await strange()).toEqual([]);
	wire.meet(() => 'passes');
	await visitor.goto(home);
	await settled(visitor);
	expect(await strange()).toEqual([]);
	await other.close();
});
