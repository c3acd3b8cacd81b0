import Database from 'better-sqlite3';
import { join } from 'node:path';
import { ROLES } from '../../src/lib/server/staff/roles.ts';
import { demo, demoFolder, type Demo } from '../support/demo.ts';
import { demoDesk } from '../support/invented.ts';
import { administrator } from '../support/staff-client.ts';
import { isAtWork, ownPages, pagesOf, routeOf, waysIn } from '../support/staff-pages.ts';
import { expect, test } from '../support/test.ts';
import { Walk } from './modes.ts';

const INTERN = '/stevns/intern';
/** What nothing in the demo leads to: it has no second factor to set up or to type. */
const ON_THE_WAY_IN = /\/(bekraeft|to-trin)$/;

const folder = demoFolder();
let running: Demo;
test.describe.configure({ mode: 'default', timeout: 1_800_000 });
test.beforeAll(async () => {
	test.setTimeout(600_000);
	running = await demo(folder.path);
});
test.afterAll(async () => {
	await running.stop();
	folder.clear();
});

for (const role of ROLES) {
	test(`every staff page that a ${role} is the first to see`, async ({ page }) => {
		const walk = new Walk('staff');
		const site = {
			url: running.url,
			file: (municipality: string) =>
				new Database(join(folder.path, 'data', `${municipality}.sqlite`), { readonly: true })
		};
		const desk = await demoDesk(site, role);
		await desk.lend(page.context());
		const round = (
			(await (await fetch(`${running.url}/stevns/api/v1/handout.json`)).json()) as {
				rounds: { id: string }[];
			}
		).rounds[0];
		const own = new Set(ownPages(role));
		const looked = new Set<string>();
		const opened = new Set<string>();
		const waiting = pagesOf(role, {})
			.filter((path) => isAtWork(path) && !path.includes('findes-ikke'))
			.map((path) => (path.startsWith('/papir/') ? `${path}?maaling=${round?.id ?? ''}` : path));
		// A page that has a parameter is found by a link, as staff find it; of a kind the first is looked at.
		for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
			const route = routeOf(path.replace(/[?#].*$/, ''));
			if (route === undefined || opened.has(route)) continue;
			opened.add(route);
			await page.goto(desk.address(path), { waitUntil: 'networkidle' });
			const links = await page
				.getByRole('link')
				.evaluateAll((all) =>
					all
						.map((each) => new URL((each as HTMLAnchorElement).href))
						.map((url) => url.pathname + url.search)
				);
			waiting.push(
				...links
					.filter((link) => link.startsWith(INTERN) && isAtWork(link.slice(INTERN.length)))
					.map((link) => link.slice(INTERN.length))
			);
			// The overview is another for each role.
			if (!own.has(route) && path !== '') continue;
			looked.add(route);
			await walk.look(page, `${role} at ${path}`);
		}
		walk.done();
		expect([...own].filter((route) => !looked.has(route) && !ON_THE_WAY_IN.test(route))).toEqual(
			[]
		);
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
