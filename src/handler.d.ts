// What adapter-node writes to build/handler.js, beside which our server is built.
import type { IncomingMessage, ServerResponse } from 'node:http';

export const handler: (
	request: IncomingMessage,
	response: ServerResponse,
	next?: (error?: unknown) => void
) => void | Promise<void>;
