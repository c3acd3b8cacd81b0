import { ROLES } from '../src/lib/server/staff/access/role.ts';
import { demo, demoFolder, fileIn } from './support/demo.ts';
import { demoDesk } from './support/invented.ts';
import { citizenPages } from './support/pages.ts';
import { sharedRound } from './support/round.ts';
import { isAtWork, pagesOf } from './support/staff-pages.ts';
import { expect, test } from './support/test.ts';
import { deadEnds, kindOf, meet, MODES, walk, WIDTHS, window } from './support/walker.ts';

/** Of pages that differ in a number or a name alone, as many are looked at. */
const OF_A_KIND = 2;

test('the citizen’s pages stand in Danish, with scripts, without, and translated @long', async ({
	site,
	browser
}) => {
	test.setTimeout(240_000);
	const round = await sharedRound(site, 'stevns');
	const walked = walk();
	const [alive, plain, translated] = await Promise.all(MODES.map((mode) => window(browser, mode)));
	if (!alive || !plain || !translated) throw new Error('no window');
	for (const path of citizenPages(round.id)) {
		await meet({ alive, plain, translated }, `${site.url}/stevns${path}`, walked, [360, 1280]);
	}
	// A page that is not there is there in the other languages neither.
	const links = [...walked.links].filter((link) => !link.includes('findes-ikke'));
	const dead = await deadEnds(links, (path) => fetch(site.url + path));
	console.log(`walked ${walked.met} pages, ${walked.links.size} links`);
	expect([...walked.wrong, ...dead]).toEqual([]);
	for (const page of [alive, plain, translated]) await page.context().close();
});

test('@long every page of the demo, in every language, at every width, with scripts, without, and translated', async ({
	browser
}) => {
	test.setTimeout(3_600_000);
	const folder = demoFolder();
	const running = await demo(folder.path);
	const walked = walk();
	const dead: string[] = [];
	const of = (mode: (typeof MODES)[number], dress?: Parameters<typeof window>[2]) =>
		window(browser, mode, dress);
	const site = {
		url: running.url,
		file: fileIn(folder.path)
	};
	try {
		for (const language of ['', '/let', '/en']) {
			const pages = {
				alive: await of('alive'),
				plain: await of('plain'),
				translated: await of('translated')
			};
			const kinds = new Map<string, number>();
			const waiting = [
				`/stevns${language}`,
				`/stevns${language}/k`,
				`/stevns${language}/resultater`
			];
			for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
				const kind = kindOf(path);
				const isOurs =
					path.startsWith(`/stevns${language}`) && !/\/(intern|api|tablet)\b|manifest/.test(path);
				const isOther =
					language === '' && /^\/stevns\/(let|en|xr|uk|ar|pl|tr|so|ti|fa|de)\b/.test(path);
				if (!isOurs || isOther || (kinds.get(kind) ?? 0) >= OF_A_KIND) continue;
				kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
				waiting.push(...(await meet(pages, running.url + path, walked, WIDTHS)));
			}
			for (const page of Object.values(pages)) await page.context().close();
		}
		dead.push(...(await deadEnds(walked.links, (path) => fetch(running.url + path))));
		for (const role of ROLES) {
			const desk = await demoDesk(site, role);
			const dress = (context: Parameters<typeof desk.lend>[0]) => desk.lend(context);
			const pages = {
				alive: await of('alive', dress),
				plain: await of('plain', dress),
				translated: await of('translated', dress)
			};
			const own = walk();
			const kinds = new Map<string, number>();
			const waiting = pagesOf(role, {})
				.filter((path) => isAtWork(path) && !path.includes('findes-ikke'))
				.map((path) => `/stevns/intern${path}`);
			for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
				const kind = kindOf(path);
				const isOurs = path.startsWith('/stevns/intern') && !/\/(log-ud|oidc|saml|csv)/.test(path);
				if (!isOurs || (kinds.get(kind) ?? 0) >= OF_A_KIND) continue;
				kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
				waiting.push(...(await meet(pages, running.url + path, own, WIDTHS)));
			}
			const intern = '/stevns/intern';
			const inside = [...own.links].filter((link) => link.startsWith(intern));
			dead.push(...(await deadEnds(inside, (path) => desk.get(path.slice(intern.length)))));
			walked.met += own.met;
			walked.wrong.push(...own.wrong.map((each) => `${role}: ${each}`));
			for (const page of Object.values(pages)) await page.context().close();
		}
	} finally {
		await running.stop();
		folder.clear();
	}
	console.log(`walked ${walked.met} pages, ${walked.links.size} links`);
	expect([...walked.wrong, ...dead]).toEqual([]);
	expect(walked.met).toBeGreaterThan(1000);
});
