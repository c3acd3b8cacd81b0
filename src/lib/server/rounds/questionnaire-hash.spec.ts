import { describe, expect, it } from 'vitest';
import type { Item } from '../../survey/questionnaire.ts';
import { all, find } from '../plan/plans.ts';
import { itemHash, questionnaireHash } from './questionnaire-hash.ts';

const item: Item = {
	id: 'a',
	text: { da: 'Jeg blev hørt', en: 'I was heard' },
	scale: 'agreement',
	source: { kind: 'ours', why: 'prøve' },
	promises: []
};

describe('a questionnaire is named by the hash of its content', () => {
	const hash = questionnaireHash({ items: [item] });

	it('is sixteen hex digits that stay the same from one run to the next', () => {
		expect(hash).toBe('271b51bc6c39625b');
	});

	it('does not change with the order of writing, the source or the promises', () => {
		const rewritten: Item = {
			promises: ['heard'],
			source: { kind: 'ours', why: 'en bedre grund' },
			scale: 'agreement',
			text: { en: 'I was heard', da: 'Jeg blev hørt' },
			id: 'a'
		};
		expect(questionnaireHash({ items: [rewritten] })).toBe(hash);
	});

	it.each<[string, Item[]]>([
		['a word', [{ ...item, text: { ...item.text, da: 'Jeg blev lyttet til' } }]],
		['a word in another language', [{ ...item, text: { ...item.text, en: 'They listened' } }]],
		['the scale', [{ ...item, scale: 'satisfaction' }]],
		['an id', [{ ...item, id: 'b' }]],
		['the key item', [{ ...item, key: true }]],
		['the order of items', [{ ...item, id: 'b' }, item]]
	])('changes with %s', (_, items) => {
		const before = items.length > 1 ? questionnaireHash({ items: [...items].reverse() }) : hash;
		expect(questionnaireHash({ items })).not.toBe(before);
	});

	it('differs between all questionnaires of the plans', () => {
		const asked = all().flatMap((plan) => plan.questionnaires);
		// A plan may ask what another does, word for word; then it is the same questionnaire.
		const contents = new Set(asked.map(({ items }) => JSON.stringify(items)));
		expect(new Set(asked.map(questionnaireHash)).size).toBe(contents.size);
	});
});

describe('a statement is named by wording and scale', () => {
	const hashOf = (municipality: string, id: string): string | undefined => {
		const items = find(municipality)?.questionnaires.flatMap((each) => each.items) ?? [];
		const found = items.find((each) => each.id === id);
		return found && itemHash(found);
	};

	it('is the same in two plans that ask the same', () => {
		expect(hashOf('vejen', 'makes-sense')).toMatch(/^[0-9a-f]{16}$/);
		expect(hashOf('vejen', 'makes-sense')).toBe(hashOf('glostrup', 'makes-sense'));
		expect(hashOf('glostrup', 'overall')).toBe(hashOf('slagelse', 'overall'));
	});

	it('keeps key items apart when they ask about different things', () => {
		const hashes = ['vejen', 'glostrup', 'soenderborg'].map((name) => hashOf(name, 'overall'));
		expect(new Set(hashes).size).toBe(3);
	});

	it('is one hash for each Danish wording: no plan translates a shared statement its own way', () => {
		const hashes = new Map<string, Set<string>>();
		for (const each of all().flatMap((plan) => plan.questionnaires.flatMap((q) => q.items))) {
			const wording = `${each.scale}: ${each.text.da}`;
			hashes.set(wording, (hashes.get(wording) ?? new Set()).add(itemHash(each)));
		}
		const torn = [...hashes].filter(([, variants]) => variants.size > 1);
		expect(torn).toEqual([]);
	});
});
