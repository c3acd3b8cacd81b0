import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';

export const EXAMPLES = 'src/operating/examples';
export const HOST = 'svar.example.dk';
const ASK_MILLISECONDS = 60_000;

/** An example as it stands, at other ports, and on loopback alone: what listened on both kinds of addresses would stand twice. */
export const onLoopback = (text: string, ports: { plain: number; secure: number }): string =>
	text
		.replaceAll(/(listen |bind )(\[::\])?:?443/g, `$1127.0.0.1:${ports.secure}`)
		.replaceAll(/(listen |bind )(\[::\])?:?80\b/g, `$1127.0.0.1:${ports.plain}`)
		.split('\n')
		.filter((line, at, all) => !/^\s*listen/.test(line) || all[at - 1] !== line)
		.join('\n');

/** A certificate that nobody has signed. */
export function certify(folder: string): void {
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

/** What tells each to read its files anew, as its service does. */
const RELOAD: { [program: string]: NodeJS.Signals } = { nginx: 'SIGHUP', haproxy: 'SIGUSR2' };

export function start([program = '', ...args]: string[]): {
	printed: () => string;
	/** Reads its files anew. */
	reload: () => void;
	stop: () => Promise<void>;
} {
	const child: ChildProcess = spawn(program, args);
	let printed = '';
	child.stdout?.on('data', (text) => (printed += text));
	child.stderr?.on('data', (text) => (printed += text));
	return {
		printed: () => printed,
		reload: () => void child.kill(RELOAD[program]),
		stop: async () => {
			if (child.exitCode !== null) return;
			const closed = once(child, 'close');
			child.kill('SIGTERM');
			await closed;
		}
	};
}

export async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	server.close();
	return typeof address === 'object' && address ? address.port : 0;
}

export type Reply = {
	status: number;
	text: string;
	headers: { [name: string]: string | string[] | undefined };
};

/** Asks the proxy, which has a certificate that nobody has signed. @param from another address of this machine's own */
export const asking =
	(port: number, from?: string) =>
	(
		path: string,
		headers: { [name: string]: string } = {},
		method = 'GET',
		body = ''
	): Promise<Reply> =>
		new Promise((done, fail) => {
			const asked = request(
				{
					host: '127.0.0.1',
					localAddress: from,
					agent: false,
					timeout: ASK_MILLISECONDS,
					port,
					path,
					method,
					headers: { host: `${HOST}:${port}`, ...headers },
					rejectUnauthorized: false
				},
				(reply) => {
					let text = '';
					reply.setEncoding('utf8');
					reply.on('data', (part: string) => (text += part));
					reply.on('error', fail);
					reply.on('end', () =>
						done({ status: reply.statusCode ?? 0, text, headers: reply.headers })
					);
				}
			);
			asked.on('error', fail);
			asked.on('timeout', () => asked.destroy(new Error('no answer')));
			asked.end(body);
		});
