import type { RequestHandler } from './$types';

/** That the process answers: for whoever restarts it when it does not. It says nothing of anybody's files. */
export const GET: RequestHandler = () =>
	new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
