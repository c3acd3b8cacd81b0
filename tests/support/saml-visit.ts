import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../../src/lib/server/core/database.ts';
import { read, type SamlLogin } from '../../src/lib/server/staff/own-login/configuration.ts';
import * as ours from '../../src/lib/server/staff/own-login/saml.ts';
import { metadataOf } from '../../src/lib/server/staff/own-login/service-provider.ts';
import * as saml from './saml-provider.ts';
import { writeFiles } from './saml-site.ts';

const ADDRESSES = ours.addressesOf('https://svar.stevns.example/stevns/intern');
export const LEADER = 'http://oejenhoejde.example/roles/usersystemrole/leder/1';
export const CHAIR = 'http://oejenhoejde.example/roles/usersystemrole/formand/1';
/** Without a cipher around it an answer can be tampered with. */
export const PLAIN = { isEncrypted: false };

const karen = (claims: saml.Claims = {}): saml.Claims => ({
	[saml.LEVEL]: 'Substantial',
	[saml.CVR]: '29208654',
	[saml.NAME]: 'Karen Holm',
	[saml.EMAIL]: 'karen@stevns.example',
	[saml.PRIVILEGES]: saml.privileges('29208654', [LEADER, 'http://andet.example/rolle']),
	...claims
});

/** Of an answer that was not even looked at. */
const REFUSED: ours.Come = {
	finished: { ok: false, reason: 'not-begun-here' },
	trial: false,
	flaw: 'not accepted'
};

/** A municipality with a SAML login, the login, and another that calls itself the same. */
export class SamlVisit {
	readonly now = new Date();

	private constructor(
		readonly idp: saml.SamlIdp,
		readonly stranger: saml.SamlIdp,
		readonly login: SamlLogin,
		readonly metadata: string
	) {}

	static async make(): Promise<SamlVisit> {
		const folder = mkdtempSync(join(tmpdir(), 'saml-'));
		const [idp, stranger, own] = await Promise.all([
			saml.SamlIdp.at('https://n2adgangsstyring.example'),
			saml.SamlIdp.at('https://n2adgangsstyring.example'),
			saml.pair('Øjenhøjde')
		]);
		const before = process.env.SAML_FILE;
		process.env.SAML_FILE = writeFiles(folder, idp, own);
		const login = read().stevns as SamlLogin;
		if (before === undefined) delete process.env.SAML_FILE;
		else process.env.SAML_FILE = before;
		rmSync(folder, { recursive: true });
		return new SamlVisit(idp, stranger, login, metadataOf(login, ADDRESSES));
	}

	/** Before each test: who there is, and what is said of them. */
	begin(claims: saml.Claims = {}): void {
		for (const { people } of [this.idp, this.stranger]) {
			people.clear();
			people.set('karen', karen(claims));
		}
	}

	readonly ask = (db: Db) =>
		ours.begin(db, this.login, { addresses: ADDRESSES, trial: false, now: this.now });

	readonly accept = (db: Db, answer: string, now = this.now) =>
		ours.accept(db, this.login, { answer, addresses: ADDRESSES, now });

	/** All the way, as a browser goes it; the answer may be tampered with on its way. */
	readonly signIn = async (
		db: Db,
		{
			from = this.idp,
			after = (answer: string) => answer,
			...how
		}: saml.Tampering & { from?: saml.SamlIdp; after?: (xml: string) => string } = {}
	): Promise<ours.Come> => {
		const { url, cookie } = await this.ask(db);
		const { SAMLResponse } = await from.answer(url, 'karen', this.metadata, how);
		const xml = after(Buffer.from(SAMLResponse, 'base64').toString('utf8'));
		const accepted = await this.accept(db, Buffer.from(xml).toString('base64'));
		if (!accepted) return REFUSED;
		return ours.finish(db, this.login, { ticket: accepted.ticket, cookie, now: this.now });
	};
}
