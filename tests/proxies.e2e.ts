import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './support/test.ts';

/*
 * The examples of proxies as they stand in OPERATING, run by the real ones where the machine has them; only names, ports and
 * folders are replaced.
 */
const EXAMPLES = 'src/operating/examples';
const HOST = 'svar.example.dk';

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
		const text = readFileSync(join(EXAMPLES, file), 'utf8')
			.replaceAll('127.0.0.1:3000', new URL(site.url).host)
			.replaceAll(/(listen |bind )(\[::\])?:?443/g, `$1127.0.0.1:${secure}`)
			.replaceAll(/(listen |bind )(\[::\])?:?80\b/g, `$1127.0.0.1:${plain}`);
		// Loopback alone: what listened on both kinds of addresses now stands twice.
		const once = text
			.split('\n')
			.filter((line, at, all) => !/^\s*listen/.test(line) || all[at - 1] !== line);
		writeFileSync(join(folder, file), ready(once.join('\n'), folder));
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

function certify(folder: string): void {
	const [key, chain] = [join(folder, 'key.pem'), join(folder, 'fullchain.pem')];
	spawnSync('openssl', [
		...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${HOST}`],
		...['-keyout', key, '-out', chain]
	]);
	mkdirSync(join(folder, 'both'));
	writeFileSync(
		join(folder, 'both/all.pem'),
		readFileSync(chain, 'utf8') + readFileSync(key, 'utf8')
	);
}

function start([program = '', ...args]: string[]): {
	printed: () => string;
	stop: () => Promise<void>;
} {
	const child: ChildProcess = spawn(program, args);
	let printed = '';
	child.stdout?.on('data', (text) => (printed += text));
	child.stderr?.on('data', (text) => (printed += text));
	return {
		printed: () => printed,
		stop: async () => {
			if (child.exitCode !== null) return;
			const closed = once(child, 'close');
			child.kill('SIGTERM');
			await closed;
		}
	};
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	return typeof address === 'object' && address ? address.port : 0;
}

type Reply = { status: number; headers: { [name: string]: string | string[] | undefined } };

/** Asks the proxy, which has a certificate that nobody has signed. */
const asking =
	(port: number) =>
	(
		path: string,
		headers: { [name: string]: string } = {},
		method = 'GET',
		body = ''
	): Promise<Reply> =>
		new Promise((done, fail) => {
			request(
				{
					host: '127.0.0.1',
					port,
					path,
					method,
					headers: { host: `${HOST}:${port}`, ...headers },
					rejectUnauthorized: false
				},
				(reply) => {
					reply.resume();
					reply.on('end', () => done({ status: reply.statusCode ?? 0, headers: reply.headers }));
				}
			)
				.on('error', fail)
				.end(body);
		});
