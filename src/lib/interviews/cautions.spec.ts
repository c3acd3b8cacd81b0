import { expect, it } from 'vitest';
import { cautions, mayBeSent } from './cautions.ts';

const passages = [
	{ quote: 'own-words', text: 'Jeg måtte fortælle det hele forfra til den tredje sagsbehandler.' },
	{ quote: 'verbatim', text: 'For første gang blev jeg spurgt, hvad jeg selv ville.' },
	{ quote: 'no', text: 'Min datter blev syg i marts, og så gik det hele i stå for mig.' }
] as const;

it('finds what a citizen said and has not let us quote, with or without quotation marks', () => {
	const found = cautions(
		'En fortæller: »måtte fortælle det hele forfra til den tredje« – og datter blev syg i marts, og.',
		passages
	);
	expect(found.copied).toEqual([
		'måtte fortælle det hele forfra til den tredje',
		'datter blev syg i marts og'
	]);
	expect(mayBeSent(found)).toBe(false);
});

it('lets quotes pass that are allowed, and our own words', () => {
	const found = cautions(
		'"For første gang blev jeg spurgt, hvad jeg selv ville." Flere må fortælle det forfra.',
		passages
	);
	expect(found).toEqual({ numbers: [], copied: [], names: [] });
	expect(mayBeSent(found)).toBe(true);
});

it('finds numbers, and names to look at', () => {
	const found = cautions('Ring 22 33 44 55. Vi talte om Mette Hansen.', []);
	expect(found.numbers).toEqual(['22 33 44 55']);
	expect(found.names).toEqual(['Mette Hansen']);
	expect(mayBeSent(found)).toBe(false);
	expect(mayBeSent({ numbers: [], copied: [], names: ['Mette Hansen'] })).toBe(true);
});
