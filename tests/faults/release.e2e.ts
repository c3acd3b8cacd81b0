import { copyFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fillIn, press, settled } from '../support/phone.ts';
import { nextRelease } from '../support/release.ts';
import { drain, keep, send, watch } from './device.ts';
import { best, remark } from './given.ts';
import { postAsBefore, queueAsBefore, sealAsBefore, type OldEnvelope } from './older.ts';
import { expect, test } from './test.ts';

test('a client of the first build posts, and posts again', async ({ wired: { home }, town }) => {
	const all = town.give();
	const envelopes: OldEnvelope[] = [];
	for (const each of all) envelopes.push(await sealAsBefore(each, town.key));
	for (const outcome of ['counted', 'already-counted']) {
		for (let at = 0; at < envelopes.length; at += 50) {
			const batch = envelopes.slice(at, at + 50);
			expect(await postAsBefore(home, batch)).toEqual(
				Object.fromEntries(batch.map(({ id }) => [id, outcome]))
			);
		}
	}
	await town.account(all);
});

for (const [name, version, stores] of [
	['the first build left behind, which this one upgrades', 1, ['waiting', 'needsHelp']],
	[
		'a later build has left behind, which this one uses as it is',
		9,
		['waiting', 'needsHelp', 'held', 'of-tomorrow']
	]
] as const) {
	test(`a queue that ${name}`, async ({ page, wired: { wire, home, site }, town }) => {
		const all = town.give();
		const envelopes: OldEnvelope[] = [];
		for (const each of all) envelopes.push(await sealAsBefore(each, town.key));
		// They were sealed to a key that is not the newest any more.
		expect((await site.command('rotate-key', 'stevns')).code).toBe(0);
		await page.goto(`${wire.url}/icon.svg`);
		await page.evaluate(queueAsBefore, { envelopes, version, stores: [...stores] });
		await page.goto(home);
		await settled(page);
		const more = town.give(0.3);
		await keep(page, more, town.key);
		await drain(page);
		await town.account([...all, ...more]);
	});
}

test('the key was lost, and what came meanwhile is counted when it is back', async ({
	page,
	wired: { home, site },
	town
}) => {
	const all = town.give();
	await page.goto(home);
	await settled(page);
	const path = join(site.variables.KEYS_DIR ?? '', 'stevns', 'seal', `${town.key.id}.json`);
	copyFileSync(path, `${path}.backup`);
	expect((await site.command('rotate-key', 'stevns')).code).toBe(0);
	renameSync(path, `${path}.lost`);
	await keep(page, all, town.key);
	// Quarantine is final for the device, and not for the answer.
	await drain(page);
	renameSync(`${path}.backup`, path);
	for (let again = 0; again < 2; again++) {
		const { code, out } = await site.command('retry-quarantine');
		expect(code).toBe(0);
		expect(out).toContain(
			again ? 'stevns: 0 tried' : `stevns: ${all.length} tried, ${all.length} counted`
		);
	}
	renameSync(`${path}.lost`, `${path}.done`);
	await town.account(all);
});

for (const [name, serviceWorkers] of [
	['that has kept its version', 'allow'],
	['that keeps nothing', 'block']
] as const) {
	test(`a deploy in the middle of an answer, in a browser ${name}`, async ({
		browser,
		wired: { site, home, round, restart },
		town
	}) => {
		test.slow();
		const context = await browser.newContext({ serviceWorkers });
		const page = await context.newPage();
		await page.goto(`${home}/svar/${round.id}`);
		if (serviceWorkers === 'allow') await settled(page);
		await page.getByRole('button', { name: 'Begynd' }).waitFor();

		// Not one file of the code that the page is made of is to be had any more.
		const release = nextRelease();
		await site.stop();
		await restart({}, release.build);
		const comment = remark();
		await fillIn(page, comment);
		await press(page);
		await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
		const all: Parameters<typeof town.account>[0] = [{ comment, answers: best(town.items) }];

		if (serviceWorkers === 'allow') {
			// Old tabs go on sending to the new server.
			const more = town.give();
			await watch(page);
			await keep(page, more, town.key);
			await send(page);
			await drain(page);
			all.push(...more);
		}
		await town.account(all);
		await context.close();
		release.clear();
	});
}
