import type { Compliance } from '../../src/lib/server/rounds/compliance.ts';

/** All that a municipality must have decided, invented. */
export const entered: Compliance = {
	controller: 'Prøve Kommune',
	controllerContact: 'Rådhusvej 1, 9999 Prøve, kommunen@proeve.example',
	telephone: '56 57 57 57',
	basis: '6-1-e',
	basisRule: 'Opgave i samfundets interesse: opfølgning på beskæftigelsesplanen.',
	special: '9-2-g',
	specialReason: 'En kommentar kan fortælle om helbred, selv om vi ikke spørger om det.',
	dpoName: 'Dorte Prøve',
	dpoContact: 'dpo@proeve.example',
	assessedOn: '2026-04-01',
	operation: 'processor',
	processor: 'Driftsfirmaet Prøve ApS',
	transfers: '',
	agreedOn: '2026-03-01',
	archive: 'Tallene bevares med rapporten. Kommentarer kasseres efter aftale med arkivet.'
};
