import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, chromiumPath } from '../support/chromium.ts';
import type { StaffClient } from '../support/staff-client.ts';
import { dump, type Stored } from '../support/dump.ts';
import { handOver, noteNotAsked, press, type Doing } from '../support/handover.ts';
import { caseworker, keptOffline, startByCode, tabletRound } from '../support/tablet.ts';
import { expect, test } from '../support/test.ts';
import { caseworkerWords, wordsOf } from '../support/words.ts';

const SECRET = 'zyzzyva fra Store Heddinge';
const TIMES = 3;
const SEND_SECONDS = 300;
const full = ['5', '1', 'na', '3'];
/** None of these may stand in what a tablet keeps. */
const READABLE = [
	'zyzzyva',
	'answered',
	'declined',
	'later',
	'not-offered',
	'difficult',
	'2026-05-20'
];

/** What citizens and caseworkers can do with a tablet, each of it as often. */
const WAYS: { [way: string]: (page: Page) => Promise<void> } = {
	'a long answer': (page) => handOver(page, 'da', answers(full, SECRET.repeat(20))),
	'a short answer in English': (page) => handOver(page, 'en', answers(['2'], '')),
	'nothing but skipping': (page) => handOver(page, 'let', answers([], '')),
	'a no at once': (page) => handOver(page, 'da', { kind: 'declines' }),
	'a no in the middle': (page) => handOver(page, 'da', { kind: 'declines', after: full }),
	'rather at home': (page) => handOver(page, 'da', { kind: 'goes-home' }),
	'erased when asked': async (page) => {
		const { t, m, name } = wordsOf('da');
		await press(page, [{ tap: caseworkerWords.give }, { tap: name }, { tap: m.form.begin }]);
		await page.clock.fastForward(61_000);
		await press(page, [{ tap: t.idle.erase }, { tap: t.thanks.done }]);
	},
	'not asked': async (page) => {
		await noteNotAsked(page, 'difficult-meeting');
		await expect(page.getByText('Noteret')).toBeVisible();
		await page.clock.fastForward(11_000);
		await expect(page.getByText('Noteret')).toHaveCount(0);
	}
};
const answers = (given: string[], comment: string): Doing => ({
	kind: 'answers',
	answers: Array.from({ length: 4 }, (_, i) => given[i]),
	comment
});

/** A tablet whose every request to send fails, until its line is mended: what waits, stays. */
async function tablet(context: BrowserContext, desk: StaffClient): Promise<Page> {
	await context.clock.install({ time: '2026-05-20T08:00:00+02:00' });
	await cutOff(context);
	const page = await context.newPage();
	await startByCode(page, desk, '2026-05/job');
	await keptOffline(page);
	return page;
}

const POSTS = '**/api/v1/submissions';
const cutOff = (context: BrowserContext): Promise<unknown> =>
	context.route(POSTS, (route) => route.abort());

/** What can be told from a dump without opening a seal: places, numbers, names and lengths. */
const outlineOf = (stored: Stored) =>
	Object.fromEntries(
		Object.entries(stored).map(([place, values]) => [place, values.map(outline).sort()])
	);
const outline = (value: unknown): string =>
	JSON.stringify(value, (key, inner: unknown) =>
		typeof inner === 'string' && !['round', 'keyId'].includes(key) ? inner.length : inner
	);

test('what a tablet keeps, shows and sends is the same whatever was chosen, and none of it can be read', async ({
	another,
	context
}) => {
	const site = await another();
	await tabletRound(site);
	const page = await tablet(context, await caseworker(site));
	// From here on its clock goes by these tests' hand.
	await context.clock.pauseAt('2026-05-20T09:00:00+02:00');
	await expect(page.getByText('Ingen svar venter på at blive sendt.')).toBeVisible();
	// The words of every language are still being kept in the background.
	let before = '';
	await expect
		.poll(
			async () => {
				const now = JSON.stringify(outlineOf(await dump(page)));
				const isSame = now === before;
				before = now;
				return isSame;
			},
			{ intervals: [1500] }
		)
		.toBe(true);
	const empty = outlineOf(await dump(page));
	let traffic: string[] = [];
	page.on('request', (request) =>
		traffic.push(`${new URL(request.url()).pathname} ${request.postDataBuffer()?.length}`)
	);
	const outlines: [string, object][] = [];
	for (const [way, go] of Object.entries(WAYS)) {
		traffic = [];
		for (let time = 0; time < TIMES; time++) await go(page);
		await expect(page.getByText(`${TIMES} svar venter`)).toBeVisible();
		// Neither a handover nor its end is heard on the network.
		expect([way, traffic]).toEqual([way, []]);
		const screen = await page.locator('body').innerText();
		const stored = await dump(page);
		const queue = stored['oejenhoejde-outbox-stevns/tablet waiting'] as { id: string }[];
		expect([way, queue.length]).toEqual([way, TIMES]);
		// In the order of random ids, and nothing else that could hold another.
		expect(queue.map((each) => Object.keys(each).sort())).toEqual(
			Array(TIMES).fill(['ciphertext', 'enc', 'id', 'keyId', 'round'])
		);
		expect(queue.map(({ id }) => id)).toEqual(queue.map(({ id }) => id).sort());
		for (const { id } of queue) expect(id).toMatch(/^[0-9a-f-]{14}4[0-9a-f]{3}-[89ab]/);
		const text = JSON.stringify(stored);
		for (const word of READABLE) {
			expect([way, word, text.includes(word)]).toEqual([way, word, false]);
		}

		// What is sent leaves nothing behind.
		await context.unroute(POSTS);
		await page.clock.fastForward(SEND_SECONDS * 1000);
		await expect(page.getByText('Ingen svar venter på at blive sendt.')).toBeVisible();
		expect([way, outlineOf(await dump(page))]).toEqual([way, empty]);
		const posts = traffic.filter((each) => each.includes('submissions'));
		outlines.push([way, { stored: outlineOf(stored), screen, posts }]);
		await cutOff(context);
	}
	const [, first] = outlines[0] ?? [];
	for (const [way, outlined] of outlines) expect([way, outlined]).toEqual([way, first]);
});

test(
	'the browser’s own files hold nothing of what was written, not even after it fell',
	{ tag: '@long' },
	async ({ another }) => {
		const site = await another();
		await tabletRound(site);
		const desk = await caseworker(site);
		const profile = mkdtempSync(join(tmpdir(), 'oejenhoejde-profile-'));
		const open = () =>
			chromium.launchPersistentContext(profile, {
				executablePath: chromiumPath,
				args: chromiumArgs,
				locale: 'da-DK'
			});
		const { t, m, name } = wordsOf('da');
		const written = [
			{ tap: name },
			{ tap: m.form.begin },
			...Array.from({ length: 4 }, () => ({ tap: m.form.skip })),
			{ write: SECRET }
		];
		let context = await open();
		let page = await tablet(context, desk);
		await handOver(page, 'da', answers(full, SECRET));
		await press(page, [{ tap: caseworkerWords.give }, ...written]);
		await page.reload();
		await expect(page.getByText(t.resumed)).toBeVisible();
		await press(page, written);
		await context.close();

		context = await open();
		await cutOff(context);
		page = await context.newPage();
		await page.goto(`${site.url}/stevns/tablet`);
		await expect(page.getByRole('button', { name: caseworkerWords.give })).toBeVisible();
		await expect(page.getByText('2 svar venter')).toBeVisible();
		await context.close();

		const files = filesIn(profile);
		expect(files.length).toBeGreaterThan(10);
		const holds = (what: string) =>
			files.filter((file) => {
				const bytes = readFileSync(file);
				return ['utf8', 'utf16le'].some((code) =>
					bytes.includes(Buffer.from(what, code as 'utf8'))
				);
			});
		// That what is stored can be found at all:
		expect(holds('oejenhoejde-tablet-stevns')).not.toEqual([]);
		expect(holds(SECRET)).toEqual([]);
		rmSync(profile, { recursive: true, force: true });
	}
);

const filesIn = (folder: string): string[] =>
	readdirSync(folder).flatMap((name) => {
		const path = join(folder, name);
		const found = statSync(path, { throwIfNoEntry: false });
		if (found?.isDirectory()) return filesIn(path);
		return found?.isFile() ? [path] : [];
	});
