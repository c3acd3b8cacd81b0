import type { InitiativeState } from '../../../goals/initiative.ts';

type Heard = {
	heard: string;
	does: string;
	state: InitiativeState;
	/** Weeks from today; before it, where it is past. */
	due: number;
	why?: string;
};

/** What the demo's citizens have said, and what became of it. All invented. */
export const HEARD: readonly Heard[] = [
	{
		heard: 'Jeg ved ikke, hvem jeg skal ringe til.',
		does: 'Alle breve slutter nu med et navn og et nummer, der går direkte til en, som kender sagen.',
		state: 'done',
		due: -10
	},
	{
		heard: 'Jeg måtte fortælle det hele forfra, da jeg fik en ny sagsbehandler.',
		does: 'En ny sagsbehandler læser sagen og ringer, inden den første samtale.',
		state: 'doing',
		due: 9
	},
	{
		heard: 'Brevene er svære at forstå.',
		does: 'Vi skriver de ti breve om, som flest får, og lader borgere læse dem først.',
		state: 'agreed',
		due: -3
	},
	{
		heard: 'Man kan høre alt gennem væggen i samtalerummene.',
		does: 'Vi har sat støjdæmpende plader op i tre rum.',
		state: 'cannot',
		due: -20,
		why: 'Det kan vi ikke ændre i de andre rum, fordi vi lejer dem, og ejeren ikke vil bygge om.'
	},
	{
		heard: 'Der går for længe mellem samtalerne.',
		does: 'Man kan selv bede om en samtale inden for to uger.',
		state: 'idea',
		due: 14
	},
	{
		heard: 'Jeg ville gerne have min søster med.',
		does: 'Det står nu i indkaldelsen, at man må tage en med.',
		state: 'done',
		due: -16
	},
	{
		heard: 'Det ville være rart med åbent om aftenen.',
		does: 'Vi prøvede at holde åbent til kl. 19 om torsdagen.',
		state: 'dropped',
		due: -24,
		why: 'Der kom under fem om aftenen, så vi bruger tiden på at ringe op i stedet.'
	}
];
