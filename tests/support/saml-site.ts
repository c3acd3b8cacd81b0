import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SamlIdp, type Pair } from './saml-provider.ts';

/** The files of a municipality's configuration, and the pair that is ours. */
export function writeFiles(
	folder: string,
	idp: SamlIdp,
	own: Pair,
	entry: { [name: string]: unknown } = {}
): string {
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'login.xml'), idp.metadata);
	writeFileSync(join(folder, 'own.crt'), own.certificate);
	writeFileSync(join(folder, 'own.key'), own.key);
	const path = join(folder, 'saml.json');
	const login = {
		metadata: 'login.xml',
		certificate: 'own.crt',
		key: 'own.key',
		entityId: 'https://saml.oejenhoejde.example/stevns',
		cvr: '29208654',
		label: 'Stevns Kommunes login',
		roles: {
			'http://oejenhoejde.example/roles/usersystemrole/leder/1': 'leader',
			'http://oejenhoejde.example/roles/usersystemrole/formand/1': 'chair',
			'http://oejenhoejde.example/roles/usersystemrole/administrator/1': 'administrator'
		},
		...entry
	};
	writeFileSync(path, JSON.stringify({ stevns: login }));
	return path;
}

/** The provider as a web site: a page with a button for each person, and a sign-out that answers at once. */
export async function open(): Promise<{ idp: SamlIdp; close: () => Promise<void> }> {
	const services = new Map<string, string>();
	const server = createServer((request, response) => {
		void serve(idp, services, request, response).catch((error: unknown) => {
			response.writeHead(500).end(String(error));
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const idp = await SamlIdp.at(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
	return {
		idp,
		close: () =>
			new Promise((closed) => {
				server.closeAllConnections();
				server.close(() => closed());
			})
	};
}

async function serve(
	idp: SamlIdp,
	services: Map<string, string>,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	const url = new URL(request.url ?? '/', idp.origin);
	// Handed in where the login is set up, here by the test: `/knows?metadata=…`.
	if (url.pathname === '/knows') {
		const address = url.searchParams.get('metadata') ?? '';
		services.set('stevns', await (await fetch(address)).text());
		response.end('ok');
		return;
	}
	const metadata = services.get('stevns') ?? '';
	if (url.pathname === '/slo') {
		if (url.searchParams.has('SAMLResponse')) {
			await idp.hearAnswer(url, metadata);
			response.end('signed out everywhere');
			return;
		}
		response.writeHead(303, { location: String(await idp.answerSignOut(url, metadata)) }).end();
		return;
	}
	const person = url.searchParams.get('person');
	const page = (body: string): void => {
		response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
	};
	if (person === null) {
		const fields = [...url.searchParams]
			.map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
			.join('');
		const buttons = [...idp.people.keys()]
			.map((name) => `<button name="person" value="${name}">${name}</button>`)
			.join('');
		page(`<form action="/sso">${fields}${buttons}</form>`);
		return;
	}
	url.searchParams.delete('person');
	const start = new URL(url);
	const answer = await idp.answer(start, person, metadata);
	page(
		`<form method="post" action="${answer.url.href}"><input type="hidden" name="SAMLResponse" value="${answer.SAMLResponse}"><button>Videre</button></form>`
	);
}
