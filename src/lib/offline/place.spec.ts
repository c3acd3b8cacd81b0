import { expect, it } from 'vitest';
import { placeOf, sectionsOf } from './place.ts';

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
	['/stevns/mit-billede', 'da', ['mit-billede']],
	['/stevns/en/mit-billede/omraader/penge', 'en', ['mit-billede', 'sprog-en']],
	['/stevns/let/mit-billede', 'let', ['mit-billede', 'sprog-let']],
	['/stevns/tablet', 'da', ['tablet']],
	['/stevns/ar', 'ar', ['sprog-ar']],
	['/stevns', 'da', []],
	['/stevns/intern/tablet', 'da', []],
	['/stevns/svar/tablet', 'da', []]
])('%s in %s is of the sections %j', (path, language, sections) => {
	expect(sectionsOf(path, language)).toEqual(sections);
});
