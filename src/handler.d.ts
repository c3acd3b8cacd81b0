declare module '*/handler.js' {
	import type { RequestHandler } from '@sveltejs/kit';
	import type { IncomingMessage, ServerResponse } from 'node:http';
	export const handler: (
		request: IncomingMessage,
		response: ServerResponse,
		next?: (error?: unknown) => void
	) => void | Promise<void> | ReturnType<RequestHandler>;
}

declare module '@messageformat/core/compile-module.js' {
	import type MessageFormat from '@messageformat/core';
	/** Source of an ES module with a function for each message. */
	export default function compileModule(format: MessageFormat, messages: object): string;
}
