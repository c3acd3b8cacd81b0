import compression from 'compression';
import type { EventEmitter } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTrial, type AddressInfo } from 'node:net';
import process from 'node:process';
import { constants } from 'node:zlib';
import { requireNode } from './build/node-floor.mjs';
import { dress, refuseRaw } from './headers.ts';
import * as configuration from './lib/server/configuration.ts';
import { askForThreads, environment, handOn, said } from './lib/server/core/environment.ts';
import { onEnd } from './signals.ts';

const SHUTDOWN_SECONDS = 10;
const PROTOCOL_OF_OURS = 'x-oejenhoejde-protocol';

const LEVELS: { [event: string]: string } = {
	refused: 'error',
	unhandled: 'error',
	doubtful: 'warning'
};

requireNode();
askForThreads();
const faults = configuration.faults();
if (faults.length > 0) fail(faults.join('\n'));
const { HOST, PORT, ORIGIN, PROTOCOL_HEADER, HOST_HEADER, LOG_FORMAT, DEBUG } = environment();
const doubts = configuration.doubts();
await tryAddress();

// Nobody said what the site is called: then it is http and whatever name it was opened by, localhost and 127.0.0.1 alike.
const isNamed = ORIGIN || PROTOCOL_HEADER || HOST_HEADER;
handOn(isNamed ? {} : { PROTOCOL_HEADER: PROTOCOL_OF_OURS });

// The handler reads its environment when it is loaded, so it is loaded after the above.
const { handler } = await import('./handler.js').catch((error: unknown) =>
	fail(DEBUG ? error : error instanceof Error ? error.message : String(error))
);
// Files are compressed by the build, better and once: this is for what is made for each request. A page fits into the window: with
// the usual one of 4 MB this quality costs twenty times as much, all of it for making room.
const brotli = {
	params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 16 }
};
const compress = compression({ brotli });

let isClosing = false;
// Without a host it is a 400 of the handler's, as all others are.
const options = { requireHostHeader: false };
const server = createServer(options, (request: IncomingMessage, response: ServerResponse) => {
	// To keep a connection is what HTTP/1.1 does anyway; to say so is 47 bytes of every reply.
	response.removeHeader('connection');
	// A browser keeps its connection after the last reply, and the server would wait for it.
	response.on('close', () => {
		if (isClosing) setImmediate(() => server.closeIdleConnections());
	});
	request.headers[PROTOCOL_OF_OURS] = isNamed ? undefined : 'http';
	dress(request, response);
	// Both are middleware of Express, typed so, and ask for no more of it than Node gives.
	compress(
		request as Parameters<typeof compress>[0],
		response as Parameters<typeof compress>[1],
		() => {
			answer(request, response).catch(() => broken(response));
		}
	);
});

// What is no request at all never comes as far as the above.
server.on('clientError', refuseRaw);
server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
	dress(request, response);
	response.writeHead(417).end();
});
server.on('error', (error: NodeJS.ErrnoException) => {
	// One connection that could not be taken, and no reason to leave all others.
	if (server.listening) console.error(line('unhandled', { kind: error.code ?? error.name }));
	else refuse(error);
});
// Asked to end while it began: by now its files are open, and it closes them as ever.
const asked = onEnd(shutDown);
if (asked) shutDown(asked);
else server.listen(PORT, HOST, tell);

// What one request broke, and nobody waited for, must not end what all others are in.
process.on('unhandledRejection', (problem) => {
	const kind = problem instanceof Error ? problem.name : typeof problem;
	console.error(line('unhandled', { kind }));
});

/** What cannot be listened at is found before anything is done in a file. */
function tryAddress(): Promise<void> {
	return new Promise((done) => {
		const trial = createTrial((socket) => socket.destroy());
		trial.on('error', refuse);
		trial.listen(PORT, HOST, () => trial.close(() => done()));
	});
}

function refuse({ code = 'no reason' }: NodeJS.ErrnoException): never {
	if (code === 'EADDRINUSE') fail(`Port ${PORT} is taken: set PORT to another one.`);
	if (code === 'EACCES') fail(`Port ${PORT} may not be used: set PORT to one above 1023.`);
	fail(`HOST: ${HOST} cannot be listened at (${code}): it must be an address of this machine.`);
}

function tell(): void {
	const { address, port: actual } = server.address() as AddressInfo;
	const name = address.includes(':') ? `[${address}]` : address;
	const url = `http://${name}:${actual}`;
	if (LOG_FORMAT === 'json') console.log(line('listening', { url }));
	else console.log(`Listening on ${url}`);
	for (const doubt of doubts)
		console.error(LOG_FORMAT === 'json' ? line('doubtful', { reason: doubt }) : doubt);
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
	await handler(request, response);
}

function broken(response: ServerResponse): void {
	if (response.headersSent) response.destroy();
	else response.writeHead(500).end();
}

/** Finishes what is under way, then lets the app flush and close its files. A second signal ends at once. */
function shutDown(reason: NodeJS.Signals): void {
	isClosing = true;
	if (LOG_FORMAT === 'json') console.log(line('closing', { signal: reason }));
	// Node's types know no events of others.
	const events: EventEmitter = process;
	const impatient = setTimeout(() => server.closeAllConnections(), SHUTDOWN_SECONDS * 1000);
	server.close(() => {
		clearTimeout(impatient);
		events.emit('sveltekit:shutdown', reason);
		// Whatever timer was left behind must not keep a closed server alive.
		setTimeout(() => process.exit(0), SHUTDOWN_SECONDS * 1000).unref();
	});
	server.closeIdleConnections();
}

/** For programs, where a service started this one; `lib/server/core/log.ts` writes the rest of them. */
function line(event: string, fields: { [name: string]: unknown }): string {
	const time = `${new Date().toISOString().slice(0, 16)}Z`;
	const level = LEVELS[event] ?? 'info';
	return JSON.stringify({ time, level, event, ...fields });
}

function fail(reason: unknown): never {
	const isForPrograms = said('LOG_FORMAT') === 'json';
	console.error(isForPrograms ? line('refused', { reason: String(reason) }) : reason);
	process.exit(1);
}
