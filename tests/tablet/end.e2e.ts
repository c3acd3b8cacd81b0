import { openedBox } from '../support/boxes.ts';
import { administrator, colleague } from '../support/staff-client.ts';
import { handOver } from '../support/handover.ts';
import { caseworker, GIVE, startByCode, startCode, tabletRound } from '../support/tablet.ts';
import { expect, test } from '../support/test.ts';

test.use({ serviceWorkers: 'allow' });

const SEND_SECONDS = 300;

test('a tablet that was closed keeps what waits, says what to do, and sends it when it is started again @long', async ({
	another,
	page,
	context
}) => {
	const site = await another();
	const round = await tabletRound(site);
	const desk = await caseworker(site);
	await context.clock.install({ time: '2026-05-20T08:00:00+02:00' });
	await startByCode(page, desk, '2026-05/job');
	await handOver(page, 'da', { kind: 'declines' });
	await handOver(page, 'da', { kind: 'answers', answers: ['5', '5', '5', '5'] });
	const key = /name="tablet" value="(\w+)"/.exec(await (await desk.get('/tablets')).text())?.[1];
	expect(
		(await desk.post('/tablets?/revoke', { tablet: key ?? '', sure: 'revokeTablet' })).status
	).toBe(200);
	expect(
		(await desk.post('/tablets?/revoke', { tablet: key ?? '', sure: 'revokeTablet' })).status
	).toBe(409);

	await context.clock.fastForward(SEND_SECONDS * 1000);
	await expect(page.getByRole('alert')).toContainText('Tabletten er lukket');
	await expect(page.getByText('2 svar venter')).toBeVisible();
	await expect(page.getByRole('button', { name: GIVE })).toHaveCount(0);
	await page.reload();
	await expect(page.getByText('2 svar venter')).toBeVisible();
	await page.getByRole('button', { name: 'Start tabletten igen' }).click();
	await expect(page.getByText('2 svar ligger låst her fra før')).toBeVisible();
	await page
		.getByRole('textbox', { name: 'Startkode' })
		.fill(await startCode(desk, '2026-05/youth'));
	await page.getByRole('button', { name: 'Start tabletten' }).click();
	await expect(page.getByText('Ingen svar venter på at blive sendt.')).toBeVisible();

	await handOver(page, 'da', { kind: 'declines' });
	await expect(page.getByText('1 svar venter')).toBeVisible();
	await context.clock.fastForward(SEND_SECONDS * 1000);
	await expect(page.getByText('Ingen svar venter på at blive sendt.')).toBeVisible();
	const list = await (await desk.get('/tablets')).text();
	expect(list.match(/name="tablet" value=/g)).toHaveLength(1);
	await site.stop();
	const { counts } = await openedBox(site, round, '2026-05');
	// What waited was said to the team that asked.
	expect(counts).toMatchObject({
		'asked|team|job||tablet-offered': 2,
		'asked|team|youth||tablet-offered': 1,
		'asked|||a|5': 1
	});
});

test('a network that wants a login closes no tablet, and what waits goes when it lets it @long', async ({
	another,
	page,
	context
}) => {
	const site = await another();
	await tabletRound(site);
	await context.clock.install({ time: '2026-05-20T08:00:00+02:00' });
	await startByCode(page, await caseworker(site), '2026-05/job');
	let refused = 0;
	await context.route('**/api/v1/submissions', (route) => {
		refused += 1;
		return route.fulfill({ status: 401, contentType: 'text/html', body: '<h1>Log ind</h1>' });
	});
	await handOver(page, 'da', { kind: 'declines' });
	await context.clock.fastForward(SEND_SECONDS * 1000);
	// At once when our own server has said that the tablet is its own, and then at the tablet's pace.
	await expect.poll(() => refused).toBe(2);
	await expect(page.getByText('1 svar venter')).toBeVisible();
	await expect(page.getByRole('button', { name: GIVE })).toBeVisible();
	await expect(page.getByText(/Tabletten er lukket|skal startes igen/)).toHaveCount(0);
	await context.unroute('**/api/v1/submissions');
	await context.clock.fastForward(SEND_SECONDS * 1000);
	await expect(page.getByText('Ingen svar venter på at blive sendt.')).toBeVisible();
});

test(
	'a tablet that comes back when its round is long over keeps what waits, and is told what became of it',
	{ tag: '@long' },
	async ({ another, page, context }) => {
		const spring = await another();
		await tabletRound(spring);
		await context.clock.install({ time: '2026-05-20T08:00:00+02:00' });
		await startByCode(page, await caseworker(spring), '2026-05/job');
		await handOver(page, 'da', { kind: 'declines' });
		await handOver(page, 'da', { kind: 'answers', answers: ['5', '5', '5', '5'] });
		await spring.stop();

		// Ninety days after the last one its grant is erased.
		const { port } = new URL(spring.url);
		const winter = await another({ ...spring.variables, PORT: port, TODAY: '2026-12-05' });
		const file = winter.file('stevns');
		expect(file.prepare('select count(*) from grant_token').pluck().get()).toBe(0);
		file.close();
		await context.clock.fastForward(SEND_SECONDS * 1000);
		await expect(page.getByRole('alert')).toContainText('Tabletten er lukket');
		await page.reload();
		await expect(page.getByText('2 svar venter')).toBeVisible();

		await tabletRound(winter, {
			id: '2026-12',
			prefix: 'CD',
			opensOn: '2026-12-01',
			closesOn: '2027-02-28'
		});
		const ulla = await colleague(await administrator(winter, 'stevns'), 'Ulla', ['caseworker']);
		const code = await startCode(ulla, '2026-12/job');
		await page.getByRole('button', { name: 'Start tabletten igen' }).click();
		await page.getByRole('textbox', { name: 'Startkode' }).fill(code);
		await page.getByRole('button', { name: 'Start tabletten' }).click();
		await expect(page.getByText('2 svar er ikke talt med, for den måling')).toBeVisible();
		await expect(page.getByText('Ingen svar venter på at blive sendt.')).toBeVisible();
		await handOver(page, 'da', { kind: 'declines' });
		await expect(page.getByText('1 svar venter')).toBeVisible();
	}
);
