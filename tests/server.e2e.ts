import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import process from 'node:process';
import { expect, test } from './support/test.ts';

test('every reply carries the headers that keep a page to itself', async ({ site, request }) => {
	const page = await request.get('/');
	const asset = /\/_app\/immutable\/[^">]+\.js/.exec(
		`${page.headers().link}${await page.text()}`
	)?.[0];
	expect(asset).toBeTruthy();
	for (const path of [
		'/',
		'/stevns',
		'/icon.svg',
		'/app-shell',
		'/service-worker.js',
		asset ?? ''
	]) {
		const headers = (await request.get(`${site.url}${path}`)).headers();
		expect(headers['x-content-type-options']).toBe('nosniff');
		expect(headers['cross-origin-resource-policy']).toBe('same-origin');
		// The rest is about pages; code is none.
		if (path === asset) continue;
		expect(headers['referrer-policy']).toBe('same-origin');
		expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
		expect(headers['cross-origin-opener-policy']).toBe('same-origin');
		expect(headers['permissions-policy']).toContain('geolocation=()');
	}
});

test('a page is painted once, and travels without headers that say nothing to anybody', async ({
	request
}) => {
	for (const path of ['/stevns', '/stevns/svar/2026-05', '/stevns/en/resultater']) {
		const reply = await request.get(path);
		const html = await reply.text();
		expect([
			path,
			/<head><link rel="expect" href="#(\w+)" blocking="render">/.exec(html)?.[1]
		]).toEqual([path, 'main']);
		expect(html).toContain('id="main"');
		const headers = reply.headers();
		expect(Object.keys(headers)).not.toContain('x-sveltekit-page');
		expect(Object.keys(headers)).not.toContain('keep-alive');
		expect(headers.link ?? '').not.toContain('nopush');
	}
});

test('a page travels compressed by brotli', async ({ request }) => {
	const reply = await request.get('/stevns', { headers: { 'Accept-Encoding': 'br, gzip' } });
	expect(reply.headers()['content-encoding']).toBe('br');
	expect(await reply.text()).toContain('</html>');
});

test('pages are compressed beside keys that wait for the disk, and not behind them', async ({
	site,
	request
}) => {
	test.skip(process.platform !== 'linux', 'only there can the threads of another process be seen');
	await request.get('/stevns', { headers: { 'Accept-Encoding': 'br' } });
	const threads = readdirSync(`/proc/${site.pid}/task`).map((id) =>
		readFileSync(`/proc/${site.pid}/task/${id}/comm`, 'utf8').trim()
	);
	expect(threads.filter((name) => name === 'libuv-worker')).toHaveLength(16);
});

for (const name of ['localhost', '127.0.0.1']) {
	test(`a plain form is taken from ${name} when nobody named the site, and from nowhere else`, async ({
		site,
		request
	}) => {
		const { port } = new URL(site.url);
		const post = async (origin: string) => {
			const reply = await request.post(`${site.url}/`, {
				form: { a: 'b' },
				headers: { Origin: origin, Host: `${name}:${port}`, Accept: 'text/html' }
			});
			return reply.status();
		};
		expect(await post(`http://${name}:${port}`)).not.toBe(403);
		expect(await post('http://example.org')).toBe(403);
		expect(await post(`https://${name}:${port}`)).toBe(403);
	});
}

test('ORIGIN is the only origin of forms when it is given', async ({ another, request }) => {
	const site = await another({ ORIGIN: 'https://svar.example.dk' });
	const post = async (origin: string) =>
		(
			await request.post(`${site.url}/`, { form: { a: 'b' }, headers: { Origin: origin } })
		).status();
	expect(await post('https://svar.example.dk')).not.toBe(403);
	expect(await post(site.url)).toBe(403);
});

test('what is under way is finished before the server stops', async ({ another }) => {
	const site = await another();
	const status = new Promise((resolve, reject) => {
		const request = get(site.url, (reply) => {
			reply.resume();
			reply.on('end', () => resolve(reply.statusCode));
		});
		request.on('error', reject);
	});
	await new Promise((soon) => setTimeout(soon, 20));
	expect(await site.stop()).toBe(0);
	expect(await status).toBeGreaterThanOrEqual(200);
});

test('a taken port is said in words', async ({ site, another }) => {
	const taken = another({ PORT: new URL(site.url).port });
	await expect(taken).rejects.toThrow(/Port \d+ is taken/);
});

test('an unknown command fails and lists the ones there are', async ({ site }) => {
	const { code, error } = await site.command('no-such-command');
	expect(code).toBe(2);
	expect(error).toContain('no-such-command');
	expect((await site.command('--help')).code).toBe(0);
});

test('what a command does not know it refuses, and to ask what it does has nothing done', async ({
	site
}) => {
	const [listed, ...asked] = await Promise.all([
		site.command('--help'),
		site.command('backup', '--help'),
		site.command('demo', '-h')
	]);
	for (const { code, out } of asked) {
		expect(code).toBe(0);
		const [, use = ''] = /node build\/commands\.js (.*)/.exec(out) ?? [];
		expect(listed.out).toContain(use.replace(/^\S+ /, ''));
		expect(out).toContain('Nothing was done.');
	}
	const refused = await Promise.all([
		site.command('backup', '-all'),
		site.command('retry-quarantine', 'stevns')
	]);
	for (const { code, error } of refused) {
		expect(code).toBe(2);
		expect(error).toContain('This is how:');
	}
	expect(['--help', '-all'].filter((name) => existsSync(name))).toEqual([]);
	const db = site.file('stevns');
	expect(db.prepare('select count(*) from backup').pluck().get()).toBe(0);
	db.close();
});

test('no text becomes markup or a script on a page of ours, in a browser that has Trusted Types', async ({
	page
}) => {
	const violations: string[] = [];
	page.on('console', (line) => {
		if (/trusted/i.test(line.text())) violations.push(line.text());
	});
	for (const path of [
		'/',
		'/stevns',
		'/stevns/resultater',
		'/stevns/intern/log-ind',
		'/app-shell'
	]) {
		await page.goto(path, { waitUntil: 'load' });
		const refused = await page.evaluate(() => {
			const tries: { [sink: string]: () => unknown } = {
				markup: () => (document.createElement('div').innerHTML = '<b>x</b>'),
				parsing: () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
				script: () => (document.createElement('script').text = '1'),
				worker: () => new Worker('/_app/immutable/any.js'),
				evaluated: () => setTimeout('1')
			};
			return Object.keys(tries).filter((sink) => {
				try {
					tries[sink]?.();
					return false;
				} catch {
					return true;
				}
			});
		});
		expect([path, refused]).toEqual([path, ['markup', 'parsing', 'script', 'worker', 'evaluated']]);
	}
	// What the tries above have said, and nothing of what the pages do by themselves.
	expect(violations.length).toBeLessThanOrEqual(5 * 5);
	const own = page.evaluate(
		() =>
			(window as unknown as { trustedTypes: { defaultPolicy: unknown } }).trustedTypes.defaultPolicy
	);
	expect(await own).toBeNull();
});
