import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { someone } from '../../../../tests/support/staff.ts';
import { municipality } from '../../../../tests/support/survey.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Db } from '../core/database.ts';
import * as plans from '../plan/plans.ts';
import { send } from './notices.ts';

const plan = plans.find('stevns') as Plan;
const TODAY = '2026-02-20';
const turn = (db: Db, today: string, keysFolder: string) => send({ db, plan, keysFolder }, today);
let lines: string[];

describe('the municipality’s own program', () => {
	let listener: Server;
	let heard: { type: string; body: unknown }[];
	let reply: { status: number; headers?: { [name: string]: string }; waits?: true };

	beforeEach(async () => {
		heard = [];
		lines = [];
		vi.stubEnv('ORIGIN', 'https://svar.stevns.example');
		vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
		reply = { status: 204 };
		listener = createServer((request, response) => {
			let body = '';
			request.on('data', (part) => (body += part));
			request.on('end', () => {
				heard.push({ type: request.headers['content-type'] ?? '', body: JSON.parse(body) });
				if (!reply.waits) response.writeHead(reply.status, reply.headers).end();
			});
		});
		await new Promise<void>((ready) => listener.listen(0, '127.0.0.1', () => ready()));
		const { port } = listener.address() as AddressInfo;
		const path = join(mkdtempSync(join(tmpdir(), 'oejenhoejde-notices-')), 'notices.json');
		writeFileSync(path, JSON.stringify({ stevns: { webhook: `http://127.0.0.1:${port}/besked` } }));
		vi.stubEnv('NOTICES_FILE', path);
	});
	afterEach(() => {
		listener.closeAllConnections();
		listener.close();
		vi.unstubAllEnvs();
		vi.restoreAllMocks();
	});

	it('is told once a day which pages wait and for which roles, and of nobody', async () => {
		const { db, keysFolder } = municipality();
		await someone(db, { name: 'Karen', roles: ['leader', 'administrator'] });
		await turn(db, TODAY, keysFolder);
		await turn(db, TODAY, keysFolder);
		expect(heard).toHaveLength(1);
		const { body, type } = heard[0] ?? {};
		expect(type).toBe('application/json');
		expect(body).toMatchObject({
			municipality: 'stevns',
			link: 'https://svar.stevns.example/stevns/intern',
			waits: expect.arrayContaining([
				{ page: 'Koder', roles: ['leader'] },
				{ page: 'Plan', roles: ['administrator'] },
				{ page: 'Før start', roles: ['leader', 'administrator'] }
			]) as unknown
		});
		expect(JSON.stringify(body)).not.toMatch(/Karen|@/);
	});

	it('is told again at a later turn where it fails, and followed nowhere', async () => {
		const { db, keysFolder } = municipality();
		await someone(db, { name: 'Karen', roles: ['leader'] });
		reply = { status: 302, headers: { location: 'http://127.0.0.1:1/' } };
		await turn(db, TODAY, keysFolder);
		expect(JSON.parse(lines[0] ?? '')).toMatchObject({ kind: 'webhook-HTTP-302' });
		reply = { status: 200 };
		await turn(db, TODAY, keysFolder);
		await turn(db, TODAY, keysFolder);
		expect(heard).toHaveLength(2);
	});
});
