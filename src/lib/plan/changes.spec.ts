import { describe, expect, it } from 'vitest';
import stevns from './content/stevns.ts';
import vejen from './content/vejen.ts';
import { changes, lines } from './changes.ts';
import type { Plan } from './plan.ts';

const plan: Plan = vejen;

describe('what is otherwise in a later plan', () => {
	it('is nothing in the same', () => {
		expect(changes(plan, structuredClone(plan))).toEqual([]);
	});

	it('is told by entry, field and language', () => {
		const later = structuredClone(plan);
		later.teams[0]!.caseworkers = 9;
		later.questionnaires[0]!.items[1]!.text['en'] = 'I take part';
		later.question.da = 'Hvordan gik det?';
		expect(changes(plan, later)).toEqual([
			{
				part: 'words',
				entry: [],
				field: 'question',
				language: 'da',
				before: plan.question.da,
				after: 'Hvordan gik det?'
			},
			{
				part: 'questionnaires',
				entry: [plan.questionnaires[0]!.name.da, plan.questionnaires[0]!.items[1]!.text.da],
				field: 'text',
				language: 'en',
				before: plan.questionnaires[0]!.items[1]!.text['en'],
				after: 'I take part'
			},
			{
				part: 'teams',
				entry: ['Jobteamet'],
				field: 'caseworkers',
				language: null,
				before: '8',
				after: '9'
			}
		]);
	});

	it('shows what came and what went against nothing', () => {
		const later = { ...plan, teams: plan.teams.slice(1) };
		const found = changes(plan, later);
		expect(found.every(({ entry, after }) => entry[0] === 'Jobteamet' && after === '')).toBe(true);
		expect(changes(later, plan).map(({ after }) => after)).toContain('8');
	});

	it('tells of an order only where nothing came or went', () => {
		const later = { ...plan, teams: plan.teams.toReversed() };
		expect(changes(plan, later)).toEqual([
			expect.objectContaining({ part: 'teams', field: 'order', entry: [] })
		]);
	});
});

it('a plan read line by line has every text in it', () => {
	const said = lines(stevns as Plan).map(({ value }) => value);
	for (const { text } of stevns.promises) {
		expect(said).toEqual(expect.arrayContaining(Object.values(text)));
	}
	expect(said).toContain('Min sagsbehandler kan se muligheder for mig');
	expect(lines(plan).some(({ field }) => field === 'order')).toBe(false);
});
