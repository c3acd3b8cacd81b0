import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the stand-in does with the next question, once: then it is itself again. */
export type Trap =
	| { kind: 'status'; status: number; after?: string }
	| { kind: 'hang' }
	/** Half of the bytes, and the connection is gone. */
	| { kind: 'cut' }
	| { kind: 'mark'; mark: string }
	| { kind: 'text'; text: string }
	| { kind: 'redirect'; to: string };
export type StandInTable = {
	name: string;
	/** What else than municipalities the table is parted by: id, name, values. */
	hierarchies?: { id: string; name: string; values: string[] }[];
	/** The headings of its columns of figures. */
	columns: string[];
	/** By period, as the service writes it: figures of the municipality and of the whole country. */
	rows: { [period: string]: { own: (string | number)[]; country: (string | number)[] } };
};
export type StandIn = {
	url: string;
	key: string;
	tables: Map<string, StandInTable>;
	/** Taken in turn, one a question. */
	traps: Trap[];
	/** Every question, in order, without the key. */
	asked: string[];
	/** How many were under way at once, at most. */
	most: number;
	close: () => Promise<void>;
};

const AREAS = ['Vejen', 'Stevns', 'Glostrup', 'Sønderborg', 'Slagelse'];

/** A server on loopback that speaks as Jobindsats does, as far as it is known, with its traps. */
export async function open(): Promise<StandIn> {
	let busy = 0;
	const server = createServer((request, response) => {
		standIn.most = Math.max(standIn.most, ++busy);
		response.once('close', () => busy--);
		reply(standIn, request, response);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const standIn: StandIn = {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v3`,
		key: 'hemmelig-noegle-kun-til-proever',
		tables: new Map(),
		traps: [],
		asked: [],
		most: 0,
		close: () =>
			new Promise((closed) => {
				server.closeAllConnections();
				server.close(() => closed());
			})
	};
	return standIn;
}

function reply(standIn: StandIn, request: IncomingMessage, response: ServerResponse): void {
	const url = new URL(request.url ?? '', standIn.url);
	const path = url.pathname.replace(/^\/v3/, '');
	standIn.asked.push(decodeURIComponent(path + url.search));
	const trap = standIn.traps.shift();
	if (trap?.kind === 'status') {
		response.writeHead(trap.status, trap.after ? { 'retry-after': trap.after } : {}).end('nej');
		return;
	}
	if (trap?.kind === 'hang') return;
	if (trap?.kind === 'redirect') {
		response.writeHead(302, { location: trap.to }).end();
		return;
	}
	// The old way of sending the key, without the word before it, is refused.
	if (request.headers.authorization !== `Bearer ${standIn.key}`) {
		response.writeHead(401).end();
		return;
	}
	const body = bodyOf(standIn, path, url);
	if (body === undefined) {
		response.writeHead(404).end();
		return;
	}
	const text = trap?.kind === 'text' ? trap.text : JSON.stringify(body);
	const whole = trap?.kind === 'mark' ? trap.mark + text : `\uFEFF${text}`;
	const bytes = Buffer.from(whole);
	response.writeHead(200, { 'content-type': 'application/json', 'content-length': bytes.length });
	if (trap?.kind === 'cut') {
		response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
	} else response.end(bytes);
}

function bodyOf({ tables }: StandIn, path: string, url: URL): unknown {
	const [, what, id = ''] = path.split('/');
	const table = tables.get(id);
	if (!table || url.searchParams.get('format') !== 'json') return undefined;
	return what === 'table'
		? metadataOf(id, table)
		: what === 'data'
			? dataOf(table, url)
			: undefined;
}

const metadataOf = (id: string, { name, hierarchies = [], columns }: StandInTable) => ({
	table_id: id,
	table_name: name,
	periods: ['M', 'Q', 'Y'],
	dimensions: [
		{
			hierarchies: [
				{
					hierarchy_id: '_nykom',
					hierarchy_name: 'Kommuner',
					levels: [
						{ values: [{ value_id: '/', value_name: 'Hele landet' }] },
						{ values: AREAS.map((value_name, n) => ({ value_id: `/${n + 1}`, value_name })) }
					]
				},
				...hierarchies.map((each) => ({
					hierarchy_id: each.id,
					hierarchy_name: each.name,
					levels: [
						{ values: each.values.map((value_name, n) => ({ value_id: `${n}`, value_name })) }
					]
				}))
			]
		}
	],
	measures: columns.map((measure_name) => ({ measure_name }))
});

function dataOf({ hierarchies = [], columns, rows }: StandInTable, url: URL): unknown {
	const wanted = url.searchParams.get('hierarchy._nykom') ?? '*';
	// A table whose further hierarchies are not named answers with an error.
	if (hierarchies.some(({ id }) => !url.searchParams.has(`hierarchy.${id}`))) return undefined;
	const [, kind, latest] =
		/period\.([MQHY])=latest:(\d+)/.exec(decodeURIComponent(url.search)) ?? [];
	const periods = Object.entries(rows)
		.filter(([period]) => (kind === 'Y' ? /^\d{4}$/.test(period) : period[4] === kind))
		.slice(-Number(latest));
	const area = wanted === '/' ? 'Hele landet' : (AREAS[Number(wanted.slice(1)) - 1] ?? '');
	return {
		columns: ['Område', 'Periode', ...columns],
		rows: periods.map(([period, { own, country }]) => [
			area,
			period,
			...(wanted === '/' ? country : own)
		])
	};
}
