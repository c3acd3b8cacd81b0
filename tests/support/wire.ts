import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What happens to one request on its way. The browser sees the same as on a bad network: a connection that ends. */
export type Fate =
	| 'passes'
	/** Nothing of it reaches the server. */
	| 'cut before'
	/** The server gets half of the body. */
	| 'cut in request'
	/** The server gets all of it, and its reply finds nobody. */
	| 'cut after request'
	/** The server has answered, which means that it has counted; not a byte of that reaches the browser. */
	| 'cut before reply'
	/** The browser gets half of the reply's first packet. */
	| 'cut in reply'
	/** Nothing is cut, and nothing comes. */
	| 'is silent'
	/** Somebody else answers, whole and at once: a captive portal. */
	| { reply: string };

export type Asked = { method: string; path: string };

/** A wire of ours between browser and server. */
export type Wire = {
	url: string;
	/** Without network nothing passes, and what is under way is cut. */
	up: (isUp: boolean) => void;
	/** Decides about each request from now on. */
	meet: (fate: (asked: Asked) => Fate) => void;
	/** Another server, as after a restart. */
	to: (url: string) => void;
	/** Called when the server has got all of a request, and its reply is awaited. */
	onsent: (callback: (asked: Asked) => void) => void;
	/** All requests that came this far, whatever became of them. */
	asked: Asked[];
	close: () => Promise<void>;
};

export async function lay(target: string): Promise<Wire> {
	const state = {
		target: new URL(target),
		isUp: true,
		fate: (_: Asked): Fate => 'passes',
		onsent: (_: Asked): void => undefined,
		asked: [] as Asked[],
		sockets: new Set<Socket>()
	};
	const server = createServer((client) => {
		client.on('error', () => undefined);
		if (!state.isUp) return void client.resetAndDestroy();
		state.sockets.add(client);
		client.on('close', () => state.sockets.delete(client));
		carry(client, state);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		up(isUp) {
			state.isUp = isUp;
			if (!isUp) state.sockets.forEach((socket) => socket.resetAndDestroy());
		},
		meet: (fate) => (state.fate = fate),
		to(url) {
			state.target = new URL(url);
			// Else a connection that is kept alive would still lead to the last one.
			state.sockets.forEach((socket) => socket.destroy());
		},
		onsent: (callback) => (state.onsent = callback),
		asked: state.asked,
		async close() {
			state.sockets.forEach((socket) => socket.destroy());
			server.close();
			await once(server, 'close');
		}
	};
}

type State = {
	target: URL;
	fate: (asked: Asked) => Fate;
	onsent: (asked: Asked) => void;
	asked: Asked[];
};
type Request = { asked: Asked; fate: Fate; half: number; left: number };

/** Follows the requests of one connection, one after the other: browsers send no second one before the reply. */
function carry(client: Socket, state: State): void {
	let upstream: Socket | undefined;
	let unread = Buffer.alloc(0);
	let request: Request | undefined;

	const cut = (): void => {
		client.resetAndDestroy();
		upstream?.destroy();
	};
	const server = (): Socket => {
		if (upstream && !upstream.destroyed) return upstream;
		upstream = connect(Number(state.target.port), state.target.hostname);
		// A server that is not there, or was killed: the browser sees its connection end.
		upstream.on('error', () => client.resetAndDestroy());
		upstream.on('close', () => client.destroy());
		upstream.on('data', back);
		return upstream;
	};
	const back = (reply: Buffer): void => {
		if (request?.fate === 'cut before reply') return cut();
		if (request?.fate !== 'cut in reply') return void client.write(reply);
		client.write(reply.subarray(0, reply.length / 2), cut);
	};

	client.on('close', () => upstream?.destroy());
	client.on('data', (data) => {
		unread = Buffer.concat([unread, data]);
		while (unread.length > 0) {
			if (!request || request.left === 0) {
				request = begin(unread, state);
				if (!request) return;
			}
			const part = unread.subarray(0, Math.min(request.left, unread.length));
			unread = unread.subarray(part.length);
			request.left -= part.length;
			const { asked, fate, half, left } = request;
			if (typeof fate === 'object') {
				if (left === 0) client.end(fate.reply);
				continue;
			}
			if (fate === 'is silent') continue;
			if (fate === 'cut before') return cut();
			if (fate === 'cut in request' && left <= half) {
				// The server is given time to see the half that it gets.
				return void server().write(part.subarray(0, Math.max(0, part.length - half + left)), cut);
			}
			if (left > 0) {
				server().write(part);
				continue;
			}
			server().write(part, () => {
				state.onsent(asked);
				if (fate === 'cut after request') cut();
			});
		}
	});
}

/** Reads the head of the next request, when all of it is there. */
function begin(unread: Buffer, state: State): Request | undefined {
	const end = unread.indexOf('\r\n\r\n');
	if (end < 0) return undefined;
	const head = unread.subarray(0, end).toString('latin1');
	const [method = '', path = ''] = head.split(' ');
	const body = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
	const asked = { method, path };
	state.asked.push(asked);
	return { asked, fate: state.fate(asked), half: Math.floor(body / 2), left: end + 4 + body };
}
