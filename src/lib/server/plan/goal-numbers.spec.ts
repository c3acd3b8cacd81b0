import { beforeEach, expect, it } from 'vitest';
import { Editor, shipped, wrongIn } from '../../../../tests/support/editor.ts';
import { goal } from './forms/goal.ts';

let karen: Editor;
beforeEach(async () => {
	karen = await Editor.sitDown();
});
const vejen = shipped('vejen');
const form = goal('sick-leave-weeks');
const save = (said: { value: string; n: string; baseline: string; national: string }) => {
	const typed = karen.changed(vejen, form, ({ measures, aims }) => {
		const measure = measures[0]!;
		const { baseline, national, n } = said;
		measure.baseline = { ...measure.baseline, period: '2025-12', value: baseline, national, n };
		const change = { ...aims[0]!, kind: 'change', amount: said.value, each: 'in-all' };
		aims.push({ ...change, unit: 'own' });
		aims[0]!.value = said.value;
	});
	return karen.save(vejen, form, typed, { why: { reason: 'Nye tal' } });
};

it('a goal’s numbers are read with their own unit behind them, and thousands as Danes part them', () => {
	const said = { value: '27,5 uger', baseline: '29,1 uger', national: '33', n: '1.240' };
	expect(wrongIn(save(said))).toMatchObject({ ok: true });
	const found = karen.now(vejen).goals.find(({ id }) => id === 'sick-leave-weeks');
	expect(found?.aims).toMatchObject([{ value: 27.5 }, { amount: 27.5 }]);
	expect(found?.measures[0]?.baseline).toMatchObject({ value: 29.1, national: 33, n: 1240 });
});

it.each(['45 %', '45 kr.', '0.125', '45 50', '12,5¹', '1,234.5'])(
	'a goal’s numbers are not guessed at: %s',
	(said) => {
		expect(wrongIn(save({ value: said, baseline: said, national: said, n: said }))).toEqual({
			'measures.0.baseline.value': 'decimal',
			'measures.0.baseline.national': 'decimal',
			'measures.0.baseline.n': 'number',
			'aims.0.value': 'decimal',
			'aims.1.amount': 'decimal'
		});
	}
);
