import type { Words } from './arguments.d.ts';

type Citizen = Words['citizen'];

/** Of the form's words, those that are said before anything is asked. */
const OPENING = [
	'title',
	'start',
	'promise',
	'nobody',
	'counted',
	'commentRead',
	'more',
	'codeThat',
	'one',
	'begin'
] as const;

/** What every citizen's page needs of the messages, so that a first visit need not fetch the rest. */
export type Frame = Pick<Citizen, 'layout' | 'error'> & {
	form: Pick<Citizen['form'], (typeof OPENING)[number]>;
};

/** @throws when the messages have no such part: a bug, as the other languages are held to Danish. */
export function frameOf(messages: object): Frame {
	const { layout, error, form } = messages as Citizen;
	const opening = Object.fromEntries(OPENING.map((key) => [key, form[key]]));
	return { layout, error, form: opening as Frame['form'] };
}
