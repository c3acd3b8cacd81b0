import { createTransport } from 'nodemailer';
import type { Relay } from './access.ts';

const CONNECT_SECONDS = 10;
const QUIET_SECONDS = 20;

export type Mail = { to: string; subject: string; text: string };
/** `refused`: this one address is of no use today. `away`: nothing can be sent now. */
export type Posted = { ok: true } | { ok: false; reason: 'refused' | 'away'; kind: string };

/** By the configured relay alone, over TLS where it is another machine. */
export async function mail({ url, from }: Relay, { to, subject, text }: Mail): Promise<Posted> {
	let transport: ReturnType<typeof transportTo> | undefined;
	try {
		transport = transportTo(url);
		await transport.sendMail({
			from,
			to,
			subject,
			text,
			// Nobody's absence answers it.
			headers: { 'Auto-Submitted': 'auto-generated' }
		});
		return { ok: true };
	} catch (problem) {
		const code = codeOf(problem);
		return { ok: false, reason: code === 'EENVELOPE' ? 'refused' : 'away', kind: code };
	} finally {
		transport?.close();
	}
}

function transportTo(url: URL) {
	const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
	const secure = url.protocol === 'smtps:';
	return createTransport({
		host: url.hostname.replace(/^\[|\]$/g, ''),
		port: Number(url.port) || (secure ? 465 : 587),
		secure,
		requireTLS: !secure && !isHere,
		...(url.username && {
			auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
		}),
		dnsTimeout: CONNECT_SECONDS * 1000,
		connectionTimeout: CONNECT_SECONDS * 1000,
		greetingTimeout: CONNECT_SECONDS * 1000,
		socketTimeout: QUIET_SECONDS * 1000,
		// What it is given is text, and never a file or an address to fetch.
		disableFileAccess: true,
		disableUrlAccess: true
	});
}

/** JSON to an address of the municipality's own; a way on is not followed. */
export async function webhook(address: string, told: object): Promise<Posted> {
	try {
		const reply = await fetch(address, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(told),
			redirect: 'manual',
			signal: AbortSignal.timeout(CONNECT_SECONDS * 1000)
		});
		await reply.body?.cancel();
		return reply.ok ? { ok: true } : { ok: false, reason: 'away', kind: `HTTP-${reply.status}` };
	} catch (problem) {
		return { ok: false, reason: 'away', kind: codeOf(problem) };
	}
}

/** The kind of it, without the words: those of a relay may quote an address. */
function codeOf(problem: unknown): string {
	if (!(problem instanceof Error)) return typeof problem;
	const { code } = problem as NodeJS.ErrnoException;
	return typeof code === 'string' && /^[A-Z_]{2,30}$/.test(code) ? code : problem.name;
}
