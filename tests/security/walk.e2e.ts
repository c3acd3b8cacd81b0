import { ROLES, ruling, TABLE, type Role } from '../../src/lib/server/roles.ts';
import { administrator, colleague, Desk } from '../support/desk.ts';
import { expect, test } from '../support/test.ts';

const MUNICIPALITIES = ['stevns', 'vejen', 'glostrup', 'soenderborg', 'slagelse'];
const INTERN = '/[municipality]/intern';

/** What a page answers to someone who may see it; 200 where nothing stands here. */
const SEEN: { [route: string]: number } = {
	[`${INTERN}/[...rest]`]: 404,
	[`${INTERN}/log-ind`]: 303,
	// No municipality of the tests has a login of its own here.
	[`${INTERN}/oidc`]: 404,
	[`${INTERN}/oidc/retur`]: 404,
	[`${INTERN}/oidc/log-ud`]: 303,
	// On to the public page.
	[`${INTERN}/resultater`]: 303,
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

/** Who knocks: nobody, or someone with one role who has come all the way in. */
type Knocking = { role: Role | 'nobody'; desk: Desk };

test('every route, action, role and municipality: exactly what the table says', async ({
	house
}) => {
	test.setTimeout(240_000);
	const inside = new Map<string, Knocking[]>();
	const users = new Map<string, string>();
	for (const municipality of MUNICIPALITIES) {
		const admin = await administrator(house, municipality);
		const there: Knocking[] = [{ role: 'nobody', desk: new Desk(house, municipality) }];
		for (const role of ROLES) there.push({ role, desk: await colleague(admin, role, [role]) });
		inside.set(municipality, there);
		users.set(municipality, (await admin.invite('Venter', ['leader'])).id);
	}

	const wrong: string[] = [];
	for (const [municipality, there] of inside) {
		for (const { role, desk } of there) {
			for (const [route, { actions = {} }] of Object.entries(TABLE)) {
				const path = pathOf(route, users.get(municipality) ?? '');
				const signed = role === 'nobody' ? undefined : { step: 'done' as const, roles: [role] };
				const expected = statusOf(route, undefined, signed);
				const seen = await desk.get(path);
				if (seen.status !== expected)
					wrong.push(`${municipality} ${role} GET ${path}: ${seen.status}`);
				const data = await desk.get(`${path}/__data.json`);
				if (expected === 403 && data.status !== 403)
					wrong.push(`${municipality} ${role} data ${path}`);
				for (const action of [...Object.keys(actions), 'glemt']) {
					const status = await knock(desk, action === 'default' ? path : `${path}?/${action}`);
					if (status !== statusOf(route, action, signed)) {
						wrong.push(`${municipality} ${role} ${path}?/${action}: ${status}`);
					}
				}
			}
		}
	}
	expect(wrong).toEqual([]);

	// Everyone again, with the cookies of one municipality at the doors of the next.
	for (const [index, municipality] of MUNICIPALITIES.entries()) {
		const next = MUNICIPALITIES[(index + 1) % MUNICIPALITIES.length] ?? '';
		for (const { role, desk } of inside.get(municipality) ?? []) {
			const abroad = new Desk(house, next);
			for (const [name, value] of desk.cookies) abroad.cookies.set(name, value);
			for (const route of Object.keys(TABLE)) {
				const path = pathOf(route, users.get(next) ?? '');
				const { status } = await abroad.get(path);
				const expected = statusOf(route, undefined, undefined);
				if (status !== expected)
					wrong.push(`${municipality} ${role} in ${next} ${path}: ${status}`);
			}
		}
	}
	expect(wrong).toEqual([]);
});

const pathOf = (route: string, user: string): string =>
	route
		.slice(INTERN.length)
		.replace('[user]', user)
		.replace(/\[(round|course|number|interview|summary)\]/g, 'findes-ikke')
		.replace('[questionnaire]', 'nyt')
		.replace('[version]', '1')
		.replace('[...rest]', 'findes/ikke');

function statusOf(
	route: string,
	action: string | undefined,
	signed: { step: 'done'; roles: Role[] } | undefined
): number {
	const ruled = ruling(route, action, signed);
	if (ruled === 'refuse') return 403;
	if (ruled !== 'pass') return 303;
	if (action !== undefined) return 415;
	if (!signed && route.endsWith('/log-ind')) return 200;
	return SEEN[route] ?? 200;
}

/** A letter that is no form: let through by the door, it is sent back by the page (415) with nothing done. */
async function knock(desk: Desk, path: string): Promise<number> {
	return (await desk.post(path, {}, { 'content-type': 'application/json' })).status;
}
