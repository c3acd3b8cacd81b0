import { beforeEach, describe, expect, it } from 'vitest';
import { Editor, shipped, wrongIn } from '../../../../tests/support/editor.ts';
import { population } from './forms/figures.ts';
import { headings } from './forms/goal.ts';
import type { PlanForm } from './forms/form.ts';
import { choices, contacts, promises, teams } from './forms/lists.ts';
import { questionnaire } from './forms/questionnaire.ts';
import { words } from './forms/words.ts';
import * as planVersions from './versions.ts';
import * as plans from './plans.ts';

const FORMS = { words, promises, teams, choices, headings, contacts, population };
let karen: Editor;

beforeEach(async () => {
	karen = await Editor.sitDown();
});

describe('a page of the editor', () => {
	it.each(Object.entries(FORMS))('changes nothing when nothing is typed: %s', (_name, form) => {
		for (const plan of plans.all()) {
			const same = karen.save(plan, form as PlanForm<unknown>, form.typed(plan));
			expect([plan.municipality, same]).toEqual([
				plan.municipality,
				{ ok: false, reason: 'nothing-new' }
			]);
		}
	});

	it('changes nothing when nothing is typed in a questionnaire', () => {
		for (const plan of plans.all()) {
			for (const { id } of plan.questionnaires) {
				const form = questionnaire(id);
				expect(karen.save(plan, form, form.typed(plan))).toMatchObject({ reason: 'nothing-new' });
			}
		}
	});

	it('makes a version that everything reads', () => {
		const stevns = shipped('stevns');
		const typed = karen.changed(stevns, teams, ({ teams: [first] }) => {
			first!.name['da'] = '  Job  og virksomhed ';
			first!.caseworkers = '9';
		});
		expect(karen.save(stevns, teams, typed)).toMatchObject({ ok: true, version: 2 });
		expect(karen.now(stevns).teams[0]).toMatchObject({
			id: 'job',
			name: { da: 'Job og virksomhed', let: 'Job', en: 'Jobs' },
			caseworkers: 9
		});
	});

	it('says which field is wrong and why, and writes nothing', () => {
		const stevns = shipped('stevns');
		const typed = karen.changed(stevns, teams, (all) => {
			all.teams[0]!.name = { let: 'Job' };
			all.teams[1]!.caseworkers = 'syv';
		});
		expect(wrongIn(karen.save(stevns, teams, typed))).toEqual({
			'teams.0.name.da': 'empty',
			'teams.1.caseworkers': 'number'
		});
		const chained = karen.changed(
			stevns,
			teams,
			(all) => (all.teams[2]!.mergedInto = 'integration')
		);
		expect(wrongIn(karen.save(stevns, teams, chained))).toEqual({ 'teams.2.mergedInto': 'merged' });
		expect(planVersions.latest(karen.db)).toBe(1);
	});

	it.each<[string, (typed: ReturnType<typeof contacts.typed>) => void, object]>([
		[
			'an address that runs',
			(all) => (all.contacts[0]!.url = 'javascript:alert(1)'),
			{ 'contacts.0.url': 'url' }
		],
		[
			'half an e-mail address',
			(all) => (all.contacts[0]!.email = 'a@b'),
			{ 'contacts.0.email': 'email' }
		],
		[
			'no number',
			(all) => (all.contacts[0]!.telephone = 'ring'),
			{ 'contacts.0.telephone': 'telephone' }
		],
		['nobody at all', (all) => (all.contacts.length = 0), { contacts: 'too-few' }]
	])('takes no contact with %s', (_what, change, wrong) => {
		const vejen = shipped('vejen');
		expect(wrongIn(karen.save(vejen, contacts, karen.changed(vejen, contacts, change)))).toEqual(
			wrong
		);
	});

	it('takes nothing for a quotation that the passage does not say', () => {
		const stevns = shipped('stevns');
		const typed = karen.changed(stevns, promises, ({ promises: [first] }) => {
			first!.text['da'] = 'Vi er altid i øjenhøjde';
		});
		expect(wrongIn(karen.save(stevns, promises, typed))).toEqual({
			'promises.0.text.da': 'not-quoted'
		});
		typed.promises[0]!.source = {
			...typed.promises[0]!.source,
			kind: 'derived',
			lines: '126; 127'
		};
		expect(karen.save(stevns, promises, typed).ok).toBe(true);
		expect(karen.now(stevns).promises[0]?.source).toMatchObject({
			kind: 'derived',
			lines: [126, 127]
		});
	});

	it('gives what is new an id that nothing ever had', () => {
		const stevns = shipped('stevns');
		const add = (da: string) =>
			karen.changed(stevns, teams, (all) => {
				all.teams.push({ id: '', name: { da, let: da, en: da }, caseworkers: '5', mergedInto: '' });
			});
		karen.save(stevns, teams, add('Øvrige ældre & Æbler'));
		expect(karen.now(stevns).teams.at(-1)?.id).toBe('oevrige-aeldre-aebler');
		karen.save(
			stevns,
			teams,
			karen.changed(stevns, teams, (all) => void all.teams.pop())
		);
		karen.save(stevns, teams, add('Øvrige ældre & Æbler'));
		expect(karen.now(stevns).teams.at(-1)?.id).toBe('oevrige-aeldre-aebler-2');
	});

	it('says where else something leans on what was taken away', () => {
		const stevns = shipped('stevns');
		const fewer = karen.changed(stevns, promises, (all) => void all.promises.splice(1, 1));
		expect(karen.save(stevns, promises, fewer)).toMatchObject({ elsewhere: ['questionnaires'] });
		const glostrup = shipped('glostrup');
		const typed = karen.changed(glostrup, choices, (all) => void all.situations.shift());
		expect(karen.save(glostrup, choices, typed)).toMatchObject({
			wrong: {},
			elsewhere: ['population']
		});
	});

	it('keeps its hands off what somebody else changed in the meantime', () => {
		const stevns = shipped('stevns');
		const typed = karen.changed(stevns, teams, (all) => void all.teams.pop());
		karen.save(
			stevns,
			teams,
			karen.changed(stevns, teams, (all) => (all.teams[0]!.caseworkers = '11'))
		);
		expect(karen.save(stevns, teams, typed, { base: 1 })).toEqual({
			ok: false,
			reason: 'overtaken'
		});
	});

	it('asks before a language is lost to a text that nobody has translated', () => {
		const stevns = shipped('stevns');
		const typed = karen.changed(stevns, promises, (all) => {
			all.promises.push({
				id: '',
				text: { da: 'Vi ringer tilbage', let: 'Vi ringer til dig' },
				source: { kind: 'ours', plan: '', lines: '', passage: '', correction: '', why: 'Ny' }
			});
		});
		expect(karen.save(stevns, promises, typed)).toEqual({
			ok: false,
			reason: 'languages',
			lost: ['en']
		});
		expect(karen.save(stevns, promises, typed, { accepts: ['en'] }).ok).toBe(true);
	});

	it('lets a language go without asking when that is what was typed', () => {
		const stevns = shipped('stevns');
		const typed = karen.changed(stevns, words, (all) => (all.languages = ['let']));
		expect(karen.save(stevns, words, typed).ok).toBe(true);
		expect(karen.now(stevns).languages).toEqual(['da', 'let']);
	});

	it('names the fields of the population table by their own path', () => {
		const glostrup = shipped('glostrup');
		const typed = karen.changed(glostrup, population, (all) => (all.groups[0]!.n = 'mange'));
		expect(wrongIn(karen.save(glostrup, population, typed))).toEqual({ 'groups.0.n': 'number' });
	});
});
