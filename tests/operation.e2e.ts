import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/test.ts';

test('an operator sees how it stands, and finds an error again by what the page said @long', async ({
	another
}) => {
	const site = await another({ METRICS_PORT: '0', LOG_FORMAT: 'json' });
	const get = async (url: string) => {
		const reply = await fetch(url);
		return { status: reply.status, text: await reply.text() };
	};
	expect(await get(`${site.url}/health`)).toEqual({ status: 200, text: 'ok\n' });
	expect(await get(`${site.url}/ready`)).toEqual({ status: 200, text: 'ready\n' });
	// What is for the operator is not at the citizens' door.
	expect((await get(`${site.url}/metrics`)).status).toBe(404);

	const lines = () =>
		site
			.printed()
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as { [name: string]: string });
	const metrics = lines().find(({ event }) => event === 'metrics')?.url ?? '';
	for (let n = 0; n < 20; n++) await get(`${site.url}/stevns`);
	const text = (await get(metrics)).text;
	expect(text).toMatch(/oejenhoejde_municipality_up\{municipality="vejen",kind=""\} 1/);
	expect(text).toMatch(/oejenhoejde_request_seconds_count\{part="citizens",status="2xx"\} 20/);
	expect(text).toMatch(/oejenhoejde_backup_age_days\{municipality="stevns"\} -1/);
	expect(text).toContain('oejenhoejde_process_resident_memory_bytes');

	// One municipality's file goes away: it says so at its own page, in the metrics and in the log, by one id.
	rmSync(join(site.variables.DATA_DIR ?? '', 'vejen.sqlite'));
	await expect(async () => {
		expect((await get(`${site.url}/vejen`)).status).toBe(503);
		expect((await get(metrics)).text).toMatch(
			/municipality_up\{municipality="vejen",kind="[\w-]+"\} 0/
		);
	}).toPass();
	expect(await get(`${site.url}/ready`)).toEqual({ status: 200, text: 'ready\n' });
	const broken = lines().find(({ municipality, error }) => municipality === 'vejen' && error);
	expect(broken).toMatchObject({ level: 'error', kind: 'file-missing' });

	const find = async (...args: string[]) => {
		const child = spawn(process.execPath, ['build/commands.js', 'errors', ...args]);
		child.stdin.end(site.printed());
		let out = '';
		child.stdout.on('data', (some) => (out += some));
		child.stderr.on('data', (some) => (out += some));
		await new Promise((closed) => child.on('close', closed));
		return out;
	};
	expect(await find(broken?.error ?? '')).toMatch(
		/^file-missing at (turn of vejen|\/\[municipality\])/
	);
	expect(await find()).toMatch(/× file-missing/);
	expect(await find('00000000-0000-4000-8000-000000000000')).toContain('no error with the id');
});

test('every variable and file that cannot be used is refused at the start, all at once', async ({
	another
}) => {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-configuration-'));
	const file = join(folder, 'logins.json');
	writeFileSync(file, '\uFEFF{ "stevns": { "label": "Login" } }');
	const started = another({
		METRICS_PORT: 'ni',
		LOG_FORMAT: 'xml',
		PORT: '99999',
		BODY_SIZE_LIMIT: 'much',
		ORIGIN: 'svar.example.dk',
		OIDC_FILE: file
	});
	const said = await started.then(
		() => '',
		(reason: unknown) => String(reason)
	);
	rmSync(folder, { recursive: true });
	for (const name of ['METRICS_PORT', 'LOG_FORMAT', 'PORT', 'BODY_SIZE_LIMIT', 'ORIGIN'])
		expect(said).toMatch(new RegExp(`^${name}: `, 'm'));
	expect(said).toContain(`${file}: stevns.issuer: is missing`);
	expect(said).toContain(`${file}: stevns.clientId: is missing`);
	expect(said).not.toContain('Listening');
});

test('a proxy that does not say who asks is said at the start, and when one is seen', async ({
	another
}) => {
	const site = await another({ ORIGIN: 'https://svar.example.dk' });
	await expect.poll(() => site.printed()).toContain('ADDRESS_HEADER: is not set');
	const seen = () => site.printed().split('"event":"proxy-untold"').length - 1;
	await fetch(`${site.url}/stevns`);
	expect(seen()).toBe(0);
	const headers = { 'x-forwarded-for': '192.0.2.1' };
	for (let n = 0; n < 3; n++) await fetch(`${site.url}/stevns`, { headers });
	await expect.poll(seen).toBe(1);
	const told = await another({ ADDRESS_HEADER: 'X-Forwarded-For', XFF_DEPTH: '1' });
	for (let n = 0; n < 3; n++) await fetch(`${told.url}/stevns`, { headers });
	expect(told.printed()).not.toContain('ADDRESS_HEADER');
});

test('a server answers for those that are placed on it; to all others it says to come again, and makes no file of theirs @long', async ({
	another
}) => {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-placement-'));
	const file = join(folder, 'placement.map');
	writeFileSync(file, 'stevns a\nvejen b\n');
	const site = await another({
		PLACEMENT_FILE: file,
		PLACE: 'a',
		METRICS_PORT: '0',
		LOG_FORMAT: 'json'
	});
	const ask = async (path: string, init?: RequestInit) => {
		const reply = await fetch(path.startsWith('http') ? path : site.url + path, init);
		return {
			status: reply.status,
			again: reply.headers.get('retry-after'),
			text: await reply.text()
		};
	};
	const stands = (slug: string) =>
		existsSync(join(site.variables.DATA_DIR ?? '', `${slug}.sqlite`));
	// Said, and waited for: its file may lie on another machine.
	expect([(await ask('/stevns')).status, stands('stevns')]).toEqual([503, false]);
	expect((await ask('/ready')).status).toBe(503);
	expect((await site.command('admin', 'stevns', 'karen@stevns.dk')).code).toBe(0);
	await expect.poll(async () => (await ask('/stevns')).status, { timeout: 30_000 }).toBe(200);
	expect((await ask('/ready')).status).toBe(200);

	const page = await ask('/vejen');
	expect([page.status, page.again]).toEqual([503, '30']);
	expect(page.text).toContain('Siden kan ikke vises lige nu');
	const sent = await ask('/vejen/api/v1/submissions', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: '{"envelopes":[]}'
	});
	expect([sent.status, sent.again]).toEqual([503, '30']);
	expect(JSON.parse(sent.text)).toMatchObject({ error: 'unavailable' });
	const form = { 'content-type': 'application/x-www-form-urlencoded', origin: site.url };
	const typed = await ask('/vejen/k', { method: 'POST', headers: form, body: 'code=x' });
	expect([typed.status, typed.again]).toEqual([503, '30']);
	expect(typed.text).toMatch(/<form method="post">.*name="code" value="x"/s);
	expect((await ask('/vejen/intern/log-ind')).status).toBe(503);
	expect((await site.command('codes', 'vejen', 'x', '1')).error).toContain('another server');
	expect((await site.command('release')).out).not.toContain('vejen');
	expect(stands('vejen')).toBe(false);

	const door = /"(http:[^"]*)\/metrics"/.exec(site.printed())?.[1] ?? '';
	const { text } = await ask(`${door}/municipalities`);
	expect(JSON.parse(text)).toEqual([{ municipality: 'stevns', state: 'serving' }]);
	const { text: metrics } = await ask(`${door}/metrics`);
	expect(metrics).toContain('municipality="stevns"');
	expect(metrics).not.toContain('vejen');
	// Nothing is wrong with it: no line of the log, and none of an error.
	expect(site.printed()).not.toMatch(/"level":"error"[^\n]*(vejen|elsewhere)/);

	// The map says otherwise now: at once, and without a new start.
	writeFileSync(file, 'stevns b\nvejen b\n');
	expect((await ask('/stevns')).status).toBe(503);
	writeFileSync(file, 'stevns a\nvejen b\n');
	await expect.poll(async () => (await ask('/stevns')).status, { timeout: 30_000 }).toBe(200);
	rmSync(folder, { recursive: true });
});
