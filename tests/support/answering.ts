import type { Page } from '@playwright/test';
import type { Envelope } from '../../src/lib/survey/envelope.ts';
import { SubmissionsRequest } from '../../src/lib/survey/envelope.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';
import { openEnvelope } from '../../src/lib/outbox/sealing.ts';
import { opener } from '../../src/lib/server/core/opener.ts';
import { join } from 'node:path';
import { expect } from './test.ts';
import type { Site } from './site.ts';
import { imported } from './modules.ts';

/** The step that is on the screen, by its heading. */
export const at = (page: Page, heading: string | RegExp): Promise<void> =>
	expect(page.getByRole('heading', { level: 2, name: heading })).toBeVisible();

export const press = (page: Page, name: string | RegExp): Promise<void> =>
	page.getByRole('button', { name }).click();

/** Answers statement by statement, by the words on the rows; `null` skips one. */
export async function answerAll(page: Page, answers: (string | null)[]): Promise<void> {
	for (const [index, answer] of answers.entries()) {
		await expect(page.getByText(`Udsagn ${index + 1} af ${answers.length}`)).toBeVisible();
		if (answer) await page.getByRole('radio', { name: answer, exact: true }).check();
		await press(page, answer ? 'Næste' : 'Spring over');
	}
}

/** Envelopes that leave the page from now on. */
export function envelopes(page: Page): Envelope[] {
	const sent: Envelope[] = [];
	page.on('request', (request) => {
		if (request.method() !== 'POST' || !request.url().endsWith('/api/v1/submissions')) return;
		sent.push(...SubmissionsRequest.parse(request.postDataJSON()).envelopes);
	});
	return sent;
}

/** What lies in an envelope, as the device sealed it: opened with the municipality's private key. */
export async function unseal(
	site: Site,
	municipality: string,
	envelope: Envelope | undefined
): Promise<Submission> {
	const keys = await imported('keys');
	const folder = join(site.variables.KEYS_DIR ?? '', municipality);
	const pair = envelope && keys.keyPair(folder, envelope.keyId);
	if (!pair) throw new Error('no envelope, or not to this municipality');
	const opened = await openEnvelope(envelope, opener(pair.privateKey));
	if (!opened.ok) throw new Error(opened.reason);
	return opened.submission;
}
