import type { BreakdownName } from '$lib/survey/round.ts';

/** Addresses are Danish, as the screens are. */
const BREAKDOWNS: { [name in BreakdownName]: string } = {
	team: 'team',
	situation: 'situation',
	'meeting-form': 'samtaleform',
	language: 'sprog'
};
const WHOLE_ROUND = 'hele';

/** `2026-Q2` → `2026-k2`, `2026-H1` → `2026-h1`, `round` → `hele`. */
export const unitAddress = (unit: string): string =>
	unit === 'round' ? WHOLE_ROUND : unit.replace('-Q', '-k').replace('-H', '-h');

export const unitIn = (address: string): string =>
	address === WHOLE_ROUND ? 'round' : address.replace('-k', '-Q').replace('-h', '-H');

export const breakdownAddress = (name: BreakdownName): string => BREAKDOWNS[name];

/** The breakdown that an address names; the address itself where there is none, which no round has. */
export const breakdownIn = (address: string): string =>
	Object.entries(BREAKDOWNS).find(([, slug]) => slug === address)?.[0] ?? address;
