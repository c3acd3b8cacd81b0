import { ROLES, type Role } from '../../src/lib/server/staff/access/role.ts';
import { demoOfFile } from '../support/demo.ts';
import { demoDesk } from '../support/invented.ts';
import { administrator, type StaffClient } from '../support/staff-client.ts';
import { isAtWork, ownPages, pagesOf, routeOf, waysIn } from '../support/staff-pages.ts';
import { expect, test } from '../support/test.ts';
import { Walk } from './modes.ts';

/** Of the demo's municipalities one has interviews and codes, and another asks on paper: together they have every page. */
const MUNICIPALITIES = ['stevns', 'vejen'];
const ROOT = '/[municipality]/intern';
const PASSAGES = `${ROOT}/interview/[interview]/passager`;
/** What nothing in the demo leads to: it has no second factor to set up or to type. */
const ON_THE_WAY_IN = /\/(bekraeft|to-trin)$/;

test.describe.configure({ mode: 'default', timeout: 1_800_000 });
const running = demoOfFile();

/** As many as are looked at in some minutes. */
const IN_ONE_GO = 12;
const goes = ROLES.flatMap((role) => {
	const own = ownPages(role);
	return Array.from({ length: Math.ceil(own.length / IN_ONE_GO) }, (_, n) => {
		const of = own.slice(n * IN_ONE_GO, (n + 1) * IN_ONE_GO);
		return { role, n, of, name: `${role}: ${of[0]?.slice(ROOT.length) || 'the overview'} and on` };
	});
});

type Place = { desk: StaffClient; path: string };

/** A place for each route that a role comes to by links from the pages that it may see, the first of its kind; known ones stay. */
async function find(all: Map<string, Place>, desk: StaffClient, role: Role): Promise<void> {
	const intern = `/${desk.municipality}/intern`;
	const reply = await fetch(`${running.url}/${desk.municipality}/api/v1/handout.json`);
	const [round] = ((await reply.json()) as { rounds: { id: string }[] }).rounds;
	const looked = new Set<string>();
	const waiting = pagesOf(role, {})
		.filter((path) => isAtWork(path) && !path.includes('findes-ikke'))
		.map((path) => (path.startsWith('/papir/') ? `${path}?maaling=${round?.id}` : path));
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const route = routeOf(path.replace(/[?#].*$/, ''));
		if (route === undefined || looked.has(route)) continue;
		const page = await desk.get(path);
		// A page may lead on to another at once: to the public's results.
		if (page.status >= 400) continue;
		looked.add(route);
		if (!all.has(route)) all.set(route, { desk, path });
		for (const [, link = ''] of (await page.text()).matchAll(/\shref="([^"#]+)/g)) {
			const { pathname, search } = new URL(link.replaceAll('&amp;', '&'), desk.address(path));
			const below = pathname.slice(intern.length);
			if (pathname.startsWith(intern) && isAtWork(below)) waiting.push(below + search);
		}
		// Nobody writes a summary in the demo: one is begun from its passages.
		if (route !== PASSAGES) continue;
		const begun = (await desk.post(`${path}?/summarise`)).headers.get('location');
		if (begun) waiting.push(begun.slice(intern.length));
	}
}

for (const { role, n, of, name } of goes) {
	test(`staff, by the first role that sees a page: ${name}`, async ({ page }) => {
		const places = new Map<string, Place>();
		const walk = new Walk('staff');
		// The overview is another for each role.
		const routes = n === 0 && !of.includes(ROOT) ? [ROOT, ...of] : of;
		const missing = () =>
			routes.filter((route) => !places.has(route) && !ON_THE_WAY_IN.test(route));
		for (const municipality of MUNICIPALITIES) {
			if (missing().length > 0)
				await find(places, await demoDesk(running, role, municipality), role);
		}
		for (const route of routes) {
			const place = places.get(route);
			if (!place) continue;
			await place.desk.lend(page.context());
			await page.goto(place.desk.address(place.path), { waitUntil: 'networkidle' });
			await walk.look(page, `${role} at ${place.desk.municipality}, ${place.path}`);
		}
		walk.done();
		expect(missing()).toEqual([]);
	});
}

test('the ways in', async ({ another, page }) => {
	const admin = await administrator(await another(), 'stevns');
	const walk = new Walk('staff');
	for await (const address of waysIn(page.context(), admin)) {
		await page.goto(address, { waitUntil: 'networkidle' });
		await walk.look(page, new URL(address).pathname);
	}
	walk.done();
});
