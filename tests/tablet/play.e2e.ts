import type { Page } from '@playwright/test';
import type { Language } from '../../src/lib/i18n/messages.ts';
import {
	between,
	chance,
	pick,
	random,
	weighted,
	type Random
} from '../../src/lib/server/demo/random.ts';
import { NotOfferedReason } from '../../src/lib/survey/submission.ts';
import { openedBox } from '../support/boxes.ts';
import { doIt, handOver, ITEMS, noteNotAsked, press, type Doing } from '../support/handover.ts';
import { caseworker, GIVE, keptOffline, startHere, tabletRound } from '../support/tablet.ts';

import { caseworkerWords, wordsOf } from '../support/words.ts';
import { expect, test } from './test.ts';

const SEND_SECONDS = 300;
const LANGUAGES: [Language, ...Language[]] = ['da', 'let', 'en', 'xr'];
const ANSWERS = ['5', '4', '3', '2', '1', 'na', 'unclear', undefined] as const;

/** How a meeting ends, and what of it must stand in the box. */
type Meeting = { language: Language; counts: 'not-asked' | 'declined' | 'later' | 'answered' } & (
	| { happens: 'plain' | 'reload'; doing: Doing }
	| { happens: 'idle' | 'erased' | 'torn' | 'reload-idle'; doing?: undefined }
	| { happens: 'not-asked' | 'undone'; reason: NotOfferedReason; doing?: undefined }
);

/** How many of a hundred meetings end so. */
const SHARES: [Meeting['happens'], number][] = [
	['plain', 68],
	['not-asked', 15],
	['undone', 2],
	['idle', 5],
	['erased', 3],
	['reload', 3],
	['reload-idle', 2],
	['torn', 2]
];

/** At least one of each kind, however few they are, in an order of chance. */
function meetingsOf(handovers: number, from: Random): Meeting[] {
	const kinds = SHARES.flatMap(([happens, share]) =>
		Array<Meeting['happens']>(Math.max(1, Math.round((handovers * share) / 100))).fill(happens)
	);
	return kinds
		.map((happens) => ({ happens, at: from.next() }))
		.sort((one, other) => one.at - other.at)
		.map(({ happens }, index) => meeting(happens, index, from));
}

/** Every now and then the network goes after a meeting, and comes back after another. */
const [GOES, COMES, OF] = [20, 35, 40];
const hasNetwork = (index: number): boolean => index % OF <= GOES || index % OF > COMES;

function meeting(happens: Meeting['happens'], index: number, from: Random): Meeting {
	const wished = pick(from, LANGUAGES);
	// The language of tests is not kept on a device for when it has no network.
	const language = wished === 'xr' && !hasNetwork(index) ? 'en' : wished;
	if (happens === 'not-asked' || happens === 'undone') {
		return { language: 'da', counts: 'not-asked', happens, reason: pick(from, REASONS) };
	}
	// What was chosen before the page went is gone with it, the language too.
	if (happens === 'torn' || happens === 'reload-idle') {
		return { language: 'da', counts: 'declined', happens };
	}
	if (happens === 'idle' || happens === 'erased') {
		return { language, counts: 'declined', happens };
	}
	const answers = ITEMS.map(() => pick(from, ANSWERS));
	const kind = weighted(from, [
		['answers', 6],
		['empty', 1],
		['declines', 2],
		['goes-home', 1]
	] as const);
	const after = chance(from, 0.4) ? answers.slice(0, between(from, 0, 3)) : undefined;
	if (kind === 'declines') return { language, happens, counts: 'declined', doing: { kind, after } };
	if (kind === 'goes-home') return { language, happens, counts: 'later', doing: { kind, after } };
	const given = kind === 'empty' ? ITEMS.map(() => undefined) : answers;
	const comment = kind === 'answers' && chance(from, 0.1) ? 'Tak for kaffe' : '';
	const isSilent = given.every((answer) => answer === undefined) && comment === '';
	return {
		language,
		happens,
		counts: isSilent ? 'declined' : 'answered',
		doing: { kind: 'answers', answers: given, comment, changesMind: chance(from, 0.1) }
	};
}

const REASONS: [NotOfferedReason, ...NotOfferedReason[]] = ['no-time', ...NotOfferedReason.options];

/** What the box must hold, counted from what was done and from nothing of the app's. */
function expectedCounts(meetings: Meeting[]): { [name: string]: number } {
	const counts: { [name: string]: number } = {};
	const add = (cell: string, what: string) => {
		counts[`asked|${cell}${what}`] = (counts[`asked|${cell}${what}`] ?? 0) + 1;
	};
	for (const each of meetings.filter(({ happens }) => happens !== 'undone')) {
		const isDanish = ['da', 'let'].includes(each.language);
		const cells = ['team|job|', `language|${isDanish ? 'da' : 'other'}|`];
		const said = 'reason' in each ? `not-offered:${each.reason}` : each.counts;
		if (each.counts === 'not-asked') for (const cell of ['||', ...cells]) add(cell, `|${said}`);
		else {
			for (const cell of cells) add(cell, `|${said}`);
			add('||', `|tablet:${said}`);
			add('team|job|', '|tablet-offered');
		}
		if (each.counts !== 'answered' || each.doing?.kind !== 'answers') continue;
		const { answers } = each.doing;
		add('||', '|answered');
		for (const cell of ['||', ...cells]) {
			if (answers.some((answer) => Number(answer) > 0)) add(cell, '|any');
			ITEMS.forEach((item, i) => add(cell, `${item}|${answers[i] ?? 'skipped'}`));
		}
	}
	return counts;
}

/** Every third request is counted and its reply lost, every fourth never arrives: both must come again and count once. */
async function cutTheLine(page: Page): Promise<void> {
	let posts = 0;
	await page.context().route('**/api/v1/submissions', async (route) => {
		posts += 1;
		// A connection that had been closed meanwhile is a cut like the others.
		if (posts % 3 === 0) await route.fetch().catch(() => undefined);
		if (posts % 3 === 0 || posts % 4 === 0) return route.abort();
		return route.continue();
	});
}

// So often everything on the screen is more than a trace can hold.
test.use({ trace: 'off' });

test('handovers of every kind are in the box exactly once each', async ({
	another,
	page: first,
	context,
	handovers
}, info) => {
	test.setTimeout(600_000);
	const site = await another();
	const round = await tabletRound(site);
	await context.clock.install({ time: '2026-05-20T08:00:00+02:00' });
	let page = first;
	await startHere(page, await caseworker(site));
	await keptOffline(page);
	await cutTheLine(page);

	const from = random('tablet');
	const meetings = meetingsOf(handovers, from);
	const give = () => press(page, [{ tap: GIVE }]);
	const begin = (language: Language) =>
		press(page, [
			{ tap: GIVE },
			{ tap: wordsOf(language).name },
			{ tap: wordsOf(language).m.form.begin }
		]);
	const pass = async (seconds: number) => {
		// A step scrolls to its statement, and that counts as a touch: it must not come after the minute has passed.
		await page.evaluate(
			() => new Promise((drawn) => new IntersectionObserver(drawn).observe(document.body))
		);
		await context.clock.fastForward(seconds * 1000);
	};

	for (const [index, each] of meetings.entries()) {
		const { t } = wordsOf(each.language);
		if (each.happens === 'plain') await handOver(page, each.language, each.doing);
		else if (each.happens === 'not-asked') await noteNotAsked(page, each.reason);
		else if (each.happens === 'undone') {
			await noteNotAsked(page, each.reason);
			await press(page, [{ tap: caseworkerWords.undo }]);
		} else if (each.happens === 'idle') {
			await begin(each.language);
			await pass(61);
			await pass(21);
			await press(page, [{ tap: t.thanks.done }]);
		} else if (each.happens === 'erased') {
			await begin(each.language);
			await pass(61);
			await press(page, [{ tap: t.idle.erase }, { tap: t.thanks.done }]);
		} else if (each.happens === 'torn') {
			await begin(each.language);
			await page.close();
			page = await context.newPage();
			await page.goto(`${site.url}/stevns/tablet`);
		} else {
			await begin(each.language);
			await page.reload();
			if (each.happens === 'reload') await doIt(page, each.language, each.doing);
			else {
				await expect(page.getByText(wordsOf('da').t.resumed)).toBeVisible();
				await pass(61);
				await pass(21);
				await press(page, [{ tap: wordsOf('da').t.thanks.done }]);
			}
		}
		if (index % OF === GOES) await context.setOffline(true);
		if (index % OF === COMES) {
			await context.setOffline(false);
			// For the language of tests.
			await page.reload();
		}
		if (index % 25 === 24) await pass(SEND_SECONDS);
	}
	await give();
	await press(page, [
		{ tap: wordsOf('da').t.decline },
		{ tap: wordsOf('da').t.leaving.declined.confirm },
		{ tap: wordsOf('da').t.thanks.done }
	]);
	meetings.push({ language: 'da', happens: 'erased', counts: 'declined' });

	await context.setOffline(false);
	await expect(async () => {
		await pass(SEND_SECONDS);
		await expect(page.getByText('Ingen svar venter på at blive sendt.')).toBeVisible({
			timeout: 1000
		});
	}).toPass();
	await site.stop();
	const { counts, receipts } = await openedBox(site, round, '2026-05');
	expect(counts).toEqual(expectedCounts(meetings));
	const sent = meetings.filter(({ happens }) => happens !== 'undone').length;
	expect(receipts).toBe(sent);
	info.annotations.push({ type: 'answers', description: `${sent} 0 0` });
});
