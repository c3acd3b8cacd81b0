import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { someone } from '../../../../tests/support/staff.ts';
import { municipality } from '../../../../tests/support/survey.ts';
import type { Plan } from '../../plan/plan.ts';
import * as audit from '../core/audit.ts';
import { openFile, type Db } from '../core/database.ts';
import * as plans from '../plan/plans.ts';
import * as retention from '../retention.ts';
import type { Role } from '../staff/access/role.ts';
import * as users from '../staff/users.ts';
import * as addresses from './addresses.ts';
import { send } from './notices.ts';
import { TRIES_A_DAY } from './turns.ts';

const plan = plans.find('stevns') as Plan;
const TODAY = '2026-02-20';
const SECRET = 'hemmeligt-kodeord';

/** A relay that is really there: what it was sent, and how it is to answer. */
let relay: { server: SMTPServer; port: number; mails: { to: string[]; text: string }[] };
let refuses: (address: string) => boolean;
let lines: string[];

beforeEach(async () => {
	refuses = () => false;
	lines = [];
	const mails: typeof relay.mails = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		allowInsecureAuth: true,
		onAuth: ({ username, password }, _session, done) =>
			done(password === SECRET ? null : new Error('no'), { user: username }),
		onRcptTo: ({ address }, _session, done) =>
			done(refuses(address) ? Object.assign(new Error('unknown'), { responseCode: 550 }) : null),
		onData: (stream, session, done) => {
			const parts: Buffer[] = [];
			stream.on('data', (part: Buffer) => parts.push(part));
			stream.on('end', () => {
				const to = session.envelope.rcptTo.map(({ address }) => address);
				mails.push({ to, text: Buffer.concat(parts).toString() });
				done();
			});
		}
	});
	server.on('error', () => undefined);
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()));
	relay = { server, port: (server.server.address() as AddressInfo).port, mails };
	vi.stubEnv('SMTP_URL', `smtp://svar:${SECRET}@127.0.0.1:${relay.port}`);
	vi.stubEnv('SMTP_FROM', 'Øjenhøjde <svar@stevns.example>');
	vi.stubEnv('ORIGIN', 'https://svar.stevns.example');
	for (const level of ['log', 'error'] as const)
		vi.spyOn(console, level).mockImplementation((line: string) => void lines.push(line));
});

afterEach(async () => {
	vi.unstubAllEnvs();
	vi.restoreAllMocks();
	await new Promise<void>((closed) => relay.server.close(() => closed()));
});

async function told(db: Db, name: string, roles: Role[]) {
	const { user } = await someone(db, { name, roles });
	addresses.put(db, user.id, `${name}@stevns.example`);
	return user;
}
const turn = (db: Db, today = TODAY, keysFolder = '') => send({ db, plan, keysFolder }, today);
const receivers = () => relay.mails.flatMap(({ to }) => to).sort();
const textOf = (mail: { text: string } | undefined): string => {
	const [, encoding = ''] = /Content-Transfer-Encoding: (\S+)/.exec(mail?.text ?? '') ?? [];
	const body = mail?.text.split('\r\n\r\n').slice(1).join('\r\n\r\n') ?? '';
	if (encoding === 'base64') return Buffer.from(body, 'base64').toString().replaceAll('\r\n', '\n');
	const bytes = body
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
};

describe('mail to staff', () => {
	it('goes to who has asked for it and has something waiting, with the page and the way in, and nothing else', async () => {
		const { db, keysFolder } = municipality();
		await told(db, 'leader', ['leader']);
		await told(db, 'caseworker', ['caseworker']);
		await someone(db, { name: 'unasked', roles: ['leader'] });
		await turn(db, TODAY, keysFolder);
		expect(receivers()).toEqual(['leader@stevns.example']);
		const text = textOf(relay.mails[0]);
		expect(text).toContain('– Koder\n– Samtaler\n– Før start');
		expect(text).toContain('https://svar.stevns.example/stevns/intern');
		expect(text).not.toMatch(/leader|\d{2,}/);
		expect(relay.mails[0]?.text).toContain('Auto-Submitted: auto-generated');
	});

	it('is sent once a day, whichever of two processes looks, and not again the day after', async () => {
		const { db, keysFolder } = municipality();
		await told(db, 'leader', ['leader']);
		await Promise.all([turn(db, TODAY, keysFolder), turn(db, TODAY, keysFolder)]);
		await turn(db, TODAY, keysFolder);
		await turn(db, '2026-02-21', keysFolder);
		expect(relay.mails).toHaveLength(1);
	});

	it('comes again when something new waits, and after a week of the same', async () => {
		const { db, keysFolder } = municipality();
		const user = await told(db, 'leader', ['leader']);
		await turn(db, TODAY, keysFolder);
		await turn(db, '2026-02-26', keysFolder);
		expect(relay.mails).toHaveLength(1);
		await turn(db, '2026-02-27', keysFolder);
		expect(relay.mails).toHaveLength(2);
		users.setRoles(db, user.id, ['leader', 'administrator'], 'somebody');
		await turn(db, '2026-02-28', keysFolder);
		expect(relay.mails).toHaveLength(3);
		expect(textOf(relay.mails[2])).toContain('– Plan');
	});

	it('is tried again at later turns where the relay fails, and no more than so often a day', async () => {
		const { db, keysFolder } = municipality();
		await told(db, 'leader', ['leader']);
		const { SMTP_URL } = process.env;
		vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
		await turn(db, TODAY, keysFolder);
		vi.stubEnv('SMTP_URL', SMTP_URL);
		await turn(db, TODAY, keysFolder);
		await turn(db, TODAY, keysFolder);
		expect(relay.mails).toHaveLength(1);
		vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1');
		lines.length = 0;
		for (let n = 0; n < TRIES_A_DAY + 3; n++) await turn(db, '2026-02-27', keysFolder);
		expect(lines).toHaveLength(TRIES_A_DAY);
		expect(JSON.parse(lines[0] ?? '')).toMatchObject({
			event: 'notices',
			municipality: 'stevns',
			kind: 'mail-ESOCKET'
		});
	});

	it('is not held up by an address that the relay refuses, and no line says which', async () => {
		const { db, keysFolder } = municipality();
		await told(db, 'gone', ['leader']);
		await told(db, 'leader', ['leader']);
		refuses = (address) => address.startsWith('gone');
		await turn(db, TODAY, keysFolder);
		await turn(db, TODAY, keysFolder);
		expect(receivers()).toEqual(['leader@stevns.example']);
		expect(lines).toHaveLength(1);
		expect(lines.join()).not.toMatch(/gone|@|550/);
	});

	it('says no password, and never throws', async () => {
		const { db, keysFolder } = municipality();
		await told(db, 'leader', ['leader']);
		vi.stubEnv('SMTP_URL', `smtp://svar:wrong-${SECRET}@127.0.0.1:${relay.port}`);
		await turn(db, TODAY, keysFolder);
		db.close();
		await turn(db, TODAY, keysFolder);
		expect(relay.mails).toHaveLength(0);
		expect(lines.join()).not.toContain(SECRET);
		expect(lines).toHaveLength(2);
	});

	it('is for nobody in a demo, where anybody signs in', async () => {
		const { db, keysFolder } = municipality();
		await told(db, 'leader', ['leader']);
		vi.stubEnv('DEMO', '1');
		await turn(db, TODAY, keysFolder);
		expect(relay.mails).toHaveLength(0);
	});

	it('ends, and the address with it, when access does, or nobody has signed in for half a year', async () => {
		const { db } = municipality();
		const [away, here, gone] = [
			await told(db, 'away', ['leader']),
			await told(db, 'here', ['leader']),
			await told(db, 'gone', ['leader'])
		];
		for (const { id } of [away, here, gone])
			audit.log(db, { who: id, what: 'signed-in', day: TODAY });
		audit.log(db, { who: here.id, what: 'signed-in', day: '2026-06-01' });
		await someone(db, { name: 'admin', roles: ['administrator'] });
		users.deactivate(db, gone.id, here.id);
		retention.erase(db, '2026-08-19');
		expect(addresses.all(db).map(({ user }) => user)).toEqual([away.id, here.id].sort());
		retention.erase(db, '2026-08-20');
		expect(addresses.all(db).map(({ user }) => user)).toEqual([here.id]);
		expect(db.prepare('select count(*) from notice_address').pluck().get()).toBe(1);
	});

	it('takes an address, and nothing that could be more', () => {
		const taken = (text: string) => addresses.Address.safeParse(text).success;
		expect(taken(' karen@stevns.dk ')).toBe(true);
		const wrong = ['karen', 'a@b.dk, c@d.dk', 'Karen <a@b.dk>', 'a@b.dk\r\nBcc: c@d.dk', ''];
		expect(wrong.filter(taken)).toEqual([]);
	});
});

it('has nothing to send where nothing is configured', async () => {
	vi.stubEnv('SMTP_URL', '');
	vi.stubEnv('SMTP_FROM', '');
	const db = openFile(':memory:');
	await told(db, 'leader', ['leader']);
	await turn(db);
	expect(db.prepare('select count(*) from notice_turn').pluck().get()).toBe(0);
});
