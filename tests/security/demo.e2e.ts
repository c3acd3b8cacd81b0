import Database from 'better-sqlite3';
import { join } from 'node:path';
import { administrator, Desk } from '../support/desk.ts';
import type { House } from '../support/house.ts';
import { expect, test } from '../support/test.ts';

test('without a password only an invented user comes in, and only at a demo', async ({
	another
}) => {
	const demo = await another();
	const admin = await administrator(demo, 'stevns');
	const { id } = await admin.invite('Ole', ['leader']);
	const enter = (house: House, user: string) =>
		new Desk(house, 'stevns').post('/log-ind?/demo', { user });
	expect((await enter(demo, id)).status).toBe(403);
	expect((await enter(demo, '')).status).toBe(403);
	invent(demo, id);
	expect((await enter(demo, id)).headers.get('location')).toBe('/stevns/intern');
	await demo.stop();

	const { DATA_DIR = '', KEYS_DIR = '' } = demo.variables;
	const real = await another({ DATA_DIR, KEYS_DIR, DEMO: '0', TODAY: '' });
	expect((await enter(real, id)).status).toBe(403);
	expect(await (await new Desk(real, 'stevns').get('/log-ind')).text()).not.toContain('?/demo');
});

function invent(house: House, id: string): void {
	const file = new Database(join(house.variables.DATA_DIR ?? '', 'stevns.sqlite'));
	file.prepare('update user set demo = 1 where id = ?').run(id);
	file.close();
}
