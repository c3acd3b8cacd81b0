import { administrator, colleague, StaffClient, PASSWORD } from '../support/staff-client.ts';
import { expect, test } from '../support/test.ts';

const EVIL = `<script>document.title='indbrud'</script>"><img src=x onerror="document.title='indbrud'">`;

test('nothing that another site sends is taken, with or without a session', async ({ site }) => {
	const admin = await administrator(site, 'stevns');
	const { id } = await admin.invite('Offer', ['leader']);
	const mine = `/brugere/${id}?/deactivate`;
	const evil = 'https://evil.example';
	const forms = [
		'application/x-www-form-urlencoded',
		'multipart/form-data',
		'text/plain',
		'application/json'
	];
	for (const type of forms) {
		for (const origin of [evil, 'null', site.url.replace('http:', 'https:')]) {
			expect((await admin.post(mine, {}, { origin, 'content-type': type })).status).toBe(403);
		}
	}
	const headers = { cookie: [...admin.cookies].map((pair) => pair.join('=')).join('; ') };
	expect((await fetch(admin.address(mine), { method: 'POST', headers })).status).toBe(403);
	expect((await fetch(admin.address(mine), { method: 'DELETE', headers })).status).toBe(403);
	const login = { email: 'x@y.example', password: PASSWORD };
	const stranger = new StaffClient(site, 'stevns');
	expect((await stranger.post('/log-ind?/password', login, { origin: evil })).status).toBe(403);
	expect(await (await admin.get(`/brugere/${id}`)).text()).not.toContain('>Lukket<');
	expect((await admin.get(`/brugere/${id}?/deactivate`)).status).toBe(200);
	expect(await (await admin.get('/haendelser?hvad=user-deactivated')).text()).toContain(
		'ingen hændelser'
	);
});

test('no staff page is kept by a cache, framed or guessed at', async ({ site }) => {
	const admin = await administrator(site, 'vejen');
	for (const path of [
		'',
		'/log-ind',
		'/log-ud',
		'/min-adgang',
		'/brugere',
		'/haendelser',
		'/haendelser/csv'
	]) {
		const { headers } = await admin.get(path);
		if (path !== '/log-ind')
			expect([path, headers.get('cache-control')]).toEqual([path, 'no-store']);
		expect([path, headers.get('content-security-policy')]).toEqual([
			path,
			expect.stringContaining("frame-ancestors 'none'")
		]);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBe('same-origin');
	}
	const stranger = new StaffClient(site, 'vejen');
	expect((await stranger.get('/log-ind')).headers.get('cache-control')).toBe('no-store');
	expect((await stranger.get('/findes-ikke')).headers.get('location')).toContain('/log-ind');
});

test('a name is text, whatever stands in it', async ({ site, page }) => {
	const admin = await administrator(site, 'glostrup');
	const { id } = await admin.invite('x', ['leader']);
	const invited = await admin.post('/brugere?/invite', {
		name: EVIL.slice(0, 100),
		email: 'evil@glostrup.example',
		role: 'chair'
	});
	expect(invited.status).toBe(200);
	await admin.lend(page.context());
	for (const path of [
		'/brugere',
		'/haendelser',
		`/haendelser?tekst=${encodeURIComponent(EVIL)}`,
		`/brugere/${id}`
	]) {
		await page.goto(admin.address(path));
		await page.waitForLoadState('networkidle');
		expect(await page.title()).not.toContain('indbrud');
		expect(await page.locator('main script, main img').count()).toBe(0);
	}
	await page.goto(admin.address('/brugere'));
	await expect(page.getByText("<script>document.title='indbrud'</script>")).toBeVisible();
});

test('an exported log holds no formula', async ({ site }) => {
	const admin = await administrator(site, 'soenderborg');
	const evil = {
		name: '=HYPERLINK("http://evil.example";"klik")',
		email: 'f@y.example',
		role: 'leader'
	};
	await admin.post('/brugere?/invite', evil);
	const file = site.file('soenderborg');
	const id = file
		.prepare<[], string>("select id from user where email = 'f@y.example'")
		.pluck()
		.get();
	file.close();
	await admin.post(`/brugere/${id}?/resetSecondFactor`, { sure: 'resetSecondFactor' });
	const reply = await admin.get('/haendelser/csv');
	expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8');
	expect(reply.headers.get('content-disposition')).toMatch(
		/^attachment; filename="haendelser-soenderborg-/
	);
	const cells = (await reply.text()).replace('\uFEFF', '').split(/[;\r\n]+/);
	expect(cells).toContain('f@y.example');
	expect(cells.filter((cell) => /^"?[=+\-@]/.test(cell))).toEqual([]);
});

test('forms that were tampered with are answered, not run', async ({ site }) => {
	const admin = await administrator(site, 'slagelse');
	const ole = await colleague(admin, 'Ole', ['leader']);
	const { id } = await admin.invite('Ny', ['leader']);
	const long = 'x'.repeat(5000);
	for (const [path, fields] of [
		['/brugere?/invite', { name: '', email: 'a@b.example', role: 'leader' }],
		['/brugere?/invite', { name: long, email: 'a@b.example', role: 'leader' }],
		['/brugere?/invite', { name: 'A', email: 'no address', role: 'leader' }],
		['/brugere?/invite', { name: 'A', email: 'a@b.example', role: 'king' }],
		['/brugere?/invite', { name: 'A', email: 'a@b.example', role: ['leader', 'chair'] }],
		[`/brugere/${id}?/setRoles`, {}],
		['/min-adgang?/end', { key: "' or 1=1 --" }]
	] as const) {
		expect([path, (await admin.post(path, fields)).status]).toEqual([path, 400]);
	}
	expect((await admin.post(`/brugere/${id}' or '1'='1?/deactivate`)).status).toBe(404);
	expect((await admin.post('/brugere?/__proto__', {})).status).toBe(403);
	for (const password of ['', long]) {
		const stranger = new StaffClient(site, 'slagelse');
		const reply = await stranger.post('/log-ind?/password', { email: long, password });
		expect(reply.status).toBe(400);
	}
	const query = '?tekst=%25%27--&hvad=nothing&fra=yesterday&til=0&side=-1e9';
	expect((await admin.get(`/haendelser${query}`)).status).toBe(200);
	expect((await ole.get('')).status).toBe(200);
});
