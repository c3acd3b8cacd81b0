import { administrator, StaffClient, PASSWORD } from '../support/staff-client.ts';
import { expect, test } from '../support/test.ts';

const NEW = 'fem blå ugler under taget';

test('a reset never passes the second factor, and the administrator never knows the password @long', async ({
	another
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	const { link, id } = await admin.invite('Ole', ['leader']);
	const ole = await new StaffClient(site, 'stevns').takeUp(link);

	const page = await (await admin.post(`/brugere/${id}?/resetPassword`)).text();
	expect(page).not.toContain('type="password"');
	const [, token = ''] = /invitation#([\w-]{43})/.exec(page) ?? [];
	// Until the link is used nothing has changed.
	expect((await ole.get('')).status).toBe(200);

	const holder = new StaffClient(site, 'stevns');
	const taken = await holder.post('/invitation', { token, password: NEW });
	expect(taken.headers.get('location')).toBe('/stevns/intern/bekraeft');
	expect((await holder.get('')).headers.get('location')).toBe('/stevns/intern/bekraeft');
	expect((await ole.get('')).headers.get('location')).toContain('/log-ind');
	expect((await holder.post('/invitation', { token, password: NEW })).status).toBe(400);
	expect(
		(await holder.post('/bekraeft?/code', { code: ole.code(1) })).headers.get('location')
	).toBe('/stevns/intern');
});

test('a lost telephone: the administrator resets the second factor, and every session ends @long', async ({
	another
}) => {
	const site = await another();
	const admin = await administrator(site, 'stevns');
	const { link, id } = await admin.invite('Ole', ['leader']);
	const ole = await new StaffClient(site, 'stevns').takeUp(link);
	await admin.post(`/brugere/${id}?/endSessions`);
	expect((await ole.get('')).status).toBe(303);
	expect(
		(await admin.post(`/brugere/${id}?/resetSecondFactor`, { sure: 'resetSecondFactor' })).status
	).toBe(200);
	const again = await ole.post('/log-ind?/password', {
		email: 'ole@stevns.example',
		password: PASSWORD
	});
	expect(again.headers.get('location')).toBe('/stevns/intern/to-trin');

	const own = /brugere\/([\w-]+)"[^>]*>admin@/.exec(
		await (await admin.get('/brugere')).text()
	)?.[1];
	for (const action of ['resetPassword', 'resetSecondFactor', 'deactivate']) {
		expect((await admin.post(`/brugere/${own}?/${action}`)).status).toBe(400);
	}
	const roles = { role: ['administrator', 'leader'] };
	expect((await admin.post(`/brugere/${own}?/setRoles`, roles)).status).toBe(400);
});
