import fc from 'fast-check';
import { expect, it } from 'vitest';
import { changes, type Change } from './changes.ts';

const marked = (before: string, after: string): string =>
	changes(before, after)
		.map(({ kind, text }) =>
			kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`
		)
		.join('');

it.each([
	['Ens.', 'Ens.', 'Ens.'],
	['Vi lytter godt.', 'Vi lytter mere.', 'Vi lytter -godt-+mere+.'],
	[
		'De fleste af dem er glade i dag.',
		'Fire af dem er glade i dag.',
		'-De fleste -+Fire +af dem er glade i dag.'
	],
	['En to tre.', 'Fem to seks.', '-En to tre-+Fem to seks+.'],
	['Et.\n\nTo.', 'Et.\n\nTo.\n\nTre.', 'Et.\n\nTo.+\n\nTre.+'],
	['', 'Ny.', '+Ny.+']
])('from %j to %j', (before, after, expected) => expect(marked(before, after)).toBe(expected));

it('always makes the one text and the other', () => {
	const word = fc.constantFrom('a', 'b', 'cd', '. ', ', ', ' ', '\n', 'æ');
	const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));
	const without = (all: Change[], kind: Change['kind']) =>
		all
			.filter((each) => each.kind !== kind)
			.map((each) => each.text)
			.join('');
	fc.assert(
		fc.property(text, text, (before, after) => {
			const all = changes(before, after);
			expect(without(all, 'added')).toBe(before);
			expect(without(all, 'removed')).toBe(after);
		})
	);
});
