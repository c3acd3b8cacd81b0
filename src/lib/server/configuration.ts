import { lstatSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isLanguage } from '../i18n/messages.ts';
import * as environment from './core/environment.ts';
import * as placement from './core/placing/placement.ts';
import { FOLDERS } from './core/variables.ts';
import { areApart } from './halves/apart.ts';
import { faults as faultsOfKeys } from './jobindsats/access.ts';
import { faults as faultsOfNotices } from './notices/access.ts';
import * as plans from './plan/plans.ts';
import { faults as faultsOfLogins } from './staff/own-login/configuration.ts';

/**
 * Everything that is said to the server from outside is read and judged before anybody is answered: what is wrong is found by
 * whoever starts it, all of it at once, and not by the first who signs in.
 *
 * @returns each fault with the variable or the path, and the reason
 */
export const faults = (): string[] => [
	...environment.faults(),
	...faultsOfPlaces(),
	...placement.faults(municipalities()),
	...faultsOfLanguages(),
	...faultsOfLogins(
		{ OIDC_FILE: environment.said('OIDC_FILE'), SAML_FILE: environment.said('SAML_FILE') },
		municipalities()
	),
	...faultsOfNotices(municipalities()),
	...faultsOfKeys(environment.said('JOBINDSATS_FILE'), municipalities())
];

const municipalities = (): string[] => plans.all().map(({ municipality }) => municipality);

/** @throws with all the faults there are */
export function judge(): void {
	const wrong = faults();
	if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

/** What can be used as it is, and yet is hardly meant so. */
export function doubts(): string[] {
	const { ORIGIN, PROTOCOL_HEADER, HOST_HEADER, ADDRESS_HEADER } = environment.environment();
	const isBehindProxy = ORIGIN.startsWith('https:') || PROTOCOL_HEADER || HOST_HEADER;
	const ofProxy =
		isBehindProxy && !ADDRESS_HEADER
			? [
					'ADDRESS_HEADER: is not set, and this is behind a proxy: all who come by it share the limits of one. ' +
						'Name the header in which the proxy writes who asks.'
				]
			: [];
	return [...ofProxy, ...placement.doubts(municipalities())];
}

/** Where files and keys lie: folders, each its own. A municipality that cannot be opened in them is that one's trouble. */
function faultsOfPlaces(): string[] {
	const given = (['DATA_DIR', 'KEYS_DIR'] as const).map(
		(name) => [name, resolve(environment.said(name) ?? FOLDERS[name])] as const
	);
	const [[, data] = ['', ''], [, keys] = ['', '']] = given;
	const wrong = given.flatMap(([name, path]) => {
		const reason = reasonAgainst(path);
		return reason ? [`${name}: ${path} ${reason}`] : [];
	});
	if (wrong.length > 0 || areApart(data, keys)) return wrong;
	return ['KEYS_DIR: must be another folder than DATA_DIR, and neither may lie in the other'];
}

/** One that is not there is made, where it can be. */
function reasonAgainst(path: string): string | undefined {
	try {
		let nearest = path;
		while (!isThere(nearest) && nearest !== dirname(nearest)) nearest = dirname(nearest);
		const found = statSync(nearest, { throwIfNoEntry: false });
		if (!found) return `cannot be made: ${nearest} is a link that leads nowhere`;
		if (found.isDirectory()) return undefined;
		return nearest === path ? 'is a file, and no folder' : `lies in ${nearest}, which is a file`;
	} catch (error) {
		return `cannot be read (${(error as NodeJS.ErrnoException).code})`;
	}
}

/** Also a link that leads nowhere: nothing can be made in its place. */
function isThere(path: string): boolean {
	try {
		return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
		throw error;
	}
}

function faultsOfLanguages(): string[] {
	const unknown = (environment.said('EXTRA_LANGUAGES') ?? '')
		.split(',')
		.find((code) => code !== '' && !isLanguage(code));
	return unknown === undefined ? [] : [`EXTRA_LANGUAGES: there is no language "${unknown}"`];
}
