import type { RequestEvent } from '@sveltejs/kit';
import { expect, it, vi } from 'vitest';
import { heldOff } from './held.ts';

const PAGE = '<form><input type="hidden" name="typed"/><button>Send</button></form>';

/** Somebody who is held off. @returns what they are told */
async function send(
	fetch: (path: string) => Promise<Response>,
	{ round = '2026-05', lang = undefined as string | undefined, comment = '' } = {}
) {
	const typed = new URLSearchParams({ comment });
	const event = {
		params: { municipality: 'stevns', lang, round },
		locals: { held: { typed, wait: 120 } },
		fetch
	} as unknown as RequestEvent;
	return heldOff({ event, resolve: () => new Response(null, { status: 303 }) });
}
const drawing = (status = 200) =>
	vi.fn((path: string) =>
		Promise.resolve(
			new Response(path + PAGE, {
				status,
				headers: { 'content-type': 'text/html', 'content-length': '99' }
			})
		)
	);

it('draws one page for all who are held off, and each gets what they typed', async () => {
	const draw = drawing();
	const replies = await Promise.all(
		Array.from({ length: 200 }, (_, n) => send(draw, { comment: `"${n}" & <b>\nmere` }))
	);
	expect(draw).toHaveBeenCalledTimes(1);
	expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([429]));
	expect(replies[7]?.headers.get('retry-after')).toBe('120');
	expect(replies[7]?.headers.get('content-length')).toBeNull();
	expect(await replies[7]?.text()).toBe(
		'/stevns/svar/2026-05/vent<form><input type="hidden" name="comment" value="&quot;7&quot; &amp; &lt;b&gt;\nmere"><button>Send</button></form>'
	);
	const other = await send(draw, { lang: 'en' });
	expect(await other.text()).toContain('/stevns/en/svar/2026-05/vent');
	expect(draw).toHaveBeenCalledTimes(2);
});

it('puts in what looks like a pattern as it stands', async () => {
	const reply = await send(drawing(), { round: 'other', comment: '$& $1 $`' });
	expect(await reply.text()).toContain('value="$&amp; $1 $`"');
});

it('keeps no page that could not be drawn, and says what it says', async () => {
	const failing = drawing(503);
	expect((await send(failing, { round: 'third' })).status).toBe(503);
	const draw = drawing();
	expect((await send(draw, { round: 'third' })).status).toBe(429);
	expect(draw).toHaveBeenCalledTimes(1);
});

it('leaves everybody else’s reply as it is', async () => {
	const resolve = () => new Response('counted');
	const event = { locals: {} } as unknown as RequestEvent;
	expect(await (await heldOff({ event, resolve })).text()).toBe('counted');
});
