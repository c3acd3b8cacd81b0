import { describe, expect, it } from 'vitest';
import { decoded, meantBy } from './address.ts';

const PLACES = [
	{ municipality: 'stevns', name: 'Stevns' },
	{ municipality: 'soenderborg', name: 'Sønderborg' },
	{ municipality: 'vejen', name: 'Vejen Kommune' },
	{ municipality: 'aabenraa', name: 'Aabenraa' }
];
const meant = (path: string) => meantBy(path, PLACES);
/** As it comes to the server. */
const sent = (path: string) => new URL(path, 'https://example.dk').pathname;

describe('an address as people type it', () => {
	it.each([
		['/Stevns', '/stevns'],
		['/STEVNS', '/stevns'],
		['/stevns.', '/stevns'],
		['/stevns/', '/stevns'],
		['/stevns,', '/stevns'],
		['/stevns).', '/stevns'],
		['/stevns/k.', '/stevns/k'],
		['/stevns/K', '/stevns/k'],
		['/stevns//k', '/stevns/k'],
		['/Stevns Kommune', '/stevns'],
		['/stevns-kommune/k', '/stevns/k'],
		['/stevnskommune', '/stevns'],
		['/vejen', undefined],
		['/vejen kommune', '/vejen'],
		['/STEVNS/SVAR/2026-05', '/stevns/svar/2026-05'],
		['/stevns/svar/2026-05.', '/stevns/svar/2026-05'],
		['/Stevns/EN/K', '/stevns/en/k'],
		['/sønderborg', '/soenderborg'],
		['/Sønderborg', '/soenderborg'],
		['/sonderborg', '/soenderborg'],
		['/sönderborg', '/soenderborg'],
		['/so\u0308nderborg', '/soenderborg'],
		['/SØNDERBORG/K', '/soenderborg/k'],
		['/sønderborg/resultater/løfter', '/soenderborg/resultater/loefter'],
		['/åbenrå', '/aabenraa'],
		['/stevns/Mit billede', '/stevns/mit-billede'],
		['/stevns/Mit%20Billede', '/stevns/mit-billede'],
		['/STEVNS/RESULTATER/2026-05/TEAM/2026-q2', '/stevns/resultater/2026-05/team/2026-Q2'],
		['/stevns/resultater/2026-05/team/2026-Q2', undefined],
		['/Stevns/Intern/Log-ind', '/stevns/intern/log-ind'],
		['/“stevns”', '/stevns'],
		['/stevns\u200b', '/stevns'],
		['/stevns/%', '/stevns/%25'],
		['/stevns', undefined],
		['/stevns/k', undefined],
		['/kolding', undefined],
		['/', undefined],
		['/.', undefined],
		['/_app/version.json', undefined]
	])('%s is %s', (path, right) => {
		expect(meant(sent(path))).toBe(right);
		if (right) expect(meant(right), 'and there it ends').toBeUndefined();
	});
});

it('reads what an address escapes, and leaves what is broken', () => {
	expect(decoded('/s%C3%B8nderborg')).toBe('/sønderborg');
	expect(decoded('/100%')).toBe('/100%');
	expect(decoded('/%E6ble%20%C3%A6')).toBe('/%E6ble æ');
});
