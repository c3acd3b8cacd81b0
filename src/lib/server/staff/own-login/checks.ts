import { X509Certificate } from 'node:crypto';
import * as calendar from '../../../calendar.ts';
import { isReachable } from '../oidc.ts';
import { ROLES, type Role } from '../access/role.ts';
import type { OwnLogin } from './configuration.ts';

/** Renewing a certificate takes a municipality weeks. */
const EXPIRY_DAYS = 60;

/** What can be seen of a login before anyone has tried it: each has its Danish words in the staff messages. */
export type Check = { name: CheckName; verdict: 'right' | 'look' | 'wrong'; about: string };
type CheckName =
	| 'address-secure'
	| 'login-answers'
	| 'login-certificate'
	| 'own-certificate'
	| 'coming-certificate'
	| 'sign-out'
	| 'second-factor'
	| 'administrator'
	| 'leader';

/** @param intern the whole address of the municipality's staff pages */
export async function checksOf(
	login: OwnLogin,
	{ intern, today }: { intern: URL; today: calendar.Day }
): Promise<Check[]> {
	const isHere = ['127.0.0.1', 'localhost'].includes(intern.hostname);
	return [
		check('address-secure', intern.protocol === 'https:' || isHere, intern.origin),
		...(login.kind === 'saml' ? samlChecks(login, today) : await oidcChecks(login)),
		...(['administrator', 'leader'] as const).map((role) => roleCheck(login, role))
	];
}

function samlChecks(login: OwnLogin & { kind: 'saml' }, today: calendar.Day): Check[] {
	const [own, coming] = login.pairs;
	return [
		...login.provider.certificates.map((pem) => expiry('login-certificate', pem, today)),
		expiry('own-certificate', own.certificate, today),
		...(coming ? [expiry('coming-certificate', coming.certificate, today)] : []),
		check('sign-out', login.provider.signOut !== undefined, login.provider.entityId, 'look')
	];
}

async function oidcChecks(login: OwnLogin & { kind: 'oidc' }): Promise<Check[]> {
	const { answers, signsOut } = await isReachable(login);
	return [
		check('login-answers', answers, login.issuer),
		check('sign-out', signsOut, login.issuer, 'look'),
		check('second-factor', login.acr !== undefined, login.acr?.join(', ') ?? '', 'look')
	];
}

const check = (
	name: CheckName,
	isRight: boolean,
	about: string,
	otherwise: 'look' | 'wrong' = 'wrong'
): Check => ({ name, verdict: isRight ? 'right' : otherwise, about });

function expiry(name: CheckName, pem: string, today: calendar.Day): Check {
	const ends = new X509Certificate(pem).validToDate.toISOString().slice(0, 10);
	const verdict =
		ends < today ? 'wrong' : ends < calendar.addDays(today, EXPIRY_DAYS) ? 'look' : 'right';
	return { name, verdict, about: ends };
}

/** Without a name for it there, nobody can have the role here. */
const roleCheck = (login: OwnLogin, role: 'administrator' | 'leader'): Check =>
	check(role, namesOf(login, role).length > 0, namesOf(login, role).join(', '), 'look');

const namesOf = (login: OwnLogin, role: Role): string[] =>
	Object.entries(login.roles)
		.filter(([, given]) => given === role)
		.map(([name]) => name);

/** Each of our roles, and by which names the login gives it. */
export const namesByRole = (login: OwnLogin): { role: Role; names: string[] }[] =>
	ROLES.map((role) => ({ role, names: namesOf(login, role) }));
