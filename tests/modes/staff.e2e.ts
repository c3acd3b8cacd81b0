import { ROLES, type Role } from '../../src/lib/server/staff/access/role.ts';
import { demoOfFile } from '../support/demo.ts';
import { demoDesk } from '../support/invented.ts';
import { administrator, type StaffClient } from '../support/staff-client.ts';
import { isAtWork, ownPages, pagesOf, routeOf, waysIn } from '../support/staff-pages.ts';
import { expect, test } from '../support/test.ts';
import { Walk } from './modes.ts';

const INTERN = '/stevns/intern';
const ROOT = '/[municipality]/intern';
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

/** An address for each route that a role comes to by links from the pages that it may see, the first of its kind. */
async function found(desk: StaffClient, role: Role, round: string): Promise<Map<string, string>> {
	const all = new Map<string, string>();
	const waiting = pagesOf(role, {})
		.filter((path) => isAtWork(path) && !path.includes('findes-ikke'))
		.map((path) => (path.startsWith('/papir/') ? `${path}?maaling=${round}` : path));
	for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
		const route = routeOf(path.replace(/[?#].*$/, ''));
		if (route === undefined || all.has(route)) continue;
		const reply = await desk.get(path);
		// A page may lead on to another at once: to the public's results.
		if (reply.status >= 400) continue;
		all.set(route, path);
		for (const [, link = ''] of (await reply.text()).matchAll(/\shref="([^"#]+)/g)) {
			const { pathname, search } = new URL(link.replaceAll('&amp;', '&'), desk.address(path));
			const below = pathname.slice(INTERN.length);
			if (pathname.startsWith(INTERN) && isAtWork(below)) waiting.push(below + search);
		}
	}
	return all;
}

for (const { role, n, of, name } of goes) {
	test(`staff, by the first role that sees a page: ${name}`, async ({ page }) => {
		const desk = await demoDesk(running, role);
		await desk.lend(page.context());
		const reply = await fetch(`${running.url}/stevns/api/v1/handout.json`);
		const { rounds } = (await reply.json()) as { rounds: { id: string }[] };
		const addresses = await found(desk, role, rounds[0]?.id ?? '');
		const walk = new Walk('staff');
		// The overview is another for each role.
		const routes = n === 0 && !of.includes(ROOT) ? [ROOT, ...of] : of;
		for (const route of routes) {
			const path = addresses.get(route);
			if (path === undefined) continue;
			await page.goto(desk.address(path), { waitUntil: 'networkidle' });
			await walk.look(page, `${role} at ${path}`);
		}
		walk.done();
		const missing = routes.filter((route) => !addresses.has(route) && !ON_THE_WAY_IN.test(route));
		expect(missing).toEqual([]);
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
