import { administrator, colleague, StaffClient, PASSWORD } from '../support/staff-client.ts';
import { expect, test } from '../support/test.ts';

const EMAIL = 'admin@stevns.example';

test('no cookie is set before someone signs in', async ({ site }) => {
	const stranger = new StaffClient(site, 'stevns');
	for (const path of ['', '/log-ind', '/log-ud', '/invitation', '/brugere', '/findes-ikke']) {
		expect((await stranger.get(path)).headers.getSetCookie()).toEqual([]);
	}
	await stranger.post('/log-ind?/password', { email: EMAIL, password: 'forkert' });
	expect([...stranger.cookies]).toEqual([]);
});

test('cookies are kept to the municipality’s staff pages, and to TLS behind TLS', async ({
	another
}) => {
	const site = await another({ PROTOCOL_HEADER: 'x-forwarded-proto', HOST_HEADER: 'host' });
	const { out } = await site.command('admin', 'stevns', EMAIL);
	const token = out.split('#')[1]?.split('\n')[0] ?? '';
	const tls = new StaffClient(site, 'stevns', { 'x-forwarded-proto': 'https' });
	const origin = site.url.replace('http:', 'https:');
	await tls.post('/invitation', { token, password: PASSWORD }, { origin });
	expect(tls.set).toHaveLength(1);
	expect(tls.set[0]).toMatch(/^__Secure-intern=[a-z0-9]{40}; /);
	const attributes = tls.set[0]?.split('; ').slice(1).sort();
	expect(attributes).toEqual([
		'HttpOnly',
		'Max-Age=36000',
		'Path=/stevns/intern',
		'SameSite=Lax',
		'Secure'
	]);
});

test('a session id is new at every step, and never one that somebody else chose', async ({
	another
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	const planted = 'a'.repeat(40);
	const victim = new StaffClient(site, 'stevns');
	victim.cookies.set('intern', planted);
	await victim.post('/log-ind?/password', { email: EMAIL, password: PASSWORD });
	const half = victim.cookies.get('intern') ?? '';
	expect(half).not.toBe(planted);
	const reply = await victim.post('/bekraeft?/code', { code: admin.code(1) });
	expect(reply.headers.get('location')).toBe('/stevns/intern');
	const whole = victim.cookies.get('intern') ?? '';
	expect(whole).not.toBe(half);

	for (const id of [planted, half]) {
		const attacker = new StaffClient(site, 'stevns');
		attacker.cookies.set('intern', id);
		expect((await attacker.get('/min-adgang')).headers.get('location')).toContain('/log-ind');
	}
	expect((await victim.get('/min-adgang')).status).toBe(200);
});

test('signing out ends the session, not only the cookie; and everywhere is everywhere', async ({
	another
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	const isIn = async (desk: StaffClient) => (await desk.get('/min-adgang')).status === 200;
	const copy = (desk: StaffClient) => {
		const made = new StaffClient(site, 'stevns');
		for (const [name, value] of desk.cookies) made.cookies.set(name, value);
		return made;
	};
	const before = copy(admin);
	await admin.post('/log-ud');
	expect(admin.cookies.has('intern')).toBe(false);
	expect(await isIn(before)).toBe(false);

	const one = new StaffClient(site, 'stevns');
	await one.post('/log-ind?/password', { email: EMAIL, password: PASSWORD });
	await one.post('/bekraeft?/code', { code: admin.code(1) });
	const colleagues = await colleague(one, 'Ole', ['leader']);
	const elsewhere = copy(colleagues);
	expect(await isIn(elsewhere)).toBe(true);
	expect((await colleagues.post('/min-adgang?/endAll', { current: 'forkert' })).status).toBe(400);
	expect(await isIn(elsewhere)).toBe(true);
	const ended = await colleagues.post('/min-adgang?/endAll', { current: PASSWORD });
	expect(ended.headers.get('location')).toContain('/log-ud');
	expect(await isIn(elsewhere)).toBe(false);
	expect(await isIn(one)).toBe(true);
});

test('an administrator who closes an access ends what is open', async ({ another }) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	const { link, id } = await admin.invite('Ole', ['leader']);
	const ole = await new StaffClient(site, 'stevns').takeUp(link);
	expect((await ole.get('')).status).toBe(200);
	await admin.post(`/brugere/${id}?/deactivate`);
	expect((await ole.get('')).headers.get('location')).toContain('/log-ind');
});

test('a new password ends every other session, and asks for the old one first @long', async ({
	another
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	const before = admin.cookies.get('intern') ?? '';
	const change = { current: 'forkert kodeord her', password: 'fem blå ugler under taget' };
	expect((await admin.post('/min-adgang?/changePassword', change)).status).toBe(400);
	expect(admin.cookies.get('intern')).toBe(before);
	const weak = { current: PASSWORD, password: 'password1234' };
	expect((await admin.post('/min-adgang?/changePassword', weak)).status).toBe(400);
	const done = await admin.post('/min-adgang?/changePassword', { ...change, current: PASSWORD });
	expect(done.status).toBe(200);
	const thief = new StaffClient(site, 'stevns');
	thief.cookies.set('intern', before);
	expect((await thief.get('')).status).toBe(303);
	expect((await admin.get('')).status).toBe(200);
});

test(
	'a hundred wrong passwords are slowed down by 429, and a right one from a known browser is not',
	{ tag: '@long' },
	async ({ another }) => {
		const site = await another();
		const admin = await administrator(site, 'stevns');
		await admin.post('/log-ud');
		const stranger = new StaffClient(site, 'stevns');
		const statuses = [];
		for (let n = 0; n < 100; n++) {
			statuses.push(
				(await stranger.post('/log-ind?/password', { email: EMAIL, password: `forkert ${n}` }))
					.status
			);
		}
		expect(statuses.filter((status) => status === 400).length).toBeLessThanOrEqual(11);
		expect(statuses.at(-1)).toBe(429);
		const reply = await admin.post('/log-ind?/password', { email: EMAIL, password: PASSWORD });
		expect(reply.headers.get('location')).toBe('/stevns/intern/bekraeft');
	}
);

test('after signing in one goes on to where one was going, and never out of the site @long', async ({
	another
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	await admin.post('/log-ud');
	const asked = await admin.get('/brugere');
	expect(asked.headers.get('location')).toBe(
		'/stevns/intern/log-ind?til=%2Fstevns%2Fintern%2Fbrugere'
	);
	const credentials = { email: EMAIL, password: PASSWORD };
	for (const [til, to] of [
		['/stevns/intern/brugere', '?til=%2Fstevns%2Fintern%2Fbrugere'],
		['//evil.example/', ''],
		['https://evil.example/', ''],
		['/stevns/intern//evil.example', ''],
		['/vejen/intern/brugere', ''],
		['/stevns/intern/../../x', ''],
		['/stevns/intern/\\evil', '']
	] as const) {
		const path = `/log-ind?/password&til=${encodeURIComponent(til)}`;
		const reply = await admin.post(path, credentials);
		expect(reply.headers.get('location')).toBe(`/stevns/intern/bekraeft${to}`);
		await admin.post('/log-ud');
	}
});

test('the second factor is changed only by who has both, and then begins anew @long', async ({
	another
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	const renew = (action: string, current: string, code: string) =>
		admin.post(`/min-adgang?/${action}`, { current, code });
	for (const action of ['renewRecoveryCodes', 'renewSecondFactor']) {
		expect((await renew(action, PASSWORD, '000000')).status).toBe(400);
		expect((await renew(action, 'forkert kodeord her', admin.code(1))).status).toBe(400);
	}
	const renewed = await renew('renewRecoveryCodes', PASSWORD, admin.code(1));
	const [, code = ''] =
		/<code[^>]*>((?:[2-9A-Z]{4}-){5}[2-9A-Z]{4})/.exec(await renewed.text()) ?? [];
	const asked = await renew('renewSecondFactor', PASSWORD, code);
	expect(asked.headers.get('location')).toBe('/stevns/intern/to-trin');
	expect((await admin.get('/brugere')).headers.get('location')).toBe('/stevns/intern/to-trin');
});
