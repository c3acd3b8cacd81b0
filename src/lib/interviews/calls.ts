/** How it stands with someone who was drawn. `known`: chair or leader knows them, so somebody else is asked. */
export const STANDINGS = [
	'drawn',
	'yes',
	'no',
	'not-reached',
	'known',
	'held',
	'withdrew'
] as const;
export type Standing = (typeof STANDINGS)[number];

/** What can be noted about someone who was drawn. `hold` and `withdraw` come from the interview itself. */
export const NOTES = ['yes', 'no', 'not-reached', 'known', 'hold', 'withdraw'] as const;
export type Note = (typeof NOTES)[number];

const AFTER: { [standing in Standing]: { [note in Note]?: Standing } } = {
	drawn: { yes: 'yes', no: 'no', 'not-reached': 'not-reached', known: 'known' },
	// Plans change until the talk is held.
	yes: { no: 'no', 'not-reached': 'not-reached', known: 'known', hold: 'held' },
	'not-reached': { yes: 'yes', no: 'no', known: 'known' },
	no: {},
	known: {},
	held: { withdraw: 'withdrew' },
	withdrew: {}
};

/** The standing after a note, or undefined where it cannot be noted. */
export const after = (standing: Standing, note: Note): Standing | undefined =>
	AFTER[standing][note];

export const notesFor = (standing: Standing): Note[] =>
	NOTES.filter((note) => after(standing, note) !== undefined);

/** Whether somebody else is asked instead. Who withdrew has been heard: nobody is asked in their place. */
export const hasFallen = (standing: Standing): boolean =>
	standing === 'no' || standing === 'not-reached' || standing === 'known';

export type Counts = {
	drawn: number;
	known: number;
	/** Everyone whom we tried to ask, whatever they said. */
	asked: number;
	yes: number;
	no: number;
	notReached: number;
	held: number;
	withdrew: number;
};

/** The figures that stand beside every summary: of how many who were asked, how many were heard. */
export function counts(standings: readonly Standing[]): Counts {
	const of = (...wanted: Standing[]) => standings.filter((each) => wanted.includes(each)).length;
	return {
		drawn: standings.length,
		known: of('known'),
		asked: of('yes', 'no', 'not-reached', 'held', 'withdrew'),
		yes: of('yes', 'held', 'withdrew'),
		no: of('no'),
		notReached: of('not-reached'),
		held: of('held', 'withdrew'),
		withdrew: of('withdrew')
	};
}
