import { expect, it } from 'vitest';
import { after, counts, hasFallen, NOTES, STANDINGS, type Note, type Standing } from './calls.ts';

const _ = undefined;
/** Every standing with every note, in the order of NOTES. */
const TABLE: { [standing in Standing]: (Standing | undefined)[] } = {
	//            yes    no    not-reached    known    hold    withdraw
	drawn: ['yes', 'no', 'not-reached', 'known', _, _],
	yes: [_, 'no', 'not-reached', 'known', 'held', _],
	no: [_, _, _, _, _, _],
	'not-reached': ['yes', 'no', _, 'known', _, _],
	known: [_, _, _, _, _, _],
	held: [_, _, _, _, _, 'withdrew'],
	withdrew: [_, _, _, _, _, _]
};

it.each(STANDINGS.flatMap((standing) => NOTES.map((note) => [standing, note] as const)))(
	'%s, then %s',
	(standing: Standing, note: Note) =>
		expect(after(standing, note)).toBe(TABLE[standing][NOTES.indexOf(note)])
);

it('asks somebody else when one has fallen away, but not for one who was heard', () => {
	expect(STANDINGS.filter(hasFallen)).toEqual(['no', 'not-reached', 'known']);
});

it('counts who was asked, and what came of it', () => {
	expect(
		counts(['drawn', 'known', 'yes', 'no', 'no', 'not-reached', 'held', 'held', 'withdrew'])
	).toEqual({
		drawn: 9,
		known: 1,
		asked: 7,
		yes: 4,
		no: 2,
		notReached: 1,
		held: 3,
		withdrew: 1
	});
});
