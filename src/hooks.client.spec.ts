import { describe, expect, it, vi } from 'vitest';
import { handleError } from './hooks.client.ts';

const page = vi.hoisted(() => ({ status: 200 }));
vi.mock('$app/state', () => ({ page }));

const reply = (error: unknown, path = '/stevns/resultater', status = 500) =>
	handleError({
		error,
		event: { url: new URL(path, 'https://oejenhoejde.example') },
		status,
		message: ''
	} as Parameters<typeof handleError>[0]) as App.Error;

describe('what a failed page says', () => {
	// A click on a link whose preload has failed opens a blank page for as long as the answer takes.
	it.each([new TypeError('Failed to fetch'), { type: 'error', status: 503 }])(
		'is there at once: %s',
		(error) => expect(reply(error)).not.toBeInstanceOf(Promise)
	);

	it('tells no network from what is broken, in the language of the page', async () => {
		const offline = reply(new TypeError('Failed to fetch'), '/stevns/en/resultater');
		expect(offline.message).toBe('offline');
		expect(await offline.words).toMatchObject({ title: 'You are offline' });
		const nowhere = reply(new Error('Not found: /x'), '/x', 404);
		expect(nowhere.message).toBe('not-found');
		expect(await nowhere.words).toMatchObject({ title: 'Siden er her ikke' });
		const broken = reply(new TypeError('x is not a function'));
		expect(broken.message).toBe('unexpected');
		expect(await broken.words).toMatchObject({ title: expect.stringMatching(/gik galt|fejl/i) });
	});
});
