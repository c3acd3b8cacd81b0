import { environment } from '$lib/server/core/environment.ts';
import type { RequestHandler } from './$types';

/** Invented figures are nobody's to find. Of the others, what is for staff, for machines and for one person's answer is not. */
export const GET: RequestHandler = () => {
	const closed = environment().DEMO
		? ['/']
		: ['/*/intern', '/*/api/', '/*/tablet', '/*/svar/', '/*/k$', '/*/mit-billede/'];
	const lines = ['User-agent: *', ...closed.map((path) => `Disallow: ${path}`)];
	return new Response(`${lines.join('\n')}\n`, {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'max-age=86400' }
	});
};
