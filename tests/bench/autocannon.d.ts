declare module 'autocannon' {
	export type Request = { body?: string; headers?: { [name: string]: string } };
	type Options = {
		url: string;
		method: 'POST';
		headers: { [name: string]: string };
		connections: number;
		/** Seconds. */
		duration: number;
		/** Called before each request; what it returns is sent. */
		requests: { setupRequest: (request: Request) => Request }[];
	};
	type Result = {
		[kind in '2xx' | '3xx' | '4xx' | '5xx' | 'errors']: number;
	} & {
		/** Replies in a second. */
		requests: { p50: number };
	};
	export default function autocannon(options: Options): Promise<Result>;
}
