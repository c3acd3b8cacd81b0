import { describe, expect, it } from 'vitest';
import { addDays, lastDay, monthOf, monthsBetween } from '../../../calendar.ts';
import { removeIdentifiers } from '../../../identifiers.ts';
import { Round } from '../../../survey/round.ts';
import { Submission } from '../../../survey/submission.ts';
import * as plans from '../../plan/plans.ts';
import { PictureCount } from '../../../journey/count.ts';
import type { Given, GivenSubmission } from './given.ts';
import { picturesOf } from '../pictures.ts';
import { random } from '../random.ts';
import { year } from './year.ts';

const TODAY = '2026-11-22';
const years = plans.all().map((plan) => year(plan, TODAY));
const sent = (given: Given): GivenSubmission[] =>
	given.phases.flatMap(({ submissions }) => submissions);
const everything = years.flatMap(sent);

describe('the demo year', () => {
	it('is the same from the same seed, and another from another', () => {
		const [plan] = plans.all();
		if (!plan) throw new Error('there is a plan');
		expect(year(plan, TODAY)).toEqual(years[0]);
		expect(year(plan, TODAY, 'another')).not.toEqual(years[0]);
	});

	it('is made of what a device may send', () => {
		for (const { submission } of everything) {
			expect(Submission.safeParse(submission).error).toBeUndefined();
		}
		for (const round of years.flatMap(({ rounds }) => rounds)) {
			expect(Round.safeParse(round).error).toBeUndefined();
		}
	});

	it.each(['2026-11-22', '2027-01-01', '2027-03-31', '2028-03-01', '2028-02-29'])(
		'has twelve closed months before %s, and goes on until the day before',
		(today) => {
			for (const plan of plans.all()) {
				const { rounds, phases } = year(plan, today);
				expect(phases.at(-1)?.today).toBe(addDays(today, -1));
				const [closed, open] = rounds;
				if (!closed || !open) throw new Error('there are two rounds');
				expect(addDays(closed.closesOn, 1)).toBe(open.opensOn);
				expect(open.closesOn > lastDay(monthOf(today))).toBe(true);
				const before = monthsBetween(closed.opensOn, today).slice(0, -1);
				expect(before).toHaveLength(12);
				for (const month of before) {
					const last = phases.find((phase) => phase.today === lastDay(month));
					expect(last?.submissions.length).toBeGreaterThan(0);
				}
			}
		}
	);

	it('is of the size that the plan of Stevns says: some 3,000 asked, some 1,000 answers', () => {
		const [stevns] = years;
		if (!stevns) throw new Error('Stevns comes first');
		const codes = stevns.batches.reduce((sum, { invited }) => sum + invited, 0);
		const answers = sent(stevns).filter(({ submission }) => submission.outcome === 'answered');
		expect(codes).toBeGreaterThan(2800);
		expect(codes).toBeLessThan(3500);
		expect(answers.length).toBeGreaterThan(900);
		expect(answers.length).toBeLessThan(1400);
	});

	it.each<[string, (given: GivenSubmission) => boolean]>([
		['people who would rather not', ({ submission }) => submission.outcome === 'declined'],
		['people who will answer at home', ({ submission }) => submission.outcome === 'later'],
		[
			'talks that were too hard to ask',
			({ submission }) => submission.reason === 'difficult-meeting'
		],
		['posters', ({ submission }) => submission.channel === 'open'],
		['paper', ({ submission }) => submission.channel === 'paper'],
		['codes that nobody made', ({ code }) => code === 'unknown'],
		['answers in English', ({ submission }) => submission.language === 'en'],
		['clocks that are wrong', ({ submission }) => submission.answeredOn > TODAY],
		[
			'statements that did not fit',
			({ submission }) => Object.values(submission.answers).includes('na')
		],
		[
			'comments that tell who wrote them',
			({ submission }) => removeIdentifiers(submission.comment) !== submission.comment
		]
	])('has %s', (_, wanted) => expect(everything.filter(wanted).length).toBeGreaterThan(3));

	it('has answers that come twice, and codes that are used twice', () => {
		const ids = everything.map(({ submission }) => submission.id);
		expect(new Set(ids).size).toBeLessThan(ids.length);
		const [stevns] = years;
		const uses = new Map<string, Set<string>>();
		for (const { submission, code } of stevns ? sent(stevns) : []) {
			if (!code || code === 'unknown') continue;
			const name = `${code.batch}/${code.index}`;
			uses.set(name, new Set([...(uses.get(name) ?? []), submission.id]));
		}
		expect([...uses.values()].some((by) => by.size > 1)).toBe(true);
	});
});

describe('invented pictures', () => {
	const model = plans.find('stevns')?.journey;
	if (!model) throw new Error('Stevns has a model');
	const pictures = Array.from({ length: 20 }, (_, day) =>
		picturesOf(model, random(`day ${day}`))
	).flat();

	it('are what a device may send, with nothing in them that is never counted', () => {
		expect(pictures.length).toBeGreaterThan(400);
		for (const picture of pictures) {
			expect(PictureCount.safeParse(picture).error).toBeUndefined();
			expect(Object.keys(picture.steps)).not.toContain('municipality');
		}
	});
	it('have people who put no marker', () => {
		expect(new Set(pictures.map(({ marker }) => marker))).toContain(null);
	});
});
