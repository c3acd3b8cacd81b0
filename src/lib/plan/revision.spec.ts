import { describe, expect, it } from 'vitest';
import type { Item, Questionnaire } from '../survey/questionnaire.ts';
import { freeId, revise, type Asked } from './revision.ts';

const source = { kind: 'ours', why: 'prøve' } as const;
const item = (id: string, da: string, more: Partial<Item> = {}): Item => ({
	id,
	text: { da },
	scale: 'agreement',
	source,
	promises: [],
	...more
});
const talk: Questionnaire = {
	id: 'samtale',
	name: { da: 'Efter samtalen' },
	items: [item('heard', 'Jeg blev hørt'), item('clear', 'Det var klart')]
};
const long: Questionnaire = { ...talk, id: 'udvidet', name: { da: 'Det hele' } };
const reworded: Questionnaire = {
	...talk,
	items: [item('heard', 'Jeg blev lyttet til'), talk.items[1]!]
};

const nobody: Asked = { isUsed: () => false, questionnaires: [] };
const aRound: Asked = { isUsed: (each) => each.id === 'samtale', questionnaires: [talk] };

describe('an edited questionnaire', () => {
	it('takes the old one’s place while no round has asked it', () => {
		const revised = revise([talk], 'samtale', reworded, nobody);
		expect(revised).toEqual({
			questionnaires: [reworded],
			id: 'samtale',
			isNew: false
		});
	});

	it('is a new one beside the old once a round has, and its new words get an id of their own', () => {
		const { questionnaires, id, isNew } = revise([talk], 'samtale', reworded, aRound);
		expect([id, isNew]).toEqual(['samtale-2', true]);
		expect(questionnaires.map((each) => each.id)).toEqual(['samtale-2', 'samtale']);
		expect(questionnaires[0]?.items.map((each) => each.id)).toEqual(['heard-2', 'clear']);
		expect(questionnaires[1]).toEqual({ ...talk, retired: true });
	});

	it.each<[string, Partial<Item>]>([
		['a word in another language', { text: { da: 'Jeg blev hørt', en: 'I was heard' } }],
		['the scale', { scale: 'satisfaction' }],
		['which one is the key', { key: true }]
	])('is a new one when a round has asked it and %s changes', (_what, change) => {
		const edited = { ...talk, items: [item('heard', 'Jeg blev hørt', change), talk.items[1]!] };
		expect(revise([talk], 'samtale', edited, aRound).isNew).toBe(true);
	});

	it('keeps its id and place when only name, source or promise is mended', () => {
		const mended: Questionnaire = {
			...talk,
			name: { da: 'Efter din samtale' },
			items: [item('heard', 'Jeg blev hørt', { promises: ['listen'] }), talk.items[1]!]
		};
		expect(revise([talk], 'samtale', mended, aRound)).toEqual({
			questionnaires: [mended],
			id: 'samtale',
			isNew: false
		});
	});

	it('never shares an id with other words in another questionnaire', () => {
		const [first] = revise([talk, long], 'samtale', reworded, nobody).questionnaires;
		expect(first?.items.map((each) => each.id)).toEqual(['heard-2', 'clear']);
	});

	it('takes the id of the same words elsewhere, so that they can be compared', () => {
		const other: Questionnaire = {
			...long,
			items: [item('lyttet', 'Jeg blev lyttet til'), item('heard', 'Jeg blev hørt')]
		};
		const [first] = revise([talk, other], 'samtale', reworded, nobody).questionnaires;
		expect(first?.items[0]?.id).toBe('lyttet');
	});

	it('is put last when it is new, and two alike in it are told apart', () => {
		const twins = { ...talk, items: [item('ny', 'Et'), item('ny', 'To')] };
		const { questionnaires, isNew } = revise([talk], 'ny', twins, nobody);
		expect(isNew).toBe(true);
		expect(questionnaires[1]?.items.map((each) => each.id)).toEqual(['ny', 'ny-2']);
	});
});

it('counts on where a name is taken', () => {
	expect(freeId('a', [])).toBe('a');
	expect(freeId('a', ['a', 'a-2'])).toBe('a-3');
	expect(freeId('a-2', ['a-2'])).toBe('a-3');
});
