import { ruling } from '../../src/lib/server/staff/access/access.ts';
import { TABLE } from '../../src/lib/server/staff/access/doors.ts';
import { ROLES, type Role } from '../../src/lib/server/staff/access/role.ts';
import { StaffClient } from '../support/staff-client.ts';
import type { Site } from '../support/site.ts';
import { demoDesk, invent } from '../support/invented.ts';
import { expect, test as base } from '../support/test.ts';

const MUNICIPALITIES = ['stevns', 'vejen', 'glostrup', 'soenderborg', 'slagelse'];
const INTERN = '/[municipality]/intern';

/** What a page answers to someone who may see it; 200 where nothing stands here. */
const SEEN: { [route: string]: number } = {
	[`${INTERN}/[...rest]`]: 404,
	[`${INTERN}/log-ind`]: 303,
	// No municipality of the tests has a login of its own here.
	[`${INTERN}/oidc`]: 404,
	[`${INTERN}/oidc/retur`]: 404,
	[`${INTERN}/oidc/log-ud`]: 404,
	[`${INTERN}/saml`]: 404,
	[`${INTERN}/saml/retur`]: 405,
	[`${INTERN}/saml/ind`]: 404,
	[`${INTERN}/saml/metadata`]: 404,
	[`${INTERN}/saml/log-ud`]: 404,
	// On to the public page.
	[`${INTERN}/resultater`]: 303,
	// No goal is called so.
	[`${INTERN}/maal/[goal]`]: 404,
	[`${INTERN}/plan/maal/[goal]`]: 404,
	// Nothing was handed out, and no quarter has come to its end.
	[`${INTERN}/uddelt/[batch]`]: 404,
	[`${INTERN}/rapporter/[quarter]`]: 404,
	[`${INTERN}/rapporter/[quarter]/[file]`]: 404,
	// There is no round here.
	[`${INTERN}/maalinger/[round]`]: 404,
	[`${INTERN}/papir/skema`]: 404,
	[`${INTERN}/papir/tast`]: 404,
	// No interview course was begun here.
	[`${INTERN}/interviewforloeb/[course]`]: 404,
	[`${INTERN}/interviewforloeb/[course]/lodtraekning`]: 404,
	[`${INTERN}/interviewforloeb/[course]/begynd/[number]`]: 404,
	[`${INTERN}/interview/[interview]`]: 404,
	[`${INTERN}/interview/[interview]/passager`]: 404,
	[`${INTERN}/opsummering/[summary]`]: 404,
	[`${INTERN}/gennemsyn/[summary]`]: 404
};

/** A plan that holds no interviews has no course to begin. */
const unseen = (municipality: string, route: string): boolean =>
	route === `${INTERN}/interviewforloeb/ny` && municipality !== 'stevns';

/** Who knocks: nobody, or someone with one role who has come all the way in. */
type Knocking = { role: Role | 'nobody'; desk: StaffClient };

const test = base.extend<{ municipalities: number }>({ municipalities: [1, { option: true }] });

test('every route, action, role and municipality: exactly what the table says', async ({
	site,
	municipalities
}) => {
	test.setTimeout(400_000);
	const inside = new Map<string, Knocking[]>();
	for (const municipality of MUNICIPALITIES.slice(0, municipalities)) {
		await invent(site, { municipality });
		const there: Knocking[] = [{ role: 'nobody', desk: new StaffClient(site, municipality) }];
		for (const role of ROLES) there.push({ role, desk: await demoDesk(site, role, municipality) });
		inside.set(municipality, there);
	}

	const wrong: string[] = [];
	for (const [municipality, there] of inside) {
		const user = someoneOf(site, municipality);
		for (const { role, desk } of there) {
			const signed = role === 'nobody' ? undefined : { step: 'done' as const, roles: [role] };
			const meets = async (what: string, asked: Promise<Response>, expected: number) => {
				const { status } = await asked;
				if (status !== expected) wrong.push(`${municipality} ${role} ${what}: ${status}`);
			};
			for (const [route, { actions = {} }] of Object.entries(TABLE)) {
				const path = pathOf(route, user);
				const expected = statusOf(route, undefined, signed);
				const isThere = expected !== 200 || !unseen(municipality, route);
				await Promise.all([
					meets(path, desk.get(path), isThere ? expected : 404),
					expected === 403 && meets(`data ${path}`, desk.get(`${path}/__data.json`), 403),
					...[...Object.keys(actions), 'glemt'].map((action) => {
						const door = action === 'default' ? path : `${path}?/${action}`;
						return meets(door, knock(desk, door), statusOf(route, action, signed));
					})
				]);
			}
		}
	}
	expect(wrong).toEqual([]);

	// Everyone again, with the cookies of one municipality at the doors of another: there they are nobody.
	for (const [index, municipality] of [...inside.keys()].entries()) {
		const next = MUNICIPALITIES[(index + 1) % MUNICIPALITIES.length] ?? '';
		for (const { role, desk } of inside.get(municipality) ?? []) {
			const abroad = new StaffClient(site, next);
			for (const [name, value] of desk.cookies) abroad.cookies.set(name, value);
			await Promise.all(
				Object.keys(TABLE).map(async (route) => {
					const path = pathOf(route, 'findes-ikke');
					const { status } = await abroad.get(path);
					if (status !== statusOf(route, undefined, undefined))
						wrong.push(`${municipality} ${role} in ${next} ${path}: ${status}`);
				})
			);
		}
	}
	expect(wrong).toEqual([]);
});

function someoneOf(site: Site, municipality: string): string {
	const file = site.file(municipality);
	const user = file.prepare<[], string>('select id from user limit 1').pluck().get();
	file.close();
	return user ?? '';
}

const pathOf = (route: string, user: string): string =>
	route
		.slice(INTERN.length)
		.replace('[user]', user)
		.replace('[questionnaire]', 'nyt')
		.replace('[version]', '1')
		.replace('[...rest]', 'findes/ikke')
		.replace(/\[\w+\]/g, 'findes-ikke');

function statusOf(
	route: string,
	action: string | undefined,
	signed: { step: 'done'; roles: Role[] } | undefined
): number {
	const ruled = ruling(route, action, signed);
	if (ruled === 'refuse') return 403;
	if (ruled !== 'pass') return 303;
	// An endpoint and no form's action: without a login of its own there is nothing behind it.
	if (action === 'default' && route === `${INTERN}/saml/retur`) return 404;
	if (action !== undefined) return 415;
	if (!signed && route.endsWith('/log-ind')) return 200;
	return SEEN[route] ?? 200;
}

/** A letter that is no form: let through by the door, it is sent back by the page (415) with nothing done. */
const knock = (desk: StaffClient, path: string): Promise<Response> =>
	desk.post(path, {}, { 'content-type': 'application/json' });
