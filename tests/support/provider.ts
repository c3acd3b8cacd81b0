import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';

export const CLIENT = { clientId: 'oejenhoejde', clientSecret: 'only-for-tests' };
/** Another client of the same provider: its tokens are real, and not for us. */
export const OTHER = { clientId: 'nabo', clientSecret: 'only-for-tests-too' };

export type Claims = { [claim: string]: unknown };
export type Idp = {
	issuer: string;
	/** What the provider says of a person; the name is what they sign in with. */
	people: Map<string, Claims>;
	/** Set to a token to be sent instead of the right one: what a broken or hostile provider could do. */
	idTokenInstead: string | undefined;
	/** The latest ID token that left. */
	idToken: string | undefined;
	/** Signs in there as a browser would: from the address we were sent to, to the one we are sent back to. */
	signIn: (start: URL, person: string) => Promise<URL>;
	close: () => Promise<void>;
};

/** A real OpenID provider on loopback. */
export async function open(): Promise<Idp> {
	const server = createServer();
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const people = new Map<string, Claims>();
	const provider = new Provider(issuer, {
		clients: [CLIENT, OTHER].map(({ clientId, clientSecret }) => ({
			client_id: clientId,
			client_secret: clientSecret,
			redirect_uris: ['https://stevns.example/retur'],
			post_logout_redirect_uris: ['https://stevns.example/ud']
		})),
		claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
		conformIdTokenClaims: false,
		cookies: { keys: ['only-for-tests'] },
		findAccount: (_context, id) => ({
			accountId: id,
			claims: () => ({ sub: id, ...people.get(id) })
		})
	});
	// The port of the server under test is not known when the provider starts.
	provider.Client.prototype.redirectUriAllowed = () => true;
	provider.Client.prototype.postLogoutRedirectUriAllowed = () => true;
	const idp: Idp = {
		issuer,
		people,
		idTokenInstead: undefined,
		idToken: undefined,
		signIn: (start, person) => signIn(issuer, start, person),
		close: () =>
			new Promise((closed) => {
				server.closeAllConnections();
				server.close(() => closed());
			})
	};
	provider.use(async (context: KoaContextWithOIDC, next) => {
		await next();
		const { body } = context;
		if (context.path !== '/token' || typeof body !== 'object' || body === null) return;
		if (!('id_token' in body)) return;
		idp.idToken = String(body.id_token);
		if (idp.idTokenInstead) body.id_token = idp.idTokenInstead;
	});
	server.on('request', provider.callback());
	return idp;
}

async function signIn(issuer: string, start: URL, person: string): Promise<URL> {
	const jar = new Map<string, string>();
	let [url, body]: [URL, URLSearchParams | undefined] = [start, undefined];
	for (let step = 0; step < 20; step++) {
		const reply: Response = await fetch(url, {
			method: body ? 'POST' : 'GET',
			body,
			redirect: 'manual',
			headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }
		});
		for (const cookie of reply.headers.getSetCookie()) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			jar.set(name, value);
		}
		const to = reply.headers.get('location');
		if (to) {
			[url, body] = [new URL(to, url), undefined];
			if (url.origin !== issuer) return url;
			continue;
		}
		const page = await reply.text();
		const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
		const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
		if (!action || !prompt)
			throw new Error(
				`the provider shows no form: ${reply.status} ${/<pre>.*<\/pre>/.exec(page)?.[0]}`
			);
		url = new URL(action, url);
		body = new URLSearchParams({ prompt, login: person, password: 'x' });
	}
	throw new Error('the provider goes round in circles');
}
