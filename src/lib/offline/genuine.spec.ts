import { expect, it } from 'vitest';
import { isGenuine } from './genuine.ts';

const reply = (type: string, more: { [name: string]: string } = {}, status = 200): Response =>
	new Response('…', {
		status,
		headers: { 'content-type': type, 'x-content-type-options': 'nosniff', ...more }
	});

it.each([
	['/_app/immutable/chunks/a.js', 'text/javascript'],
	['/_app/immutable/assets/a.css', 'text/css'],
	['/icon.svg', 'image/svg+xml'],
	['/app-shell', 'text/html;charset=utf-8'],
	['/stevns/api/v1/handout.json', 'application/json']
])('%s as %s is ours', (path, type) => {
	expect(isGenuine(path, reply(type))).toBe(true);
});

it.each([
	['a page in place of code', '/a.js', reply('text/html')],
	[
		'a page that says it is code',
		'/a.js',
		reply('text/javascript', { 'x-content-type-options': '' })
	],
	[
		'a page in place of the shell',
		'/app-shell',
		reply('text/html', { 'x-content-type-options': '' })
	],
	['an error of ours', '/a.js', reply('text/javascript', {}, 500)],
	['code that is gone', '/a.js', reply('text/html', {}, 404)],
	['an address that nothing is kept of', '/a.woff2', reply('font/woff2')]
])('%s is not', (_, path, response) => {
	expect(isGenuine(path, response)).toBe(false);
});
