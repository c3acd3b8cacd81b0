import { expect, it } from 'vitest';
import { load } from '../i18n/messages.ts';
import { front, type Facts } from './front.ts';

const { front: t } = await load('da', 'report');
const nothing: Facts = {
	changed: [],
	unchanged: 4,
	before: '2. kvartal 2026',
	goals: [],
	remarkable: [],
	unmeasured: [],
	late: [],
	silent: null,
	count: String,
	isMeasured: true
};

it('asks three questions where there is something to ask about, the weightiest first', () => {
	const { questions } = front(
		{
			...nothing,
			goals: [{ name: 'Færre på ledighedsydelse', status: 'undecided' }],
			unmeasured: ['Vi er i øjenhøjde'],
			late: ['Brevene er svære at forstå'],
			silent: { n: 577, asked: 812 }
		},
		t
	);
	expect(questions).toEqual([
		'Hvad holder os fra at blive færdige med »Brevene er svære at forstå«?',
		'Hvordan får vi noget at vide om »Vi er i øjenhøjde«?',
		'Hvem hører vi ikke, når 577 af 812 ikke svarer?'
	]);
});

it('asks of a goal that nothing can be said of when nothing weighs more, and nothing where there is nothing', () => {
	const undecided = { name: 'Færre på ledighedsydelse', status: 'undecided' };
	expect(front({ ...nothing, goals: [undecided] }, t).questions).toEqual([
		'Hvornår kan vi sige, om »Færre på ledighedsydelse« er nået?'
	]);
	expect(front(nothing, t).questions).toEqual([]);
});
