import { isHttpError, type RequestEvent } from '@sveltejs/kit';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeAll, pathOf } from '$lib/server/core/database.ts';
import * as throttle from '$lib/server/core/limits/throttle.ts';
import * as municipality from '$lib/server/municipality.ts';
import * as grants from '$lib/server/tablet/grants.ts';
import { CODE_ALPHABET, CODE_LENGTH, SIZE_CLASSES, type NewShare } from '$lib/journey/share.ts';
import { POST as count } from './billeder/+server.ts';
import { POST as share } from './delinger/+server.ts';
import { POST as open } from './delinger/[share]/+server.ts';
import { POST as send } from './submissions/+server.ts';
import { POST as homeCodes } from './tablet/koder/+server.ts';

const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-floods-'));
beforeEach(() => {
	vi.stubEnv('DATA_DIR', join(folder, 'data'));
	vi.stubEnv('KEYS_DIR', join(folder, 'keys'));
	throttle.forgetAll();
});
afterEach(() => {
	closeAll();
	rmSync(folder, { recursive: true, force: true });
});

type Door = (event: never) => Response | Promise<Response>;
/** Knocks from a network. @returns the status, and the seconds to wait */
async function knock(
	door: Door,
	body: unknown,
	{ from = '192.0.2.1', token = '', params = {} as object } = {}
) {
	const event = {
		params: { municipality: 'stevns', ...params },
		getClientAddress: () => from,
		request: new Request('https://svar.example.dk/', {
			method: 'POST',
			body: JSON.stringify(body),
			headers: token ? { authorization: `Bearer ${token}` } : {}
		})
	} as unknown as RequestEvent;
	try {
		const reply = await door(event as never);
		return { status: reply.status, wait: Number(reply.headers.get('retry-after') ?? 0) };
	} catch (problem) {
		if (!isHttpError(problem)) throw problem;
		return { status: problem.status, wait: 0 };
	}
}

let made = 0;
const shareId = (): string => {
	made++;
	return Array.from(
		{ length: CODE_LENGTH },
		(_, at) => CODE_ALPHABET[Math.floor(made / CODE_ALPHABET.length ** at) % CODE_ALPHABET.length]
	).join('');
};
const newShare = (): NewShare => ({
	id: shareId(),
	ciphertext: 'A'.repeat(Math.ceil(((SIZE_CLASSES[2] + 28) * 4) / 3)),
	linkProof: 'A'.repeat(43),
	ownerProof: 'A'.repeat(43),
	typed: null,
	days: 14,
	opens: 10
});

describe('a flood', () => {
	it('of shared pictures from 84 addresses fills a bounded part, and leaves room for others', async () => {
		const found = municipality.find('stevns');
		const size = () => statSync(pathOf('stevns')).size;
		const rows = () =>
			found?.db.prepare<[], number>('select count(*) from share').pluck().get() ?? 0;
		const statuses = [];
		for (let turn = 0; turn < 10; turn++) {
			for (let address = 1; address <= 84; address++) {
				const from = `192.0.2.${address}`;
				statuses.push((await knock(share, newShare(), { from })).status);
			}
		}
		found?.db.pragma('wal_checkpoint(truncate)');
		const held = statuses.filter((status) => status === 429).length;
		console.log(
			`84 addresses × 10 shares: ${rows()} rows, ${Math.round(size() / 1e6)} MB, ${held} held off`
		);
		expect(rows()).toBe(statuses.length - held);
		expect(rows()).toBeLessThan(throttle.LIMITS['new-shares'].total.limit);
		for (const from of ['198.51.100.7', '2001:db8:1:2::3']) {
			expect(await knock(share, newShare(), { from })).toEqual({ status: 200, wait: 0 });
		}
		expect((await knock(share, newShare())).wait).toBeGreaterThan(0);
	});

	it('from one IPv6 network is one, whichever of its addresses it comes from', async () => {
		const { limit } = throttle.LIMITS['new-shares'];
		let kept = 0;
		for (let n = 0; n < limit + 20; n++) {
			const from = `2001:db8:1:2:${n.toString(16)}::1`;
			if ((await knock(share, newShare(), { from })).status === 200) kept++;
		}
		expect(kept).toBe(limit);
	});

	it('of guesses at a share, or of counted pictures, holds off its own network alone', async () => {
		const guess = { proof: 'A'.repeat(43) };
		const at = { params: { share: shareId() } };
		for (const [door, body, limit] of [
			[open, guess, throttle.LIMITS['wrong-proofs-of-share'].limit],
			[count, { no: 'count' }, throttle.LIMITS.pictures.limit]
		] as const) {
			const statuses = [];
			for (let n = 0; n < limit + 5; n++) statuses.push((await knock(door, body, at)).status);
			expect(statuses.filter((status) => status === 429)).toHaveLength(5);
		}
		expect((await knock(count, {}, { from: '198.51.100.7' })).status).toBe(400);
		const other = { from: '198.51.100.7', params: { share: shareId() } };
		expect((await knock(open, guess, other)).status).toBe(200);
	});

	it('of grants that nobody made, or of requests, stops no tablet of the same network', async () => {
		const found = municipality.find('stevns');
		if (!found) throw new Error('nobody');
		const token = grants.make(found.db, { round: 'r', channel: 'tablet', team: 'nord' });
		const statuses = { wrong: [] as number[], plain: [] as number[] };
		for (let n = 0; n < throttle.LIMITS['wrong-grants'].limit + 20; n++)
			statuses.wrong.push(
				(await knock(send, {}, { token: `guess ${n}`.replace(' ', '-') })).status
			);
		for (let n = 0; n < throttle.LIMITS.requests.limit + 50; n++)
			statuses.plain.push((await knock(send, {})).status);
		const held = (all: number[]) => all.filter((status) => status === 429).length;
		console.log(
			`50 wrong grants: ${held(statuses.wrong)} held off; 650 requests: ${held(statuses.plain)}`
		);
		expect(held(statuses.wrong)).toBe(20);
		expect(held(statuses.plain)).toBeGreaterThan(0);
		expect((await knock(send, { envelopes: 'none' }, { token })).status).toBe(400);
		expect((await knock(homeCodes, {}, { token: 'guessed' })).status).toBe(429);
		expect((await knock(homeCodes, {}, { token })).status).toBe(200);
	});
});
