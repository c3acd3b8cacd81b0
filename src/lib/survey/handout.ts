import type { Text } from '../i18n/text.ts';
import type { ItemFace } from './questionnaire.ts';
import type { Round } from './round.ts';

/** A choice of the two "about" questions. */
export type Choice = { id: string; text: Text };

/** Someone to turn to after a bad meeting, in the plan's own order. */
export type Contact = { name: Text; note?: Text; telephone?: string; email?: string; url?: string };

/** A round as a citizen's device needs it; `nextFigures` is the next announced publication date. */
export type HandoutRound = Pick<
	Round,
	'id' | 'prefix' | 'name' | 'questionnaire' | 'opensOn' | 'closesOn' | 'channels'
> & { nextFigures: string | null };

/** All that a device needs in order to ask: one public document, the same for everybody. */
export type Handout = {
	version: 1;
	municipality: string;
	name: string;
	/** The day the server went by: a device's own clock does not decide whether a round is open. */
	today: string;
	/** Demo figures are invented, and every page says so. */
	demo: boolean;
	languages: string[];
	/** Of its own, where it has chosen: what stylesheets call its colours, and its logo below its own address. */
	colours?: { [name: string]: string };
	logo?: string;
	/** The municipality shows its results to its own staff and committee alone. */
	resultsClosed?: true;
	terms: { municipality: Text; caseworker: Text; meeting: Text };
	question: Text;
	promises: { id: string; text: Text }[];
	/** What citizens said and what came of it, as the municipality wrote it in Danish: the newest, and only what it shows. */
	answered?: { heard: string; does: string; why: string | null; state: string }[];
	/** Whether some of the plan's goals are shown to everybody. */
	hasGoals?: true;
	situations: Choice[];
	meetingForms: Choice[];
	contacts: Contact[];
	/** Open rounds first, then those closed within a year (their codes still deserve a kind page). */
	rounds: HandoutRound[];
	/** By hash, of the open rounds only; without sources. */
	questionnaires: { [hash: string]: HandoutQuestionnaire };
	key: { id: string; publicKey: string };
};
export type HandoutQuestionnaire = { items: ItemFace[] };

/** Where a device gets the handout: in one language, with what is asked in Danish too, or in every language, as a tablet needs it. */
export const handoutAddress = (municipality: string, language?: string): string =>
	`/${municipality}/api/v1/handout.json${language ? `?lang=${language}` : ''}`;
