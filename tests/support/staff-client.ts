import type { BrowserContext } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '../../src/lib/server/staff/access/role.ts';
import type { Site } from './site.ts';

export const PASSWORD = 'tre grønne hatte i blæst';

/** A staff member's browser without a screen: one cookie jar, forms, and no redirect followed unasked. */
export class StaffClient {
	readonly cookies = new Map<string, string>();
	/** The latest cookies as the server set them, attributes and all. */
	set: string[] = [];
	#secret = '';

	constructor(
		readonly site: Pick<Site, 'url' | 'file'>,
		readonly municipality: string,
		readonly headers: { [name: string]: string } = {}
	) {}

	address = (path: string): string => `${this.site.url}/${this.municipality}/intern${path}`;

	async get(path: string, headers: { [name: string]: string } = {}): Promise<Response> {
		return this.#send(this.address(path), { headers });
	}

	async post(
		path: string,
		fields: { readonly [name: string]: string | readonly string[] } = {},
		headers: { [name: string]: string } = {}
	): Promise<Response> {
		const body = new URLSearchParams();
		for (const [name, value] of Object.entries(fields)) {
			for (const each of [value].flat()) body.append(name, each);
		}
		return this.#send(this.address(path), {
			method: 'POST',
			body,
			headers: { origin: this.site.url, ...headers }
		});
	}

	/** Takes up an invitation, sets a second factor up and is in. */
	async takeUp(link: string): Promise<this> {
		const [, token = ''] = link.trim().split('#');
		await this.post('/invitation', { token, password: PASSWORD });
		const page = await (await this.get('/to-trin')).text();
		this.#secret = /class="[^"]*secret[^"]*">([^<]+)</.exec(page)?.[1]?.replace(/\s/g, '') ?? '';
		const reply = await this.post('/to-trin', { code: this.code() });
		if (reply.status !== 200) throw new Error(`not let in: ${reply.status}`);
		return this;
	}

	/** What the app shows now, or `steps` half minutes from now. */
	code = (steps = 0): string =>
		new TOTP({ secret: Secret.fromBase32(this.#secret) }).generate({
			timestamp: Date.now() + steps * 30_000
		});

	/** Their cookies to a browser with a screen, which forgets what it had. */
	async lend(context: BrowserContext): Promise<void> {
		await context.clearCookies();
		const { hostname: domain, pathname: path } = new URL(this.address(''));
		await context.addCookies(
			[...this.cookies].map(([name, value]) => ({ name, value, domain, path, httpOnly: true }))
		);
	}

	/** @returns the link that the new user is to be sent */
	async invite(name: string, roles: Role[]): Promise<{ link: string; id: string }> {
		const email = `${name.toLowerCase().replace(/[^a-z]/g, '')}@${this.municipality}.example`;
		const reply = await this.post('/brugere?/invite', { name, email, role: roles });
		const page = await reply.text();
		const link = /value="(http[^"]+#[\w-]+)"/.exec(page)?.[1];
		if (!link) throw new Error(`no invitation: ${reply.status}`);
		const file = this.site.file(this.municipality);
		const id = file
			.prepare<[string], string>('select id from user where email = ?')
			.pluck()
			.get(email);
		file.close();
		return { link, id: id ?? '' };
	}

	async #send(url: string, init: RequestInit): Promise<Response> {
		const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		const reply = await fetch(url, {
			...init,
			redirect: 'manual',
			headers: { accept: 'text/html', cookie, ...this.headers, ...init.headers }
		});
		const set = reply.headers.getSetCookie();
		if (set.length > 0) this.set = set;
		for (const line of set) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (value === '' || /max-age=0/i.test(line)) this.cookies.delete(name);
			else this.cookies.set(name, value);
		}
		return reply;
	}
}

/** The first administrator, named on the server and signed in. */
export async function administrator(site: Site, municipality: string): Promise<StaffClient> {
	const { out } = await site.command('admin', municipality, `admin@${municipality}.example`);
	return new StaffClient(site, municipality).takeUp(out.split('\n')[0] ?? '');
}

/** Someone invited with these roles, signed in. */
export async function colleague(
	by: StaffClient,
	name: string,
	roles: Role[]
): Promise<StaffClient> {
	const { link } = await by.invite(name, roles);
	return new StaffClient(by.site, by.municipality).takeUp(link);
}
