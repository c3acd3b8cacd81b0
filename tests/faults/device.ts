import type { JSHandle, Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import type { Handout } from '../../src/lib/survey/handout.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';
import { expect } from './test.ts';

type Outbox = typeof import('../../src/lib/outbox/outbox.ts');
type Watch = typeof import('../../src/lib/outbox/watch.ts');
export type Kept = Awaited<ReturnType<Outbox['keep']>>;
export type Waiting = Awaited<ReturnType<Outbox['waiting']>>;

/** Where the build has put a module of ours; a page loads it from there by itself too. */
function built(module: string): string {
	const manifest = JSON.parse(
		readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8')
	) as { [source: string]: { file: string; name?: string } };
	const chunk =
		manifest[`src/lib/outbox/${module}.ts`] ??
		Object.entries(manifest).find(([key, { name }]) => key.startsWith('_') && name === module)?.[1];
	if (!chunk) throw new Error(`the build has no ${module}`);
	return `/${chunk.file}`;
}
/** The page's own outbox. A module that several pages share has its functions gathered in an object of the build's. */
const outboxOf = (page: Page): Promise<JSHandle<Outbox>> =>
	page.evaluateHandle(async (path) => {
		const loaded = (await import(path)) as { [name: string]: unknown };
		const isOutbox = (each: unknown): each is Outbox =>
			typeof each === 'object' && each !== null && 'keep' in each && 'waiting' in each;
		const found = [loaded, ...Object.values(loaded)].find(isOutbox);
		if (!found) throw new Error(`no outbox in ${path}`);
		return found;
	}, built('outbox'));

/** Finishes answers as the form does at its end, one after the other: sealed, and on the device's disk. */
export const keep = async (page: Page, all: Submission[], key: Handout['key']): Promise<Kept[]> =>
	(await outboxOf(page)).evaluate(
		async (outbox, asked) => {
			const kept: Kept[] = [];
			for (const each of asked.all) kept.push(await outbox.keep('stevns', each, asked.key));
			return kept;
		},
		{ all, key }
	);

/** Sends what waits, once, as the form does when *Send* is pressed. */
export const send = async (page: Page): Promise<number> =>
	(await outboxOf(page)).evaluate(async (outbox) => (await outbox.send('stevns')).size);

/** Lets the page send by itself from now on, as every citizen's page does. */
export const watch = (page: Page): Promise<void> =>
	page.evaluate(async (path) => {
		const { watch: look } = (await import(path)) as Watch;
		look('stevns', () => undefined);
	}, built('watch'));

export const waiting = async (page: Page): Promise<Waiting> =>
	(await outboxOf(page)).evaluate((outbox) => outbox.waiting('stevns'));

/** The network is back, which a browser tells its pages: until nothing is left on the device. */
export async function drain(page: Page): Promise<void> {
	await watch(page);
	await expect
		.poll(
			async () => {
				await page.evaluate(() => dispatchEvent(new Event('online')));
				return waiting(page);
			},
			{ timeout: 90_000 }
		)
		.toEqual({ waiting: 0, needsHelp: 0, unsaved: 0 });
}
