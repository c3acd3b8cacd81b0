import { readdirSync } from 'node:fs';
import { administrator, colleague, StaffClient } from './support/staff-client.ts';
import { expect, test } from './support/test.ts';

const SETTINGS = {
	threshold: '10',
	commentMonths: '24',
	auditYears: '5',
	languages: ['da', 'let', 'en'],
	publicResults: 'off',
	notesDays: '60',
	notesAwaitJournal: 'off'
};
/** Every public page of results there is in the tree, with something in place of its parameters. */
const PAGES = readdirSync('src/routes/[municipality]/[[lang=lang]]/(public)', {
	recursive: true,
	encoding: 'utf8'
})
	.filter((path) => /^(resultater|rapporter|maal|mit-billede).*\+page\.server\.ts$/.test(path))
	.map((path) =>
		`/${path.replace(/\/\+page\.server\.ts$/, '')}`
			.replace('/[[round]]', '')
			.replace('[round]', '2026-01')
			.replace('[item]', 'a')
			.replace('[goal]', 'vaerdighed')
			.replace('[quarter]', '2026-Q1')
			.replace('[breakdown]/[unit]', 'team/2026-k1')
	);

test('results that are closed are read by nobody but those the table of roles lets in @long', async ({
	another,
	page
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	const leader = await colleague(admin, 'Karen', ['leader']);
	const status = async (desk: StaffClient | undefined, path: string) => {
		const cookie = desk ? [...desk.cookies].map((pair) => pair.join('=')).join('; ') : '';
		return (await fetch(`${site.url}/stevns${path}`, { headers: { cookie } })).status;
	};
	expect(PAGES).toContain('/resultater/loefter');
	expect(PAGES.length).toBeGreaterThanOrEqual(5);
	expect(await status(undefined, '/resultater')).toBe(200);
	expect((await admin.post('/indstillinger', SETTINGS)).status).toBe(200);

	// Without a session, with every load of its own, and in every language.
	for (const path of [
		...PAGES,
		'/api/v1/noegletal.json',
		'/api/v1/tal/noegletal.xlsx',
		'/en/resultater'
	]) {
		expect([path, await status(undefined, path)]).toEqual([path, 403]);
		if (path.startsWith('/api')) continue;
		for (const mask of ['', '1', '01', '001', '0001', '00001']) {
			const query = mask && `?x-sveltekit-invalidated=${mask}`;
			const reply = await fetch(`${site.url}/stevns${path}/__data.json${query}`);
			const { nodes } = (await reply.json()) as { nodes: ({ type: string } | null)[] };
			const sent = nodes.filter((node) => node?.type === 'data');
			expect([path, mask, sent]).toEqual([path, mask, []]);
		}
	}
	await page.goto(`${site.url}/stevns/resultater`);
	await expect(page.getByRole('heading', { name: 'Siden er lukket' })).toBeVisible();
	await page.goto(`${site.url}/stevns`);
	await expect(page.getByRole('link', { name: 'Se, hvad andre har svaret' })).toHaveCount(0);

	// A leader goes in by the staff's own door; an administrator reads no figures by being one.
	const went = await leader.get('/resultater');
	expect([went.status, went.headers.get('location')]).toEqual([303, '/stevns/resultater']);
	// One says who reads, the other that they came from the staff's house.
	const doors = [
		'/stevns/resultater',
		'/stevns/rapporter',
		'/stevns/maal',
		'/stevns/mit-billede/tal'
	];
	expect(leader.set.map((line) => /Path=([^;]+)/.exec(line)?.[1])).toEqual([...doors, ...doors]);
	expect(leader.set.every((line) => /HttpOnly/.test(line) && /SameSite=Lax/.test(line))).toBe(true);
	expect(await status(leader, '/resultater')).toBe(200);
	expect((await admin.get('/resultater')).status).toBe(403);
	expect(await status(admin, '/resultater')).toBe(403);

	// Signing out ends it, whoever kept the cookie.
	const kept = new StaffClient(site, 'stevns');
	for (const [name, value] of leader.cookies) kept.cookies.set(name, value);
	await leader.post('/log-ud');
	expect(await status(kept, '/resultater')).toBe(403);

	await admin.post('/indstillinger', { ...SETTINGS, publicResults: 'on' });
	expect(await status(undefined, '/resultater')).toBe(200);
});
