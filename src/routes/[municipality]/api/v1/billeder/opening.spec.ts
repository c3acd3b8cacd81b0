import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sealCount } from '$lib/journey/count.ts';
import { closeAll } from '$lib/server/core/database.ts';
import * as keys from '$lib/server/core/keys.ts';
import * as municipality from '$lib/server/municipality.ts';
import { POST } from './+server.ts';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-opening-'));
	vi.stubEnv('DATA_DIR', join(folder, 'data'));
	vi.stubEnv('KEYS_DIR', join(folder, 'keys'));
	vi.stubEnv('DEMO', '1');
	vi.stubEnv('TODAY', '2026-06-30');
});
afterEach(() => {
	closeAll();
	rmSync(folder, { recursive: true, force: true });
});

const send = async (body: unknown): Promise<unknown> => {
	const event = {
		params: { municipality: 'stevns' },
		getClientAddress: () => '192.0.2.1',
		request: new Request('https://svar.example.dk/', { method: 'POST', body: JSON.stringify(body) })
	};
	return ((await POST(event as never)) as Response).json();
};

it('counts a picture on the first day of a quarter, before the turn of that day', async () => {
	const found = municipality.find('stevns');
	if (!found) throw new Error('no municipality');
	await municipality.turn(found, '2026-06-30');
	const key = keys.publicKey(found.keysFolder);
	if (!key) throw new Error('no key');
	const picture = () => sealCount({ id: randomUUID(), steps: {}, marker: null }, key);
	vi.stubEnv('TODAY', '2026-07-01');
	// A key made beside an empty mount would be taken for all there are.
	const boxes = join(found.keysFolder, 'boxes');
	renameSync(boxes, `${boxes}-away`);
	await expect(send(await picture())).rejects.toMatchObject({ kind: 'key-missing' });
	expect(existsSync(boxes)).toBe(false);
	renameSync(`${boxes}-away`, boxes);
	expect(await send(await picture())).toMatchObject({ outcome: 'counted' });
	const quarters = found.db.prepare('select quarter from picture_quarter order by 1').pluck();
	expect(quarters.all()).toEqual(['2026-Q2', '2026-Q3']);
	await municipality.turn(found, '2026-07-01');
	expect(quarters.all()).toEqual(['2026-Q2', '2026-Q3']);
	// Keys that were put away for a moment are our own trouble.
	const seal = join(found.keysFolder, 'seal');
	const late = await picture();
	renameSync(seal, `${seal}-away`);
	await expect(send(late)).rejects.toMatchObject({ kind: 'key-missing' });
	renameSync(`${seal}-away`, seal);
	expect(await send(late)).toMatchObject({ outcome: 'counted' });
});
