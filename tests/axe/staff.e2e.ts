import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { administrator, Desk, PASSWORD } from '../support/desk.ts';
import { expect, test } from '../support/test.ts';

const WIDTHS = [1280, 820, 360];

async function look(page: Page, address: string): Promise<void> {
	for (const width of WIDTHS) {
		await page.setViewportSize({ width, height: 1180 });
		await page.goto(address);
		const sideways = () =>
			document.documentElement.scrollWidth - document.documentElement.clientWidth;
		expect([address, width, await page.evaluate(sideways)]).toEqual([address, width, 0]);
	}
	const { violations } = await new AxeBuilder({ page }).analyze();
	const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
	expect([address, found]).toEqual([address, []]);
}

const carry = async (page: Page, desk: Desk) => {
	await page.context().clearCookies();
	const cookies = [...desk.cookies].map(([name, value]) => ({
		name,
		value,
		url: desk.address('')
	}));
	await page.context().addCookies(cookies);
};

test('staff pages: nothing for axe to find, and no scrolling sideways', async ({
	another,
	page
}) => {
	const house = await another();
	const admin = await administrator(house, 'stevns');
	const { id, link } = await admin.invite('Ole', ['leader']);
	for (const path of ['/log-ind', '/invitation', '/log-ud']) await look(page, admin.address(path));
	await carry(page, admin);
	for (const path of [
		'',
		'/min-adgang',
		'/brugere',
		`/brugere/${id}`,
		'/haendelser',
		'/findes-ikke'
	]) {
		await look(page, admin.address(path));
	}
	const ole = new Desk(house, 'stevns');
	await ole.post('/invitation', { token: link.split('#')[1] ?? '', password: PASSWORD });
	await carry(page, ole);
	await look(page, ole.address('/to-trin'));
	await admin.post('/log-ud');
	await admin.post('/log-ind?/password', { email: 'admin@stevns.example', password: PASSWORD });
	await carry(page, admin);
	await look(page, admin.address('/bekraeft'));
});
