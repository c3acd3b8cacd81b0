import type { Page } from '@playwright/test';
import type { Submission } from '../../src/lib/survey/submission.ts';
import { fillIn, press, settled } from '../support/phone.ts';
import { drain, keep, send, waiting } from './device.ts';
import { best, remark } from './given.ts';
import { startPhone } from './killable.ts';
import { expect, test } from './test.ts';

test('the phone dies with a queue, and in the middle of saving, and is started again', async ({
	wired: { wire, home, counted },
	town
}) => {
	test.slow();
	const all = town.give();
	const half = Math.ceil(all.length / 2);
	const phone = await startPhone(home);
	let page = phone.page;
	await settled(page);
	wire.up(false);
	await keep(page, all.slice(0, half), town.key);

	await phone.kill();
	page = await phone.restart();
	// The draft of an answer outlives its page; what was being saved is finished again under the same id.
	const saved = keepAndTell(page, all.slice(half), town.key, phone);
	await saved;
	page = await phone.restart();
	await keep(page, all.slice(half), town.key);
	expect(await waiting(page)).toEqual({ waiting: all.length, needsHelp: 0, unsaved: 0 });
	expect(counted()).toBe(0);

	// It dies once more when the first acknowledgements are on their way.
	wire.up(true);
	wire.onsent(({ method }) => void (method === 'POST' && phone.kill()));
	await send(page).catch(() => undefined);
	wire.onsent(() => undefined);
	page = await phone.restart();
	await drain(page);
	await phone.close();
	await town.account(all);
});

test('two tabs and the worker send at the same time', async ({
	context,
	page,
	wired: { wire, home },
	town
}) => {
	test.slow();
	const all = town.give();
	const half = Math.ceil(all.length / 2);
	const other = await context.newPage();
	await page.goto(home);
	await settled(page);
	await other.goto(home);
	const sent: string[] = [];
	context.on('response', (reply) => {
		const { envelopes = [] } = (reply.request().postDataJSON() ?? {}) as {
			envelopes?: { id: string }[];
		};
		sent.push(...envelopes.map(({ id }) => id));
	});
	wire.up(false);
	await keep(page, all.slice(0, half), town.key);
	await keep(other, all.slice(half), town.key);
	wire.up(true);
	const wakeWorker = await workerOf(page);
	const senders = [page, other, page, other].map(send);
	await Promise.all([...senders, wakeWorker(), drain(page), drain(other)]);
	await drain(page);
	// One at a time: what one has sent, the next one does not send again. How many batches that takes differs: the worker may begin before all is kept.
	const ids = all.map(({ id }) => id);
	await expect.poll(() => sent.sort()).toEqual(ids.sort());
	await town.account(all);
});

test('two tabs send at the same time in a browser that has no locks', async ({
	context,
	wired: { wire, home },
	town
}) => {
	test.slow();
	await context.addInitScript(() => {
		Object.defineProperty(navigator, 'locks', { value: undefined });
	});
	const all = town.give();
	const [page, other] = [await context.newPage(), await context.newPage()];
	for (const each of [page, other]) await each.goto(home);
	await settled(page);
	wire.up(false);
	await keep(page, all, town.key);
	wire.up(true);
	await Promise.all([page, other, page, other].map(send));
	await drain(page);
	await town.account(all);
});

test('the page is gone when the network comes back, and the worker sends', async ({
	page,
	wired: { wire, home, counted },
	town
}) => {
	const all = town.give();
	await page.goto(home);
	await settled(page);
	const wakeWorker = await workerOf(page);
	wire.up(false);
	await keep(page, all, town.key);
	// In vain first: the browser wakes it again.
	await wakeWorker();
	expect(counted()).toBe(0);
	await page.goto('about:blank');
	wire.up(true);
	await wakeWorker();
	await expect.poll(counted).toBe(all.length);
	await town.account(all);
});

for (const [name, day] of [
	['a year behind', '2025-05-20'],
	['a year ahead', '2027-05-20']
] as const) {
	test(`a phone whose clock is ${name}`, async ({
		context,
		page,
		wired: { home, round },
		town
	}) => {
		await context.clock.setFixedTime(`${day}T12:00:00`);
		const all = town.give(1, { answeredOn: day });
		await page.goto(home);
		await settled(page);
		await keep(page, all, town.key);
		await drain(page);

		const comment = remark();
		await page.goto(`${home}/svar/${round.id}`);
		await fillIn(page, comment);
		await press(page);
		await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
		await town.account([...all, { comment, answers: best(town.items) }]);
	});
}

test('the phone is full, and the answer stays on the screen until it is sent', async ({
	page,
	wired: { wire, home, round, counted },
	town
}) => {
	test.slow();
	const all = town.give();
	await page.goto(`${home}/svar/${round.id}`);
	await settled(page);
	const comment = remark();
	await fillIn(page, comment);
	const cdp = await page.context().newCDPSession(page);
	await cdp.send('Storage.overrideQuotaForOrigin', { origin: new URL(home).origin, quotaSize: 1 });
	wire.up(false);
	await press(page);
	await expect(page.getByText('Der er ikke plads på telefonen')).toBeVisible();
	await expect(page.getByText('Det, du har svaret, står her endnu.')).toBeVisible();
	const kept = await keep(page, all, town.key);
	expect(new Set(kept.map((each) => (each.ok ? 'ok' : each.reason)))).toEqual(new Set(['quota']));
	expect(await waiting(page)).toMatchObject({ waiting: all.length + 1, unsaved: all.length + 1 });
	expect(counted()).toBe(0);

	wire.up(true);
	await page.evaluate(() => dispatchEvent(new Event('online')));
	await expect(page.getByText('Dit svar er sendt.')).toBeVisible();
	await drain(page);
	await town.account([...all, { comment, answers: best(town.items) }]);
});

/** The worker's `sync` event, which a browser sends when it thinks that the network is back. */
async function workerOf(page: Page): Promise<() => Promise<void>> {
	const cdp = await page.context().newCDPSession(page);
	const known = new Promise<string>((resolve) => {
		cdp.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const [first] = registrations;
			if (first) resolve(first.registrationId);
		});
	});
	await cdp.send('ServiceWorker.enable');
	const origin = new URL(page.url()).origin;
	const registrationId = await known;
	return async () => {
		await cdp.send('ServiceWorker.dispatchSyncEvent', {
			origin,
			registrationId,
			tag: 'outbox/stevns',
			lastChance: false
		});
	};
}

/** Finishes answers one by one, and kills the phone when some of them are on its disk. */
async function keepAndTell(
	page: Page,
	all: Submission[],
	key: Parameters<typeof keep>[2],
	phone: { kill: () => Promise<void> }
): Promise<void> {
	let kept = 0;
	for (const each of all) {
		const keeping = keep(page, [each], key);
		if (++kept > all.length / 2) {
			await Promise.all([keeping.catch(() => undefined), phone.kill()]);
			return;
		}
		await keeping;
	}
}
