import { beforeEach, describe, expect, it } from 'vitest';
import { Editor, shipped, wrongIn } from '../../../../../tests/support/editor.ts';
import { publish } from '../../../../../tests/support/published.ts';
import { round } from '../../../../../tests/support/survey.ts';
import * as editing from '../editing.ts';
import { questionnaireHash } from '../../rounds/questionnaire-hash.ts';
import { copyOf, questionnaire, type TypedQuestionnaire } from './questionnaire.ts';

let karen: Editor;

beforeEach(async () => {
	karen = await Editor.sitDown();
});

describe('the questionnaire’s page', () => {
	const stevns = shipped('stevns');
	const form = questionnaire('samtale');
	const reworded = (change: (typed: TypedQuestionnaire) => void = () => {}) =>
		karen.changed(stevns, form, (typed) => {
			typed.items[0]!.text['da'] = 'Min sagsbehandler ser muligheder';
			typed.items[0]!.source = { ...typed.items[0]!.source, kind: 'derived' };
			change(typed);
		});
	const ask = () => {
		const [first] = stevns.questionnaires;
		const kept = { ...round, questionnaire: questionnaireHash(first!) };
		publish(karen.db, kept, first!, [['2026-01', 'month', 'open']]);
	};

	it('leaves alone what a round has asked, and makes a new one beside it', () => {
		ask();
		expect(editing.usedBy(karen.db, stevns)).toEqual(
			new Map([
				['samtale', ['Forår 2026']],
				['udvidet', []]
			])
		);
		expect(karen.save(stevns, form, reworded())).toMatchObject({
			ok: true,
			at: 'questionnaires.0.'
		});
		const [made, kept, other] = karen.now(stevns).questionnaires;
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
		expect(wrongIn(karen.save(stevns, form, typed))).toEqual({
			'items.1.text.da': 'empty',
			'items.2.scale': 'choose'
		});
		const keyed = reworded(({ items }) => (items[3]!.key = 'on'));
		expect(wrongIn(karen.save(stevns, form, keyed))).toEqual({ 'items.3.scale': 'key-scale' });
		const none = reworded((all) => (all.items.length = 0));
		expect(wrongIn(karen.save(stevns, form, none))).toEqual({ items: 'too-few' });
	});

	it('has at most one key item', () => {
		const vejen = shipped('vejen');
		const { id } = vejen.questionnaires[0]!;
		const typed = karen.changed(vejen, questionnaire(id), ({ items }) => {
			items[1]!.key = 'on';
			items[1]!.scale = 'satisfaction';
		});
		expect(wrongIn(karen.save(vejen, questionnaire(id), typed))).toEqual({ items: 'one-key' });
	});

	it('begins a new one from a copy, whose unchanged statements are the same statements', () => {
		const typed = copyOf(stevns, 'samtale');
		typed.name = { da: 'Kort', let: 'Kort', en: 'Short' };
		typed.items = typed.items.slice(0, 2);
		expect(karen.save(stevns, questionnaire(''), typed)).toMatchObject({ ok: true });
		const made = karen.now(stevns).questionnaires.at(-1);
		expect([made?.id, made?.items.map(({ id }) => id)]).toEqual(['kort', ['a', 'b']]);
	});

	it('may leave a questionnaire half translated while nobody is asked it', () => {
		const typed = reworded(({ items }) => void delete items[1]!.text['en']);
		expect(karen.save(stevns, form, typed)).toMatchObject({ ok: true });
	});
});
