import Database from 'better-sqlite3';
import { join } from 'node:path';
import { administrator, StaffClient } from '../support/staff-client.ts';
import type { Site } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

test('without a password only an invented user comes in, and only at a demo', async ({
	another
}) => {
	const demo = await another();
	const admin = await administrator(demo, 'stevns');
	const { id } = await admin.invite('Ole', ['leader']);
	const enter = (site: Site, user: string) =>
		new StaffClient(site, 'stevns').post('/log-ind?/demo', { user });
	expect((await enter(demo, id)).status).toBe(403);
	expect((await enter(demo, '')).status).toBe(403);
	invent(demo, id);
	expect((await enter(demo, id)).headers.get('location')).toBe('/stevns/intern');
	await demo.stop();

	const { DATA_DIR = '', KEYS_DIR = '' } = demo.variables;
	const real = await another({ DATA_DIR, KEYS_DIR, DEMO: '0', TODAY: '' });
	expect((await enter(real, id)).status).toBe(403);
	expect(await (await new StaffClient(real, 'stevns').get('/log-ind')).text()).not.toContain(
		'?/demo'
	);
});

function invent(site: Site, id: string): void {
	const file = new Database(join(site.variables.DATA_DIR ?? '', 'stevns.sqlite'));
	file.prepare('update user set demo = 1 where id = ?').run(id);
	file.close();
}
