import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './support/test.ts';

test('an operator sees how it stands, and finds an error again by what the page said', async ({
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

test('a variable that cannot be used is refused at the start', async ({ another }) => {
	await expect(another({ METRICS_PORT: 'ni' })).rejects.toThrow('METRICS_PORT: must be a port');
	await expect(another({ LOG_FORMAT: 'xml' })).rejects.toThrow('LOG_FORMAT: ');
});
