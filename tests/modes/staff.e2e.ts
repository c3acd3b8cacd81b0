import { ROLES } from '../../src/lib/server/staff/roles.ts';
import { atWork, ROUND } from '../support/at-work.ts';
import { colleague } from '../support/staff-client.ts';
import { pagesOf } from '../support/staff-pages.ts';
import { expect, test } from '../support/test.ts';
import { Walk } from './modes.ts';

test('every staff page, whatever colours and movement a person has chosen', async ({
	another,
	page
}) => {
	test.setTimeout(1_800_000);
	const site = await another();
	const admin = await atWork(site);
	const walk = new Walk([
		'light',
		'forced colours, dark',
		'forced colours, light',
		'reduced motion'
	]);
	const seen = new Set<string>();
	for (const role of ROLES) {
		const desk = role === 'administrator' ? admin : await colleague(admin, role, [role]);
		await desk.lend(page.context());
		const pages = pagesOf(role, { round: ROUND, questionnaire: 'samtale', version: '1' });
		for (const path of pages.filter((each) => !seen.has(each) && !each.endsWith('/csv'))) {
			seen.add(path);
			await page.goto(desk.address(path + (path.startsWith('/papir/') ? `?maaling=${ROUND}` : '')));
			await walk.look(page, path);
		}
	}
	expect(seen.size).toBeGreaterThan(30);
	walk.done();
});
