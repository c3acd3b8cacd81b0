import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import {
	asking,
	certify,
	EXAMPLES,
	freePort,
	HOST,
	onLoopback,
	start
} from '../support/proxies.ts';
import { open, TODAY, type Site, type Variables } from '../support/site.ts';

export const PLACES = ['a', 'b', 'c'] as const;
export type Place = (typeof PLACES)[number];

export const isThere = (program: string): boolean => spawnSync(program, ['-v']).status === 0;

/** As its example has it, at other ports and with other folders. */
const CONFIGURED: {
	[program: string]: (
		folder: string,
		ports: { plain: number; secure: number },
		apps: number[]
	) => string[];
} = {
	haproxy: (folder, ports, apps) => {
		const text = placed(readFileSync(join(EXAMPLES, 'haproxy-machines.cfg'), 'utf8'), folder, apps);
		const file = join(folder, 'haproxy.cfg');
		writeFileSync(
			file,
			onLoopback(text.replace('/etc/haproxy/certificates/', `${folder}/both/`), ports)
		);
		return ['haproxy', '-W', '-db', '-f', file];
	},
	nginx: (folder, ports, apps) => {
		const machines = placed(
			readFileSync(join(EXAMPLES, 'nginx-machines.conf'), 'utf8'),
			folder,
			apps
		);
		const site = readFileSync(join(EXAMPLES, 'nginx.conf'), 'utf8')
			.replace(/upstream oejenhoejde \{[^}]*\}/, '')
			.replace('proxy_pass http://oejenhoejde;', 'proxy_pass http://$oejenhoejde;')
			.replaceAll(`/etc/ssl/${HOST}`, folder)
			.replace('/var/log/nginx', folder);
		const file = join(folder, 'nginx.conf');
		const text = `${machines}\n${onLoopback(site, ports)}`;
		writeFileSync(
			file,
			`daemon off;\npid ${folder}/pid;\nerror_log ${folder}/start.log;\nevents {}\nhttp {\n${text}\n}\n`
		);
		return ['nginx', '-c', file];
	}
};

const placed = (text: string, folder: string, apps: number[]): string =>
	apps.reduce(
		(all, port, index) => all.replaceAll(`127.0.0.1:${3001 + index}`, `127.0.0.1:${port}`),
		text.replaceAll('/etc/oejenhoejde/', `${folder}/`)
	);

/** Three app servers on one machine, each with folders of its own, behind one real proxy. */
export class Fleet {
	readonly folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-machines-'));
	readonly map = join(this.folder, 'placement.map');
	readonly #sites = new Map<Place, Site>();
	readonly #ports = new Map<Place, number>();
	#proxy: ReturnType<typeof start> | undefined;
	#secure = 0;

	/** @param placement what the placement file says at first */
	static async start(program: string, placement: [slug: string, place: Place][]): Promise<Fleet> {
		const fleet = new Fleet();
		const said = placement.map(([slug, place]) => `${slug} ${place}\n`).join('');
		writeFileSync(fleet.map, said);
		writeFileSync(`${fleet.map}.nginx`, said.replaceAll('\n', ';\n'));
		certify(fleet.folder);
		const ports = { plain: await freePort(), secure: await freePort() };
		fleet.#secure = ports.secure;
		for (const place of PLACES) fleet.#ports.set(place, await freePort());
		await Promise.all(PLACES.map((place) => fleet.raise(place)));
		const configured = CONFIGURED[program]?.(fleet.folder, ports, [...fleet.#ports.values()]);
		fleet.#proxy = start(configured ?? []);
		return fleet;
	}

	variables(place: Place): Variables {
		return {
			HOST: '127.0.0.1',
			PORT: `${this.#ports.get(place)}`,
			DATA_DIR: join(this.folder, place, 'data'),
			KEYS_DIR: join(this.folder, place, 'keys'),
			PLACEMENT_FILE: this.map,
			PLACE: place,
			ORIGIN: `https://${HOST}:${this.#secure}`,
			ADDRESS_HEADER: 'x-forwarded-for',
			DEMO: '1',
			TODAY
		};
	}

	site(place: Place): Site {
		const found = this.#sites.get(place);
		if (!found) throw new Error(`no server ${place}`);
		return found;
	}

	/** Starts a server that is down, on the files that it left. */
	async raise(place: Place): Promise<void> {
		this.#sites.set(place, await open(this.variables(place)));
	}

	/** No goodbye: as when the power goes. */
	async kill(place: Place): Promise<void> {
		const { pid } = this.site(place);
		process.kill(pid, 'SIGKILL');
		while (isAlive(pid)) await wait(5);
	}

	placeOf(slug: string): Place {
		const line = readFileSync(this.map, 'utf8')
			.split('\n')
			.find((each) => each.startsWith(`${slug} `));
		const place = PLACES.find((each) => each === line?.split(' ')[1]);
		if (!place) throw new Error(`${slug} is nowhere`);
		return place;
	}

	/** Where its file lies; no two may have one. */
	holders(slug: string): Place[] {
		return PLACES.filter((place) =>
			existsSync(join(this.variables(place).DATA_DIR ?? '', `${slug}.sqlite`))
		);
	}

	ask(from?: string): ReturnType<typeof asking> {
		return asking(this.#secure, from);
	}

	reload(): void {
		this.#proxy?.reload();
	}

	/** The command as an operator types it. @returns the child, and what becomes of it */
	move(
		slug: string,
		from: Place,
		to: Place
	): { child: ChildProcess; end: Promise<{ code: number | null; said: string }> } {
		const { PATH, HOME } = process.env;
		const { DATA_DIR = '', KEYS_DIR = '' } = this.variables(to);
		const child = spawn(
			process.execPath,
			['build/commands.js', 'move', slug, to, DATA_DIR, KEYS_DIR],
			{ env: { PATH, HOME, ...this.variables(from) } }
		);
		let said = '';
		child.stdout.on('data', (text) => (said += text));
		child.stderr.on('data', (text) => (said += text));
		return { child, end: once(child, 'close').then(() => ({ code: child.exitCode, said })) };
	}

	async stop(): Promise<void> {
		await this.#proxy?.stop();
		for (const site of this.#sites.values()) await site.clear();
	}

	async clear(): Promise<void> {
		await this.stop();
		rmSync(this.folder, { recursive: true, force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
}
