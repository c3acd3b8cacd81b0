import type { BrowserContext, Page } from '@playwright/test';
import type { Role } from '../../src/lib/server/staff/access/role.ts';
import { StaffClient } from './staff-client.ts';
import type { Site } from './site.ts';
import { imported } from './modules.ts';

/** Puts a demo's invented staff into a municipality, and its interviews and figures if they are asked for, beside a running server. */
export async function invent(
	site: Site,
	{ municipality = 'stevns', interviews = false, goals = false } = {}
): Promise<void> {
	const demo = await imported('demoInterviews');
	const { makeGoals } = await imported('demoGoals');
	const staff = await imported('demoStaff');
	const database = await imported('database');
	const today = site.variables.TODAY ?? '';
	const plan = (await imported('plans')).find(municipality);
	if (!plan) throw new Error(`no plan of ${municipality}`);
	const before = { ...process.env };
	Object.assign(process.env, site.variables);
	try {
		staff.hire(plan, today);
		if (interviews) demo.makeInterviews(plan, today);
		if (goals) makeGoals(plan, today);
		database.closeAll();
	} finally {
		process.env = before;
	}
}

/** The invented person with a role, signed in as a demo lets them: no password to hash, no second factor. */
export async function demoDesk(
	site: Pick<Site, 'url' | 'file'>,
	role: Role,
	municipality = 'stevns'
): Promise<StaffClient> {
	const file = site.file(municipality);
	const user = file
		.prepare<[string], string>('select id from user where demo = 1 and email = ?')
		.pluck()
		.get(`${role}@demo.example`);
	file.close();
	const desk = new StaffClient(site, municipality);
	const reply = await desk.post('/log-ind?/demo', { user: user ?? '' });
	if (reply.status !== 303) throw new Error(`${role} is not let in: ${reply.status}`);
	return desk;
}

/** The invented person with a role, in a browser of their own. */
export async function signIn(
	context: BrowserContext,
	site: Site,
	role: Role,
	municipality = 'stevns'
): Promise<Page> {
	await (await demoDesk(site, role, municipality)).lend(context);
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	return page;
}
