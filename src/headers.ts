import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { policy } from './build/policy.mjs';

// For every reply, static and prerendered files too: the app's own hooks never see those.
const FOR_FILES = {
	'X-Content-Type-Options': 'nosniff',
	'Cross-Origin-Resource-Policy': 'same-origin'
};
/** Of replies that have nothing better: a prerendered page has a policy of its own inside it. */
const FRAMED_BY_NOBODY = "frame-ancestors 'none'";
// For what can be a page. A browser reads none of these on code and styles, where they would be a third of a small file.
const FOR_PAGES = {
	// With `no-referrer` browsers send `Origin: null`, and a plain form would be refused.
	'Referrer-Policy': 'same-origin',
	// Pages that the app renders replace this by their own, which says the same and more.
	'Content-Security-Policy': FRAMED_BY_NOBODY,
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};
/** Refusals, errors and ways on to somewhere else: nobody keeps them, and whoever made them, they may do no more than a page. */
const FOR_REFUSALS = { 'Cache-Control': 'no-store', 'Content-Security-Policy': policy };

/** Gives a reply the headers that each has, whoever writes it: the app, a server of files, or the framework's own errors. */
export function dress(request: IncomingMessage, response: ServerResponse): void {
	const isCode = request.url?.startsWith('/_app/immutable/');
	const common = { ...FOR_FILES, ...(!isCode && FOR_PAGES) };
	for (const [name, value] of Object.entries(common)) response.setHeader(name, value);
	const writeHead = response.writeHead.bind(response) as (...all: unknown[]) => ServerResponse;
	response.writeHead = (status: number, ...rest: unknown[]) => {
		if (isRefusal(status)) refuse(response);
		return writeHead(status, ...rest);
	};
}

/** To what is no request, or none that Node takes: the parser's errors, which come with a bare connection. */
export function refuseRaw(error: NodeJS.ErrnoException, socket: Duplex): void {
	if (error.code === 'ECONNRESET' || !socket.writable) {
		socket.destroy();
		return;
	}
	const all = { ...FOR_FILES, ...FOR_PAGES, ...FOR_REFUSALS, 'Content-Length': '0' };
	const lines = Object.entries({ ...all, Connection: 'close' }).map((pair) => pair.join(': '));
	socket.end([`HTTP/1.1 ${statusOf(error)}`, ...lines, '', ''].join('\r\n'));
}

/** 304 is about what is kept already. */
const isRefusal = (status: number): boolean => status >= 300 && status !== 304;

function refuse(response: ServerResponse): void {
	const own = response.getHeader('Content-Security-Policy');
	const all = { ...FOR_PAGES, ...FOR_REFUSALS };
	for (const [name, value] of Object.entries(all)) response.setHeader(name, value);
	// An error page of the app's has a policy that names what stands in it.
	if (own !== undefined && own !== FRAMED_BY_NOBODY)
		response.setHeader('Content-Security-Policy', own);
}

const statusOf = ({ code }: NodeJS.ErrnoException): string =>
	({
		HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
		HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
		ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout'
	})[code ?? ''] ?? '400 Bad Request';
