import { X509Certificate } from 'node:crypto';
import { statfsSync, statSync } from 'node:fs';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import * as calendar from '../../calendar.ts';
import type { Day } from '../../calendar.ts';
import * as condition from '../condition.ts';
import { pathOf } from '../core/database.ts';
import { environment, today } from '../core/environment.ts';
import * as proxy from '../core/limits/proxy.ts';
import * as municipality from '../municipality.ts';
import { loginOf } from '../staff/own-login/configuration.ts';

/**
 * What a request was about, as far as the operator needs it. No municipality: with a scrape every few seconds that would tell
 * when somebody answered where.
 */
export type Part = 'answers' | 'citizens' | 'results' | 'api' | 'staff' | 'other';

/** So many of a kind are told at a time: nobody sees the moment of a single one. */
export const TOLD_AT_ONCE = 10;

export const registry = new Registry();
collectDefaultMetrics({ register: registry, prefix: 'oejenhoejde_' });

const seconds = new Histogram({
	name: 'oejenhoejde_request_seconds',
	help: `How long requests took, by what they were about and their status. Told in tens (${TOLD_AT_ONCE}).`,
	labelNames: ['part', 'status'],
	buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
	registers: [registry]
});
const errors = new Counter({
	name: 'oejenhoejde_errors_total',
	help: 'Errors of the program, and of municipalities’ files, by kind. Each has a line in the log.',
	labelNames: ['kind'],
	registers: [registry]
});
new Gauge({
	name: 'oejenhoejde_municipality_up',
	help: '1 where a municipality answers, 0 where it cannot: the log says why.',
	labelNames: ['municipality', 'kind'],
	registers: [registry],
	collect() {
		this.reset();
		for (const { municipality, state, kind } of standing())
			this.set({ municipality, kind: kind ?? '' }, state === 'serving' ? 1 : 0);
	}
});
new Gauge({
	name: 'oejenhoejde_file_bytes',
	help: 'The size of a municipality’s file, and of its log.',
	labelNames: ['municipality', 'file'],
	registers: [registry],
	collect() {
		this.reset();
		for (const name of namesHere()) {
			this.set({ municipality: name, file: 'data' }, sizeOf(pathOf(name)));
			this.set({ municipality: name, file: 'log' }, sizeOf(`${pathOf(name)}-wal`));
		}
	}
});
new Gauge({
	name: 'oejenhoejde_disk_free_bytes',
	help: 'Room left where files and keys lie.',
	labelNames: ['folder'],
	registers: [registry],
	collect() {
		const { DATA_DIR, KEYS_DIR } = environment();
		this.set({ folder: 'data' }, freeIn(DATA_DIR));
		this.set({ folder: 'keys' }, freeIn(KEYS_DIR));
	}
});
new Gauge({
	name: 'oejenhoejde_proxy_untold',
	help: '1 where a proxy was seen that ADDRESS_HEADER does not speak of: all who come by it share the limits of one.',
	registers: [registry],
	collect() {
		this.set(Number(proxy.isUntold()));
	}
});
new Gauge({
	name: 'oejenhoejde_backup_age_days',
	help: 'Days since a verified copy of the municipality’s file was made; -1 where none ever was.',
	labelNames: ['municipality'],
	registers: [registry],
	collect() {
		forServing(this, ({ db, plan: { municipality } }) => {
			const day = db.prepare<[], Day | null>('select max(day) from backup').pluck().get();
			this.set({ municipality }, day ? calendar.daysBetween(day, today()) : -1);
		});
	}
});
new Gauge({
	name: 'oejenhoejde_quarantine',
	help: 'What could not be opened or understood, and waits to be tried again.',
	labelNames: ['municipality'],
	registers: [registry],
	collect() {
		forServing(this, ({ db, plan: { municipality } }) =>
			this.set(
				{ municipality },
				db.prepare<[], number>('select count(*) from quarantine').pluck().get() ?? 0
			)
		);
	}
});
new Gauge({
	name: 'oejenhoejde_certificate_ends_seconds',
	help: 'When a certificate of a municipality’s own login runs out, in seconds since 1970: ours, or the login’s.',
	labelNames: ['municipality', 'whose'],
	registers: [registry],
	collect() {
		this.reset();
		for (const name of namesHere()) {
			const login = loginOf(name);
			if (login?.kind !== 'saml') continue;
			this.set({ municipality: name, whose: 'ours' }, endOf(login.pairs[0].certificate));
			const theirs = Math.max(...login.provider.certificates.map(endOf));
			this.set({ municipality: name, whose: 'login' }, theirs);
		}
	}
});

/** What can be asked of the files that answer; of one that cannot, nothing is told. */
function forServing(gauge: Gauge, tell: (of: municipality.Municipality) => void): void {
	gauge.reset();
	for (const name of namesHere()) {
		const found = municipality.findServing(name);
		if (found) tell(found);
	}
}

const namesHere = (): string[] => municipality.here().map((plan) => plan.municipality);

const endOf = (pem: string): number => new X509Certificate(pem).validToDate.getTime() / 1000;

/** How each municipality stands that is placed here. */
export const standing = (): { municipality: string; state: string; kind?: string }[] =>
	namesHere().map((name) => ({ municipality: name, ...condition.of(name) }));

const waiting = new Map<string, { part: Part; status: string; seconds: number }[]>();

/** Keeps how long a request took, until there are ten of its kind to tell of. */
export function observe(part: Part, status: number, took: number): void {
	const of = `${String(status)[0]}xx`;
	const key = `${part} ${of}`;
	const held = [...(waiting.get(key) ?? []), { part, status: of, seconds: took }];
	waiting.set(key, held.length < TOLD_AT_ONCE ? held : []);
	if (held.length < TOLD_AT_ONCE) return;
	for (const each of held) seconds.observe({ part, status: each.status }, each.seconds);
}

export const countError = (kind: string): void => errors.inc({ kind });

/** @param route the route's pattern */
export function partOf(route: string | null, method: string): Part {
	if (!route?.startsWith('/[municipality]')) return 'other';
	if (route.includes('/intern')) return 'staff';
	if (/\/api\/v1\/submissions$/.test(route)) return 'answers';
	if (route.includes('/api/')) return 'api';
	if (route.includes('/(public)')) return 'results';
	return method === 'POST' ? 'answers' : 'citizens';
}

const sizeOf = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

function freeIn(folder: string): number {
	try {
		const { bavail, bsize } = statfsSync(folder);
		return bavail * bsize;
	} catch {
		return 0;
	}
}
