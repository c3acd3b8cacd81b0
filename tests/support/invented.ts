import type { BrowserContext, Page } from '@playwright/test';
import { runnerImport } from 'vite';
import type { Role } from '../../src/lib/server/roles.ts';
import type { House } from './house.ts';

type Modules = {
	'demo/interviews': typeof import('../../src/lib/server/demo/interviews.ts');
	'demo/staff': typeof import('../../src/lib/server/demo/staff.ts');
	database: typeof import('../../src/lib/server/database.ts');
	plans: typeof import('../../src/lib/server/plans.ts');
};

/** The server's own modules, read as its build reads them: SQL files come by Vite. */
const imported = async <Name extends keyof Modules>(name: Name): Promise<Modules[Name]> =>
	(await runnerImport<Modules[Name]>(`./src/lib/server/${name}.ts`, { configFile: false })).module;

/** Puts a demo's invented staff into Stevns, and its interviews if they are asked for, beside a running server. */
export async function invent(house: House, { interviews = false } = {}): Promise<void> {
	const [demo, staff, database, plans] = [
		await imported('demo/interviews'),
		await imported('demo/staff'),
		await imported('database'),
		await imported('plans')
	];
	const today = house.variables.TODAY ?? '';
	const plan = plans.find('stevns');
	if (!plan) throw new Error('Stevns has a plan');
	const before = { ...process.env };
	Object.assign(process.env, house.variables);
	try {
		const db = database.open('stevns');
		for (const role of ['leader', 'chair', 'secretary', 'caseworker', 'administrator'] as const) {
			staff.someone(db, role, today);
		}
		if (interviews) demo.makeInterviews(plan, today);
		database.closeAll();
	} finally {
		process.env = before;
	}
}

/** What stands on the buttons of a demo's sign-in. */
const WORDS: { [role in Role]: string } = {
	leader: 'Leder',
	chair: 'Udvalgsformand',
	secretary: 'Udvalgssekretær',
	caseworker: 'Sagsbehandler',
	administrator: 'Administrator'
};

/** Signs in as the invented person with a role, in a browser of their own. */
export async function signIn(context: BrowserContext, house: House, role: Role): Promise<Page> {
	const page = await context.newPage();
	page.setDefaultTimeout(30_000);
	await page.goto(`${house.url}/stevns/intern/log-ind`);
	await page.getByRole('button', { name: WORDS[role], exact: true }).click();
	await page.waitForURL(`${house.url}/stevns/intern`);
	return page;
}
