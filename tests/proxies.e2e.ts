import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asking, certify, EXAMPLES, freePort, HOST, onLoopback, start } from './support/proxies.ts';
import { expect, test } from './support/test.ts';

/*
 * The examples of proxies as they stand in OPERATING, run by the real ones where the machine has them; only names, ports and
 * folders are replaced.
 */
type Example = {
	file: string;
	has: string[];
	/** What is run, given the example with its ports, a folder of its own, and the file it was written to. */
	ready: (text: string, folder: string) => string;
	run: (file: string) => string[];
};
const PROXIES: { [name: string]: Example } = {
	nginx: {
		file: 'nginx.conf',
		has: ['nginx', '-v'],
		ready: (text, folder) =>
			`daemon off;\npid ${folder}/pid;\nerror_log ${folder}/start.log;\nevents {}\nhttp {\naccess_log ${folder}/access.log;\n` +
			`${text.replaceAll(`/etc/ssl/${HOST}`, folder).replace('/var/log/nginx', folder)}\n}\n`,
		run: (file) => ['nginx', '-c', file]
	},
	haproxy: {
		file: 'haproxy.cfg',
		has: ['haproxy', '-v'],
		ready: (text, folder) => text.replace('/etc/haproxy/certificates/', `${folder}/both/`),
		run: (file) => ['haproxy', '-db', '-f', file]
	}
};

for (const [name, { file, has, ready, run }] of Object.entries(PROXIES)) {
	test(`behind ${name} as the example has it, forms are taken, the sender's own address is not believed, and no visit is written down @long`, async ({
		another
	}) => {
		const [program = '', ...args] = has;
		test.skip(spawnSync(program, args).status !== 0, `this machine has no ${name}`);
		const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-proxy-'));
		certify(folder);
		const [plain, secure] = [await freePort(), await freePort()];
		const site = await another({
			ORIGIN: `https://${HOST}:${secure}`,
			ADDRESS_HEADER: 'x-forwarded-for'
		});
		const text = readFileSync(join(EXAMPLES, file), 'utf8').replaceAll(
			'127.0.0.1:3000',
			new URL(site.url).host
		);
		writeFileSync(join(folder, file), ready(onLoopback(text, { plain, secure }), folder));
		const proxy = start(run(join(folder, file)));
		try {
			const ask = asking(secure);
			await expect(async () => expect((await ask('/stevns')).status).toBe(200)).toPass();
			const page = await ask('/stevns');
			expect(page.headers['strict-transport-security']).toMatch(/^max-age=63072000/);
			expect(page.headers['content-security-policy']).toContain("object-src 'none'");
			expect(page.headers['x-powered-by']).toBeUndefined();

			// A plain form of the site itself, and of another.
			const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
			const send = (origin: string) =>
				ask('/stevns/k', { ...form, origin }, 'POST', 'code=KKKKK-KKKKK');
			expect((await send(`https://${HOST}:${secure}`)).status).not.toBe(403);
			expect((await send('https://elsewhere.example')).status).toBe(403);

			// Whoever says each time to be somebody else is one all the same: fifty try to sign in in a quarter of an hour, and no more.
			const tries = [];
			for (let n = 0; n < 60; n++) {
				const reply = await ask(
					'/stevns/intern/log-ind?/password',
					{ ...form, origin: `https://${HOST}:${secure}`, 'x-forwarded-for': `192.0.2.${n}` },
					'POST',
					`email=nobody${n}@example.dk&password=wrong-${n}`
				);
				tries.push(reply.status);
			}
			expect(tries).toContain(429);

			const written = readdirSync(folder, { recursive: true, withFileTypes: true })
				.filter((each) => each.isFile() && /log/.test(each.name))
				.map((each) => readFileSync(join(each.parentPath, each.name), 'utf8'))
				.join('');
			expect(written + proxy.printed()).not.toContain('/stevns');
		} finally {
			await proxy.stop();
			rmSync(folder, { recursive: true, force: true });
		}
	});
}
