import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { environment } from '../core/environment.ts';
import { tell } from '../core/log.ts';
import { registry, standing } from './metrics.ts';

/**
 * For whoever runs the server, on a port of its own that no proxy leads to: metrics for Prometheus, and how each municipality
 * stands.
 * @returns how to close it; nothing where no METRICS_PORT is set
 */
export async function open(): Promise<(() => void) | undefined> {
	const { METRICS_PORT, METRICS_HOST } = environment();
	if (METRICS_PORT === undefined) return undefined;
	const server = createServer((request, response) => {
		answer(request.url ?? '', response).catch(() => response.writeHead(500).end());
	});
	await new Promise<void>((ready, failed) => {
		// Later ones are of single connections, and end nothing.
		server.on('error', ({ code }: NodeJS.ErrnoException) => {
			const isOfPort = code === 'EADDRINUSE' || code === 'EACCES';
			const said = isOfPort ? `METRICS_PORT: ${METRICS_PORT}` : `METRICS_HOST: ${METRICS_HOST}`;
			failed(new Error(`${said} cannot be used (${code})`));
		});
		server.listen(METRICS_PORT, METRICS_HOST, ready);
	});
	const { port } = server.address() as AddressInfo;
	const url = `http://${METRICS_HOST}:${port}/metrics`;
	tell(`Metrics at ${url}`, 'metrics', { url });
	return () => {
		server.closeAllConnections();
		server.close();
	};
}

async function answer(path: string, response: ServerResponse): Promise<void> {
	if (path === '/metrics') {
		const metrics = await registry.metrics();
		response.writeHead(200, { 'content-type': registry.contentType }).end(metrics);
		return;
	}
	if (path === '/municipalities') {
		response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(standing()));
		return;
	}
	response.writeHead(404).end();
}
