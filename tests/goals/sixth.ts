import { Plan } from '../../src/lib/plan/plan.ts';

const text = (da: string) => ({ da, let: da, en: da });
const source = { kind: 'ours', why: 'a plan that is nobody’s' } as const;
const undated = { kind: 'undated' } as const;
const by = (day: string) => ({ kind: 'by', day }) as const;
const during = (...periods: string[]) => ({ kind: 'for', periods }) as const;
const figure = (unit: string, every: string, better: string, more: object = {}) => ({
	kind: 'registered',
	id: 'figure',
	unit,
	every,
	better,
	...more
});
const goal = (id: string, measures: object[], aims: object[], more: object = {}) => ({
	id,
	heading: 'all',
	name: text(`Mål ${id}`),
	source,
	measures,
	aims,
	...more
});
const value = (target: number, when: object, more: object = {}) => ({
	kind: 'value',
	measure: 'figure',
	value: target,
	when,
	...more
});
const statement = (statistic: string) => ({
	kind: 'survey',
	id: 'figure',
	item: 'met',
	statistic,
	wording: text('mødt i øjenhøjde'),
	period: 'year'
});

/** A municipality that is none of the five, with a goal of every kind: it is content, and nothing else knows of it. */
export const sixth = Plan.parse({
	municipality: 'sjetteby',
	name: 'Sjetteby Kommune',
	title: 'Plan for alt',
	period: { from: 2025, to: 2026 },
	committee: 'Udvalget',
	languages: ['da', 'let', 'en'],
	terms: {
		municipality: text('kommunen'),
		caseworker: text('sagsbehandler'),
		meeting: text('samtale')
	},
	question: text('Blev du mødt i øjenhøjde?'),
	promises: [{ id: 'met', text: text('Vi møder dig i øjenhøjde'), source }],
	questionnaires: [
		{
			id: 'talk',
			name: text('Efter samtalen'),
			items: [
				{
					id: 'met',
					text: text('Jeg blev mødt i øjenhøjde'),
					scale: 'satisfaction',
					source,
					promises: ['met'],
					key: true
				}
			]
		}
	],
	teams: [],
	situations: [
		{ id: 'one', text: text('Ledig') },
		{ id: 'two', text: text('Syg') }
	],
	meetingForms: [
		{ id: 'there', text: text('Hos os') },
		{ id: 'phone', text: text('Telefon') }
	],
	headings: [{ id: 'all', text: text('Det hele') }],
	goals: [
		goal('share', [statement('share')], [value(80, undated)]),
		goal('mean', [statement('mean')], [value(4.2, undated)]),
		goal('per-cent', [figure('per-cent', 'month', 'higher')], [value(45, during('2026'))]),
		goal(
			'number',
			[figure('number', 'quarter', 'higher')],
			[value(90, during('2026-Q2'), { atLeast: true })]
		),
		goal(
			'weeks',
			[
				figure('weeks', 'month', 'lower', {
					baseline: { value: 30, about: true, period: '2024-08', national: 34 },
					table: { id: 'y07a07' }
				})
			],
			[value(28, undated, { about: true })]
		),
		goal('kroner', [figure('kroner', 'half-year', 'lower')], [value(5000, by('2026-06-30'))]),
		goal(
			'change',
			[figure('number', 'month', 'lower')],
			[
				{
					kind: 'change',
					measure: 'figure',
					amount: 30,
					unit: 'per-cent',
					each: 'in-all',
					when: by('2026-12-31')
				}
			]
		),
		goal(
			'each-year',
			[figure('per-cent', 'year', 'higher')],
			[
				{
					kind: 'change',
					measure: 'figure',
					amount: 1,
					unit: 'own',
					each: 'year',
					when: during('2025', '2026')
				}
			]
		),
		goal(
			'national',
			[figure('per-cent', 'month', 'higher')],
			[{ kind: 'national', measure: 'figure', side: 'above', when: undated }]
		),
		goal(
			'several',
			[
				figure('number', 'year', 'higher', { id: 'first', name: text('Første år') }),
				figure('number', 'year', 'higher', { id: 'second', name: text('Andet år') })
			],
			[
				{ ...value(20, during('2025')), measure: 'first' },
				{ ...value(20, during('2026')), measure: 'second' }
			]
		),
		goal('path', [figure('per-cent', 'year', 'higher')], [value(25, during('2025', '2026'))]),
		goal(
			'total',
			[figure('number', 'quarter', 'higher', { runningTotal: true })],
			[value(10, by('2026-12-31'))]
		),
		goal('done', [], [{ kind: 'done', when: by('2026-03-31') }], { owner: 'Centerchefen' }),
		goal(
			'direction',
			[figure('number', 'month', 'lower')],
			[{ kind: 'direction', measure: 'figure', when: undated }]
		),
		goal('unmeasured', [], [{ kind: 'direction', when: undated }]),
		goal(
			'follow',
			[figure('per-cent', 'quarter', 'neither')],
			[{ kind: 'follow', measure: 'figure', when: undated }]
		),
		goal('ended', [figure('number', 'year', 'higher')], [value(1, undated)], {
			ended: { on: '2026-01-01', why: 'Loven er ændret.' }
		})
	],
	initiatives: [
		{ id: 'open-late', heading: 'all', name: text('Åbent om aftenen'), source, by: '2026-02-01' }
	],
	contacts: [{ name: text('Borgerrådgiveren') }]
});
