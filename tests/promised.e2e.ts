import { doorOf, may } from '../src/lib/server/staff/access/access.ts';
import { ROLES, type Role } from '../src/lib/server/staff/access/role.ts';
import { atWork, ROUND } from './support/at-work.ts';
import { colleague } from './support/staff-client.ts';
import { isAtWork, rolesAtWork, routeOf } from './support/staff-pages.ts';
import { expect, test } from './support/test.ts';

/** What a page of staff leads to: links, and forms with the action that each sends. */
function offersOf(html: string, at: string): { path: string; action?: string }[] {
	const main = html.slice(html.indexOf('<body'));
	const all = [...main.matchAll(/\s(href|action|formaction)="([^"]*)"/g)].map(([, kind, value]) => {
		const url = new URL((value ?? '').replaceAll('&amp;', '&'), `http://site${at}`);
		const named = [...url.searchParams.keys()].find((key) => key.startsWith('/'));
		return {
			kind,
			path: url.pathname,
			action: kind === 'href' ? undefined : (named?.slice(1) ?? 'default')
		};
	});
	const posts = /<form[^>]*method="get"/i.test(main);
	return all
		.filter(({ path }) => path.startsWith('/stevns/intern'))
		.filter(({ kind, action }) => !(posts && kind === 'action' && action === 'default'))
		.map(({ path, action }) => ({ path: path.slice('/stevns/intern'.length), action }));
}

test('every link and button that a role is shown leads to something that it may do @long', async ({
	another
}) => {
	test.setTimeout(180_000);
	const site = await another();
	const admin = await atWork(site);
	const { id } = await admin.invite('Venter', ['leader']);
	const parameters = { user: id, round: ROUND, questionnaire: 'samtale', version: '1', batch: '1' };
	const leader = await colleague(admin, 'Karen', ['leader']);
	const month = ROUND;
	await leader.post('/koder', { round: ROUND, team: '', month, count: '3', request: 'a' });
	let offers = 0;
	const broken: string[] = [];
	for await (const { role, desk, paths } of rolesAtWork(admin, parameters)) {
		for (const path of paths.filter(isAtWork)) {
			const reply = await desk.get(path);
			if (reply.status !== 200) continue;
			for (const offer of offersOf(await reply.text(), `/stevns/intern${path}`)) {
				const route = routeOf(offer.path);
				offers += 1;
				const isOpen =
					route !== undefined &&
					(doorOf(route, offer.action) === 'anyone' ||
						may({ step: 'done', roles: [role] }, route, offer.action));
				if (!isOpen) broken.push(`${role} at ${path}: ${offer.path}?/${offer.action ?? ''}`);
			}
		}
	}
	console.log(`${offers} links and buttons of ${ROLES.length} roles`);
	expect([...new Set(broken)]).toEqual([]);
	expect(offers).toBeGreaterThan(500);
});

test('the overview asks nobody for what another role does @long', async ({ another }) => {
	const site = await another();
	const admin = await atWork(site);
	const words = async (role: Role) => {
		const desk = role === 'administrator' ? admin : await colleague(admin, `et ${role}`, [role]);
		return (await (await desk.get('')).text()).replace(/<[^>]+>/g, ' ');
	};
	const chair = await words('chair');
	for (const other of [
		'Åbn en ny',
		'Skriv op, hvem der sidder',
		'lover forbedringer',
		'Lav koder'
	]) {
		expect(chair).not.toContain(other);
	}
	expect(await words('secretary')).toContain('Skriv op, hvem der sidder');
	expect(await words('leader')).not.toContain('lover forbedringer');
});
