import type { RequestEvent } from '@sveltejs/kit';
import { expect, it, vi } from 'vitest';
import { ownForms } from './guard.ts';
import { Trouble } from './lib/server/core/trouble.ts';
import { sentBack } from './sent-back.ts';

const ORIGIN = 'https://svar.example.dk';
const SURVEY = '/[municipality]/[[lang=lang]]/(citizen)/svar/[round]';
const COMMENT = 'Hun sagde "tak" & <smilede>.\n$& Det hjalp.';
const PAGE = '<form method="post"><input type="hidden" name="typed"/><button>Igen</button></form>';

type Sending = {
	path?: string;
	route?: string;
	body?: URLSearchParams | FormData;
	headers?: { [name: string]: string };
	/** What became of it, behind the doors. */
	reply?: (event: RequestEvent) => Response;
};

const fell = (event: RequestEvent): Response => {
	event.locals.failed = true;
	return new Response('an error page', { status: 500 });
};
const away = (event: RequestEvent): Response => {
	event.locals.trouble = new Trouble('moving');
	return new Response('away', { status: 503, headers: { 'retry-after': '30' } });
};

async function send({
	path = '/vejen/ar/svar/foraar-2026?/send',
	route = SURVEY,
	body = new URLSearchParams({ comment: COMMENT, 'answer-a': '4' }),
	headers = {},
	reply = fell
}: Sending) {
	const fetch = vi.fn((asked: string) => Promise.resolve(new Response(`${asked} ${PAGE}`)));
	const event = {
		locals: {},
		route: { id: route },
		params: { municipality: path.split('/')[1] },
		url: new URL(ORIGIN + path),
		request: new Request(ORIGIN + path, {
			method: 'POST',
			body,
			headers: { accept: 'text/html', origin: ORIGIN, ...headers }
		}),
		fetch
	} as unknown as RequestEvent;
	const response = await sentBack({
		event,
		resolve: (passed) =>
			ownForms({
				event: passed,
				resolve: async (inside) => {
					await inside.request.formData();
					return reply(inside);
				}
			})
	});
	return { response, html: await response.text() };
}

it.each([
	['breaks', fell, 500, '/vejen/ar/igen?fejl'],
	['cannot answer', away, 503, '/vejen/ar/igen?lukket']
])('what was typed comes back where the server %s', async (_, reply, status, page) => {
	const { response, html } = await send({ reply });
	expect(response.status).toBe(status);
	expect(response.headers.get('cache-control')).toBe('no-store');
	expect(response.headers.get('retry-after')).toBe(status === 503 ? '30' : null);
	expect(html).toBe(
		`${page} <form method="post"><input type="hidden" name="comment" value="Hun sagde &quot;tak&quot; &amp; &lt;smilede&gt;.\n$&amp; Det hjalp."><input type="hidden" name="answer-a" value="4"><button>Igen</button></form>`
	);
});

const large = new URLSearchParams({ comment: 'x'.repeat(200_001) });
const many = new URLSearchParams(Array.from({ length: 1001 }, () => ['a', '']));
const filed = new FormData();
filed.set('file', new File(['a'], 'a.csv'));
it.each<[string, Sending]>([
	['a password', { route: '/[municipality]/intern/log-ind', path: '/vejen/intern/log-ind' }],
	['more than any form of ours', { body: large }],
	['more fields than any form of ours', { body: many }],
	['a file', { body: filed }],
	['what the page’s own code sent', { headers: { 'x-sveltekit-action': 'true' } }],
	['what a program sent', { headers: { accept: 'application/json' } }],
	['what its page gives back itself', { reply: () => new Response('filled', { status: 503 }) }],
	['what was taken', { reply: () => new Response('thanks') }]
])('%s does not come back', async (_, sending) => {
	const { html } = await send(sending);
	expect(html).not.toContain('<form');
});

it('staff get back what they typed elsewhere', async () => {
	const body = new FormData();
	body.set('what', 'En lang tekst');
	const route = '/[municipality]/intern/initiativer';
	const { html } = await send({ route, path: '/vejen/intern/initiativer?/write', body });
	expect(html).toContain('/vejen/igen?fejl&intern');
	expect(html).toContain('value="En lang tekst"');
});

it('a form that nobody says the origin of comes back to a citizen, and to none of staff', async () => {
	for (const origin of ['null', ORIGIN.replace('https', 'http')]) {
		const { response, html } = await send({ headers: { origin } });
		expect(response.status).toBe(403);
		expect(html).toContain('/vejen/ar/igen?fejl');
		expect(html).toContain('&lt;smilede&gt;');
	}
	const route = '/[municipality]/intern/brugere';
	const { response, html } = await send({ route, headers: { origin: 'null' } });
	expect(response.status).toBe(403);
	expect(html).toContain('igen?fremmed&intern');
	expect(html).not.toContain('smilede');
});

it('a form of another site is refused in the path’s language, and nothing of it comes back', async () => {
	const { response, html } = await send({ headers: { origin: 'https://evil.example' } });
	expect(response.status).toBe(403);
	expect(html).toContain('/vejen/ar/igen?fremmed');
	expect(html).not.toContain('smilede');
	// A form may be sent as plain text too: then nothing of it can be told apart.
	const plain = { origin: 'null', 'content-type': 'text/plain' };
	expect((await send({ headers: plain })).html).toContain('/vejen/ar/igen?fremmed');
	// Whatever stands in the address, there are few pages to keep.
	const other = await send({ path: '/x%22y/xx/k', headers: { origin: 'https://evil.example' } });
	expect(other.html).toContain('/-/igen?fremmed');
});

it('a program is refused as it reads', async () => {
	const headers = { origin: 'https://evil.example', 'x-sveltekit-action': 'true' };
	const { response, html } = await send({ headers });
	expect(response.status).toBe(403);
	expect(JSON.parse(html)).toMatchObject({ type: 'error', error: { message: 'refused' } });
});
