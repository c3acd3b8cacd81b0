import { beforeEach, describe, expect, it } from 'vitest';
import { publish } from '../../../tests/support/published.ts';
import { file, someone } from '../../../tests/support/staff.ts';
import { round } from '../../../tests/support/survey.ts';
import type { Plan } from '../plan/plan.ts';
import type { Db } from './database.ts';
import * as editing from './plan-editing.ts';
import { population, targets } from './plan-forms/figures.ts';
import type { PlanForm } from './plan-forms/form.ts';
import { choices, contacts, promises, teams } from './plan-forms/lists.ts';
import { copyOf, questionnaire, type TypedQuestionnaire } from './plan-forms/questionnaire.ts';
import { words } from './plan-forms/words.ts';
import * as planVersions from './plan-versions.ts';
import * as plans from './plans.ts';
import { questionnaireHash } from './questionnaires.ts';

const TODAY = '2026-05-20';
const plan = (municipality: string): Plan => plans.find(municipality) as Plan;
let db: Db;
let by: string;

beforeEach(async () => {
	db = file();
	by = (await someone(db, { name: 'Karen', roles: ['administrator'] })).user.id;
});

const now = (shipped: Plan) => planVersions.current(db, shipped);
const save = <T>(shipped: Plan, form: PlanForm<T>, typed: T, accepts: string[] = []) =>
	editing.save(db, now(shipped), form, typed, {
		base: planVersions.latest(db),
		by,
		today: TODAY,
		accepts
	});
/** What a page shows, changed at will. */
const changed = <T>(shipped: Plan, form: PlanForm<T>, change: (typed: T) => void): T => {
	const typed = structuredClone(form.typed(now(shipped)));
	change(typed);
	return typed;
};
const wrongIn = (saved: editing.Saved) =>
	!saved.ok && saved.reason === 'flaws' ? saved.wrong : saved;

const FORMS = { words, promises, teams, choices, targets, contacts, population };

describe('a page of the editor', () => {
	it.each(Object.entries(FORMS))('changes nothing when nothing is typed: %s', (_name, form) => {
		for (const shipped of plans.all()) {
			const same = save(shipped, form as PlanForm<unknown>, form.typed(shipped));
			expect([shipped.municipality, same]).toEqual([
				shipped.municipality,
				{ ok: false, reason: 'nothing-new' }
			]);
		}
	});

	it('changes nothing when nothing is typed in a questionnaire', () => {
		for (const shipped of plans.all()) {
			for (const { id } of shipped.questionnaires) {
				const form = questionnaire(id);
				expect(save(shipped, form, form.typed(shipped))).toMatchObject({ reason: 'nothing-new' });
			}
		}
	});

	it('makes a version that everything reads', () => {
		const stevns = plan('stevns');
		const typed = changed(stevns, teams, ({ teams: [first] }) => {
			first!.name['da'] = '  Job  og virksomhed ';
			first!.caseworkers = '9';
		});
		expect(save(stevns, teams, typed)).toMatchObject({ ok: true, version: 2 });
		expect(now(stevns).teams[0]).toMatchObject({
			id: 'job',
			name: { da: 'Job og virksomhed', let: 'Job', en: 'Jobs' },
			caseworkers: 9
		});
	});

	it('says which field is wrong and why, and writes nothing', () => {
		const stevns = plan('stevns');
		const typed = changed(stevns, teams, (all) => {
			all.teams[0]!.name = { let: 'Job' };
			all.teams[1]!.caseworkers = 'syv';
		});
		expect(wrongIn(save(stevns, teams, typed))).toEqual({
			'teams.0.name.da': 'empty',
			'teams.1.caseworkers': 'number'
		});
		const chained = changed(stevns, teams, (all) => (all.teams[2]!.mergedInto = 'integration'));
		expect(wrongIn(save(stevns, teams, chained))).toEqual({ 'teams.2.mergedInto': 'merged' });
		expect(planVersions.latest(db)).toBe(1);
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
		const vejen = plan('vejen');
		expect(wrongIn(save(vejen, contacts, changed(vejen, contacts, change)))).toEqual(wrong);
	});

	it('takes nothing for a quotation that the passage does not say', () => {
		const stevns = plan('stevns');
		const typed = changed(stevns, promises, ({ promises: [first] }) => {
			first!.text['da'] = 'Vi er altid i øjenhøjde';
		});
		expect(wrongIn(save(stevns, promises, typed))).toEqual({ 'promises.0.text.da': 'not-quoted' });
		typed.promises[0]!.source = {
			...typed.promises[0]!.source,
			kind: 'derived',
			lines: '126; 127'
		};
		expect(save(stevns, promises, typed).ok).toBe(true);
		expect(now(stevns).promises[0]?.source).toMatchObject({ kind: 'derived', lines: [126, 127] });
	});

	it('gives what is new an id that nothing ever had', () => {
		const stevns = plan('stevns');
		const add = (da: string) =>
			changed(stevns, teams, (all) => {
				all.teams.push({ id: '', name: { da, let: da, en: da }, caseworkers: '5', mergedInto: '' });
			});
		save(stevns, teams, add('Øvrige ældre & Æbler'));
		expect(now(stevns).teams.at(-1)?.id).toBe('oevrige-aeldre-aebler');
		save(
			stevns,
			teams,
			changed(stevns, teams, (all) => void all.teams.pop())
		);
		save(stevns, teams, add('Øvrige ældre & Æbler'));
		expect(now(stevns).teams.at(-1)?.id).toBe('oevrige-aeldre-aebler-2');
	});

	it('says where else something leans on what was taken away', () => {
		const stevns = plan('stevns');
		const fewer = changed(stevns, promises, (all) => void all.promises.splice(1, 1));
		expect(save(stevns, promises, fewer)).toMatchObject({ elsewhere: ['questionnaires'] });
		const glostrup = plan('glostrup');
		const typed = changed(glostrup, choices, (all) => void all.situations.shift());
		expect(save(glostrup, choices, typed)).toMatchObject({ wrong: {}, elsewhere: ['population'] });
	});

	it('keeps its hands off what somebody else changed in the meantime', () => {
		const stevns = plan('stevns');
		const typed = changed(stevns, teams, (all) => void all.teams.pop());
		save(
			stevns,
			teams,
			changed(stevns, teams, (all) => (all.teams[0]!.caseworkers = '11'))
		);
		const late = { base: 1, by, today: TODAY, accepts: [] };
		expect(editing.save(db, now(stevns), teams, typed, late)).toEqual({
			ok: false,
			reason: 'overtaken'
		});
	});

	it('asks before a language is lost to a text that nobody has translated', () => {
		const stevns = plan('stevns');
		const typed = changed(stevns, promises, (all) => {
			all.promises.push({
				id: '',
				text: { da: 'Vi ringer tilbage', let: 'Vi ringer til dig' },
				source: { kind: 'ours', plan: '', lines: '', passage: '', correction: '', why: 'Ny' }
			});
		});
		expect(save(stevns, promises, typed)).toEqual({ ok: false, reason: 'languages', lost: ['en'] });
		expect(save(stevns, promises, typed, ['en']).ok).toBe(true);
	});

	it('lets a language go without asking when that is what was typed', () => {
		const stevns = plan('stevns');
		const typed = changed(stevns, words, (all) => (all.languages = ['let']));
		expect(save(stevns, words, typed).ok).toBe(true);
		expect(now(stevns).languages).toEqual(['da', 'let']);
	});

	it('keeps a baseline of which nothing is known, and drops one that is emptied', () => {
		const vejen = plan('vejen');
		const typed = changed(vejen, targets, ({ targets: [first] }) => {
			first!.goal = '82';
			first!.baseline.year = 'sidste år';
		});
		expect(wrongIn(save(vejen, targets, typed))).toEqual({ 'targets.0.baseline.year': 'number' });
		typed.targets[0]!.baseline = { share: '', year: '', n: '', wording: {} };
		expect(save(vejen, targets, typed).ok).toBe(true);
		expect(now(vejen).targets[0]).toMatchObject({ goal: 82 });
		expect(now(vejen).targets[0]?.baseline).toBeUndefined();
		typed.targets[0]!.goal = '101';
		expect(wrongIn(save(vejen, targets, typed))).toEqual({ 'targets.0.goal': 'number' });
	});

	it('names the fields of the population table by their own path', () => {
		const glostrup = plan('glostrup');
		const typed = changed(glostrup, population, (all) => (all.groups[0]!.n = 'mange'));
		expect(wrongIn(save(glostrup, population, typed))).toEqual({ 'groups.0.n': 'number' });
	});
});

describe('the questionnaire’s page', () => {
	const stevns = plan('stevns');
	const form = questionnaire('samtale');
	const reworded = (change: (typed: TypedQuestionnaire) => void = () => {}) =>
		changed(stevns, form, (typed) => {
			typed.items[0]!.text['da'] = 'Min sagsbehandler ser muligheder';
			typed.items[0]!.source = { ...typed.items[0]!.source, kind: 'derived' };
			change(typed);
		});
	const ask = () => {
		const [first] = stevns.questionnaires;
		const kept = { ...round, questionnaire: questionnaireHash(first!) };
		publish(db, kept, first!, [['2026-01', 'month', 'open']]);
	};

	it('leaves alone what a round has asked, and makes a new one beside it', () => {
		ask();
		expect(editing.usedBy(db, stevns)).toEqual(
			new Map([
				['samtale', ['Forår 2026']],
				['udvidet', []]
			])
		);
		expect(save(stevns, form, reworded())).toMatchObject({ ok: true, at: 'questionnaires.0.' });
		const [made, kept, other] = now(stevns).questionnaires;
		expect([made?.id, kept?.id, other?.id]).toEqual(['samtale-2', 'samtale', 'udvidet']);
		expect(kept).toEqual({ ...stevns.questionnaires[0], retired: true });
		expect(made?.items.map(({ id }) => id)).toEqual(['a-2', 'b', 'c', 'd']);
		expect(questionnaireHash(kept!)).toBe(questionnaireHash(stevns.questionnaires[0]!));
	});

	it('names a wrong field by its place on the page', () => {
		const typed = reworded(({ items }) => {
			items[1]!.text = {};
			items[2]!.scale = 'stars';
			items[3]!.key = 'on';
		});
		expect(wrongIn(save(stevns, form, typed))).toEqual({
			'items.1.text.da': 'empty',
			'items.2.scale': 'choose'
		});
		const keyed = reworded(({ items }) => (items[3]!.key = 'on'));
		expect(wrongIn(save(stevns, form, keyed))).toEqual({ 'items.3.scale': 'key-scale' });
		const none = reworded((all) => (all.items.length = 0));
		expect(wrongIn(save(stevns, form, none))).toEqual({ items: 'too-few' });
	});

	it('has at most one key item', () => {
		const vejen = plan('vejen');
		const { id } = vejen.questionnaires[0]!;
		const typed = changed(vejen, questionnaire(id), ({ items }) => {
			items[1]!.key = 'on';
			items[1]!.scale = 'satisfaction';
		});
		expect(wrongIn(save(vejen, questionnaire(id), typed))).toEqual({ items: 'one-key' });
	});

	it('begins a new one from a copy, whose unchanged statements are the same statements', () => {
		const typed = copyOf(stevns, 'samtale');
		typed.name = { da: 'Kort', let: 'Kort', en: 'Short' };
		typed.items = typed.items.slice(0, 2);
		expect(save(stevns, questionnaire(''), typed)).toMatchObject({ ok: true });
		const made = now(stevns).questionnaires.at(-1);
		expect([made?.id, made?.items.map(({ id }) => id)]).toEqual(['kort', ['a', 'b']]);
	});

	it('may leave a questionnaire half translated while nobody is asked it', () => {
		const typed = reworded(({ items }) => void delete items[1]!.text['en']);
		expect(save(stevns, form, typed)).toMatchObject({ ok: true });
	});
});
