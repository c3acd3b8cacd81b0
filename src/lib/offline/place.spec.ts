import { expect, it } from 'vitest';
import { placeOf } from './place.ts';

const citizen = '/[municipality]/[[lang=lang]]/(citizen)';
const open = '/[municipality]/[[lang=lang]]/(public)';

it.each([
	[citizen, true],
	[`${citizen}/dit-svar`, true],
	[`${citizen}/svar/[round]/tak`, true],
	[`${open}/resultater/[[round]]`, true],
	[`${citizen}/svar/[round]`, false],
	[`${citizen}/k`, false],
	[`${citizen}/mit-billede`, false],
	[`${citizen}/mit-billede/omraader/[area]`, false],
	['/[municipality]/[[lang=lang]]/tablet/borger', false]
])('%s can be loaded anew without disturbing anybody: %s', (route, isCalm) => {
	expect(placeOf(route).isCalm).toBe(isCalm);
});

it.each([
	[`${citizen}/mit-billede/omraader`, 'mit-billede'],
	[`${citizen}/mit-billede`, 'mit-billede'],
	['/[municipality]/tablet', 'tablet'],
	[`${open}/mit-billede/tal`, undefined],
	[citizen, undefined]
])('%s keeps the section %s on the device', (route, section) => {
	expect(placeOf(route).section).toBe(section);
});

it('leaves sending to the tablet and the telling to the thanks', () => {
	expect(placeOf('/[municipality]/tablet').isTablet).toBe(true);
	expect(placeOf(citizen).isTablet).toBe(false);
	expect(placeOf(`${citizen}/svar/[round]/tak`).tellsOfSending).toBe(true);
	expect(placeOf(`${citizen}/svar/[round]`).tellsOfSending).toBe(false);
});
