import { expect, it } from 'vitest';
import { placeOf, sectionOf } from './place.ts';

const citizen = '/[municipality]/[[lang=lang]]/(citizen)';
const open = '/[municipality]/[[lang=lang]]/(public)';

it.each([
	[citizen, true],
	[`${citizen}/dit-svar`, true],
	[`${citizen}/svar/[round]/tak`, true],
	[`${open}/resultater/[[round]]`, true],
	[`${open}/mit-billede/tal`, true],
	[`${citizen}/svar/[round]`, false],
	[`${citizen}/k`, false],
	[`${citizen}/mit-billede`, false],
	[`${citizen}/mit-billede/omraader/[area]`, false]
])('%s can be loaded anew without disturbing anybody: %s', (route, isCalm) => {
	expect(placeOf(route).isCalm).toBe(isCalm);
});

it('leaves the telling to the thanks', () => {
	expect(placeOf(`${citizen}/svar/[round]/tak`).tellsOfSending).toBe(true);
	expect(placeOf(`${citizen}/svar/[round]`).tellsOfSending).toBe(false);
});

it.each([
	['/stevns/mit-billede', 'mit-billede'],
	['/stevns/en/mit-billede/omraader/penge', 'mit-billede'],
	['/stevns/let/mit-billede', 'mit-billede'],
	['/stevns/tablet', 'tablet'],
	['/stevns', undefined],
	['/stevns/intern/tablet', undefined],
	['/stevns/svar/tablet', undefined]
])('%s is of the section %s', (path, section) => {
	expect(sectionOf(path)).toBe(section);
});
