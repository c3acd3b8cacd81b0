import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { counted } from '../support/boxes.ts';
import { openRound } from '../support/round.ts';
import { command, type Site } from '../support/site.ts';
import { expect, test } from '../support/test.ts';

/** Where it is not on the path: `LITESTREAM=/opt/litestream npm run test:machines`. */
const LITESTREAM = process.env.LITESTREAM ?? 'litestream';
const isThere = spawnSync(LITESTREAM, ['version']).status === 0;
const TOWN = 'stevns';
/** As long as it takes until what is on disk is in the storage as well. */
const BEHIND_MILLISECONDS = 3000;

test('a machine that is lost comes back elsewhere from Litestream’s copy and the newest pair’s keys', async ({
	another
}) => {
	test.skip(!isThere, 'this machine has no litestream');
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-litestream-'));
	const at = (...path: string[]): string => join(folder, ...path);
	const lost = await another({ DATA_DIR: at('lost/data'), KEYS_DIR: at('lost/keys') });
	const round = await openRound(lost, TOWN);
	writeFileSync(at('litestream.yml'), configured(at('lost/data', `${TOWN}.sqlite`), at('storage')));
	const copying = spawn(LITESTREAM, ['replicate', '-config', at('litestream.yml')]);
	try {
		await send(lost, 20);
		// As a timer does, while it is being copied.
		const made = await lost.command('backup', at('pair/files'), at('pair/keys'));
		expect(made).toMatchObject({ code: 0 });
		await send(lost, 30);
		await wait(BEHIND_MILLISECONDS);
		process.kill(lost.pid, 'SIGKILL');
		copying.kill('SIGKILL');
		await once(copying, 'close');

		const back = at('back', `${TOWN}.sqlite`);
		const restored = spawnSync(
			LITESTREAM,
			['restore', '-config', at('litestream.yml'), '-o', back, at('lost/data', `${TOWN}.sqlite`)],
			{ encoding: 'utf8' }
		);
		expect(restored.stderr + restored.stdout).not.toContain('error');
		expect(existsSync(back)).toBe(true);
		const variables = { ...lost.variables, DATA_DIR: at('new/data'), KEYS_DIR: at('new/keys') };
		const checked = await command(variables, ['check-copy', at('back'), '--keys', at('pair/keys')]);
		expect(checked).toMatchObject({ code: 0 });
		const put = await command(variables, [
			'restore',
			...[TOWN, at('back'), '--keys', at('pair/keys'), '--yes']
		]);
		expect(put).toMatchObject({ code: 0 });
		const found = await another({ DATA_DIR: at('new/data'), KEYS_DIR: at('new/keys') });
		expect((await counted(found, TOWN, round))['open answered']).toBe(50);
		await send(found, 5);
		expect((await counted(found, TOWN, round))['open answered']).toBe(55);
		console.log(
			'litestream: 50 of 50 answers came back, 30 of them later than the keys; it goes on'
		);
	} finally {
		copying.kill('SIGKILL');
		rmSync(folder, { recursive: true, force: true });
	}
});

/** As `src/operating/machines.md` has it, with a folder in the place of object storage. */
const configured = (file: string, storage: string): string =>
	`dbs:
  - path: ${file}
    replicas:
      - type: file
        path: ${storage}
        retention: 720h
`;

async function send(site: Site, count: number): Promise<void> {
	for (let n = 0; n < count; n++) {
		const reply = await fetch(`${site.url}/${TOWN}/svar/2026-05?/send`, {
			method: 'POST',
			redirect: 'manual',
			headers: { origin: site.url, accept: 'text/html' },
			body: new URLSearchParams({ id: crypto.randomUUID(), 'answer-a': '4' })
		});
		expect(reply.status).toBe(303);
	}
}
