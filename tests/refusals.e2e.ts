import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { policy } from '../src/build/policy.mjs';
import type { Site } from './support/site.ts';
import { administrator, StaffClient } from './support/staff-client.ts';
import { expect, test } from './support/test.ts';

const ORIGIN_OF = ({ url }: Site) => new URL(url).origin;
/** What the whole policy names; a page's own says more of scripts. */
const NAMES = policy.split('; ').map((directive) => directive.split(' ')[0] ?? '');

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

type Asked = [path: string, init?: RequestInit & { foreign?: boolean }];

/** Every kind of refusal and way on that somebody without an account meets, whoever writes it. */
const REFUSALS: { [status: number]: Asked[] } = {
	303: [['/stevns/intern'], ['/stevns/%69ntern/brugere']],
	307: [['/STEVNS'], ['/stevns//resultater'], ['/stevns/INTERN/brugere']],
	308: [['/stevns/']],
	400: [
		['/%ff/x'],
		['/%c0%af/intern'],
		['/stevns/api/v1/submissions', { method: 'POST', body: 'no json' }],
		['/stevns/intern/log-ind?/password', { method: 'POST', headers: FORM, body: '%' }],
		[
			'/stevns/k',
			{ method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: 'y' }
		]
	],
	401: [
		['/stevns/api/v1/tablet/koder', { method: 'POST' }],
		[
			'/stevns/api/v1/submissions',
			{ method: 'POST', headers: { authorization: 'Bearer x' }, body: '{}' }
		]
	],
	403: [
		['/stevns/k', { method: 'POST', headers: FORM, body: 'a=b', foreign: true }],
		['/stevns/intern/brugere?/nothing', { method: 'POST', headers: FORM, body: 'a=b' }],
		['/stevns/%69ntern/brugere?/nothing', { method: 'POST', headers: FORM, body: 'a=b' }]
	],
	404: [
		['/findes-ikke'],
		['/stevns/findes/ikke'],
		['/_app/immutable/findes-ikke.js'],
		['/findes-ikke.svg'],
		['/findes-ikke/api/v1/submissions', { method: 'POST' }]
	],
	405: [
		['/stevns', { method: 'POST', headers: FORM, body: 'a=b' }],
		['/stevns/api/v1/submissions'],
		['/stevns', { method: 'PROPFIND' }]
	],
	413: [
		['/stevns/k', { method: 'POST', headers: FORM, body: `code=${'x'.repeat(1_100_000)}` }],
		['/stevns/api/v1/submissions', { method: 'POST', body: 'x'.repeat(1_100_000) }],
		['/stevns/api/v1/billeder', { method: 'POST', body: 'x'.repeat(1_100_000) }],
		['/stevns/api/v1/delinger', { method: 'POST', body: 'x'.repeat(1_100_000) }]
	],
	415: [
		['/stevns/k', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }]
	]
};

test('every refusal and every way on is kept by nobody, and may do no more than a page', async ({
	site
}) => {
	const wrong: string[] = [];
	for (const [status, all] of Object.entries(REFUSALS)) {
		for (const [path, { foreign = false, ...init } = {}] of all) {
			const reply = await fetch(site.url + path, {
				redirect: 'manual',
				...init,
				headers: {
					accept: 'text/html',
					origin: foreign ? 'https://evil.example' : ORIGIN_OF(site),
					...init.headers
				}
			});
			const name = `${init.method ?? 'GET'} ${path}`;
			if (reply.status !== Number(status)) wrong.push(`${name}: ${reply.status}, not ${status}`);
			wrong.push(...lacking(reply.headers).map((what) => `${name}: ${what}`));
		}
	}
	expect(wrong).toEqual([]);
	// None of it is an error of ours: no line of the log is a stranger's to write.
	expect(site.printed()).not.toContain('"level":"error"');
});

test('a form from elsewhere is refused in its language, with a way on', async ({ site }) => {
	for (const [path, origin, lang, title, has] of [
		['/stevns/ar/svar/x?/send', 'null', 'ar', 'حدث خطأ لدينا', 'value="&lt;b&gt;"'],
		['/stevns/ar/svar/x?/send', undefined, 'ar', 'حدث خطأ لدينا', 'value="&lt;b&gt;"'],
		['/stevns/en/k', 'https://evil.example', 'en', 'We have not received', 'href="/stevns/en"'],
		['/findes-ikke/k', 'null', 'da', 'Vi har ikke taget imod', 'href="/"'],
		['/stevns/intern/log-ind', 'null', 'da', 'Vi har ikke taget imod', 'href="/stevns/intern"']
	] as const) {
		const reply = await fetch(site.url + path, {
			method: 'POST',
			headers: { ...FORM, accept: 'text/html', ...(origin && { origin }) },
			body: new URLSearchParams({ comment: '<b>' }).toString()
		});
		const html = await reply.text();
		const [, spoken] = /<html lang="(\w+)"/.exec(html) ?? [];
		const [, said = ''] = /<h1>(.*?)<\/h1>/.exec(html) ?? [];
		expect([path, reply.status, spoken]).toEqual([path, 403, lang]);
		expect(said).toContain(title);
		expect(html).toContain(has);
		expect(html).not.toContain('<b>');
		expect(lacking(reply.headers)).toEqual([]);
		if (!has.startsWith('value')) expect(html).not.toContain('name="comment"');
	}
	// Nobody comes upon that page by its address.
	const page = await fetch(`${site.url}/stevns/en/igen?fejl`, { redirect: 'manual' });
	expect([page.status, page.headers.get('location')]).toEqual([307, '/stevns/en']);
});

function lacking(headers: Headers): string[] {
	const own = headers.get('content-security-policy') ?? '';
	return [
		...(headers.get('cache-control') === 'no-store' ? [] : ['may be kept']),
		...(headers.get('x-content-type-options') === 'nosniff' ? [] : ['may be guessed at']),
		...NAMES.filter((name) => !own.includes(name)).map((name) => `no ${name}`)
	];
}

test('a name that is written as another site’s address is a name: nobody else is asked, and no page is drawn of what they say', async ({
	site
}) => {
	const heard: string[] = [];
	const theirs = createServer(({ url = '' }, reply) => {
		heard.push(url);
		reply.end('{}');
	}).listen(0, '127.0.0.1');
	await once(theirs, 'listening');
	const { port } = theirs.address() as AddressInfo;
	for (const name of [`%2f127.0.0.1:${port}`, `%5c127.0.0.1:${port}`, `%2f127.0.0.1:${port}%2fx`]) {
		for (const page of [
			'k',
			'en/k',
			'svar/aaret',
			'tablet',
			'mit-billede',
			'resultater',
			'intern'
		]) {
			const { status } = await fetch(`${site.url}/${name}/${page}`, { redirect: 'manual' });
			expect([name, page, status]).toEqual([name, page, 404]);
		}
	}
	for (const name of ['%2f', '%0a', 'stevns%23', 'stevns%3fx', 'stevns%2fk', 'stevns%2fintern']) {
		const { status, headers } = await fetch(`${site.url}/${name}/k`, { redirect: 'manual' });
		// A slip at the end is mended; nothing else of it is a place.
		const isMended = status === 307 && headers.get('location')?.startsWith('/stevns/');
		expect([name, status, isMended || status === 404]).toEqual([name, status, true]);
	}
	theirs.close();
	expect(heard).toEqual([]);
	expect(site.printed()).not.toContain('"level":"error"');
});

test('what is no request is refused in the same words, and the server goes on', async ({
	site
}) => {
	const { port } = new URL(site.url);
	const say = (text: string) =>
		new Promise<string>((resolve, reject) => {
			const socket = connect(Number(port), '127.0.0.1', () => socket.write(text));
			let heard = '';
			socket.on('data', (some) => (heard += some));
			socket.on('end', () => resolve(heard));
			socket.on('error', reject);
		});
	const close = 'Host: x\r\nConnection: close\r\n\r\n';
	for (const [text, status] of [
		['NO REQUEST\r\n\r\n', 400],
		[`GET / HTTP/1.1\r\nX: ${'x'.repeat(70_000)}\r\n${close}`, 431],
		[`GET //evil.example/%2f.. HTTP/1.1\r\n${close}`, 404],
		[`GET //stevns/intern/brugere HTTP/1.1\r\n${close}`, 307],
		[`GET /stevns/%2e/intern HTTP/1.1\r\n${close}`, 303],
		[`GET /%00%ff%zz HTTP/1.1\r\n${close}`, 400],
		[`GET http://[ HTTP/1.1\r\n${close}`, 404],
		[`POST /stevns/k HTTP/1.1\r\nExpect: miracles\r\n${close}`, 417],
		['GET /stevns HTTP/1.1\r\nConnection: close\r\n\r\n', 400]
	] as const) {
		const heard = await say(text);
		const [first = '', ...lines] = heard.split('\r\n');
		expect([text.slice(0, 40), first]).toEqual([
			text.slice(0, 40),
			expect.stringMatching(new RegExp(`^HTTP/1.1 ${status}`))
		]);
		const all = lines.slice(0, lines.indexOf('')).map((line) => line.split(/: (.*)/));
		const headers = new Headers(
			all.map(([name = '', value = '']): [string, string] => [name, value])
		);
		expect(lacking(headers)).toEqual([]);
		expect(headers.get('location') ?? '/').not.toContain('evil.example');
	}
	expect((await fetch(`${site.url}/health`)).status).toBe(200);
});

test('a form that is too large is said so on a page, at citizens’ and at staff’s', async ({
	site,
	page
}) => {
	const admin = await administrator(site, 'stevns');
	await admin.lend(page.context());
	for (const [path, title] of [
		['/stevns/k', 'Det, du sendte, fylder for meget'],
		['/stevns/en/k', 'What you sent is too large'],
		['/stevns/intern/brugere?/invite', 'Det, du sendte, fylder for meget']
	] as const) {
		const reply = await page.request.post(site.url + path, {
			form: { code: 'x'.repeat(1_100_000) },
			headers: { origin: ORIGIN_OF(site), accept: 'text/html' },
			maxRedirects: 0
		});
		expect([path, reply.status()]).toEqual([path, 413]);
		expect(await reply.text()).toContain(title);
	}
	// One that names no length is stopped as it grows.
	let chunks = 20;
	const body = new ReadableStream({
		pull(stream) {
			if (chunks-- > 0) stream.enqueue(new TextEncoder().encode('x'.repeat(100_000)));
			else stream.close();
		}
	});
	const reply = await fetch(`${site.url}/stevns/k`, {
		method: 'POST',
		body,
		duplex: 'half',
		headers: { ...FORM, origin: ORIGIN_OF(site), accept: 'text/html' }
	} as RequestInit);
	expect(reply.status).toBe(413);
	expect((await new StaffClient(site, 'stevns').get('/log-ind')).status).toBe(200);
});
