import { beforeEach, describe, expect, it } from 'vitest';
import { cell, publish } from '../../../../tests/support/published.ts';
import type { Round } from '../../survey/round.ts';
import { breakdownFigures } from './breakdown-figures.ts';
import { openFile, type Db } from '../core/database.ts';
import { figureFile } from './figure-file.ts';
import { plan, published, questionnaire, round, TODAY } from './results.fixture.ts';
import * as results from './results.ts';
import { otherRounds, promiseFigures, roundFigures, statementFigures } from './round-figures.ts';

let db: Db;
beforeEach(() => {
	db = published();
});

const whole = () => roundFigures(db, plan, { round, questionnaire }, TODAY);

describe('a round’s figures', () => {
	it('are sums of the months that are shown', () => {
		const { headline, items } = whole();
		expect(headline.item?.id).toBe('overall');
		expect(headline.figure).toMatchObject({
			n: 141,
			share: { k: 3 * 38, n: 141 },
			distribution: { points: [6, 9, 12, 54, 60], na: 3, unclear: 3, skipped: 3 }
		});
		expect(items[1]?.figure).toMatchObject({ n: 2 * (10 + 8 + 4 + 3 + 22) });
	});

	it('rate only the quarters whose offers are settled', () => {
		const { missing } = whole();
		expect(missing.quarters).toEqual(['2026-Q1']);
		expect(missing.response).toEqual({ answered: 50, offered: 128, rate: { k: 50, n: 128 } });
		expect(missing).toMatchObject({ declined: 7, later: 3, silent: 128 - 50 - 7, answered: 150 });
		expect(missing.notOffered).toEqual([{ reason: 'no-time', n: 21 }]);
	});

	it('have no rate where answers exceed what was offered', () => {
		cell(db, round.id, '2026-Q2', {}, { 'offered:code': 10 });
		cell(db, round.id, '2026-06', {}, { answered: 500, 'code:answered': 500 });
		db.prepare("update unit set state = 'released' where unit in ('2026-06', '2026-Q2')").run();
		expect(whole().missing.response).toMatchObject({ answered: 650, offered: 138, rate: null });
	});

	it('wait with the verdict until the target’s own period is over', () => {
		expect(whole().headline.outcome).toMatchObject({ verdict: 'not-over' });
		db.prepare("update unit set state = 'hidden' where unit = '2026-06'").run();
		expect(whole().headline.outcome).toMatchObject({
			goal: 0.8,
			verdict: 'undecided',
			change: 'baseline-unknown'
		});
	});

	it('are not held against a target of another wording', () => {
		const asked = {
			...questionnaire,
			items: questionnaire.items.map((item) => ({ ...item, text: { da: 'Andre ord' } }))
		};
		expect(
			roundFigures(db, plan, { round, questionnaire: asked }, TODAY).headline.outcome
		).toBeNull();
	});

	it('keep posters apart, without an interval', () => {
		const { open } = whole();
		expect(open?.answered).toBe(12);
		expect(open?.items[0]?.figure).toMatchObject({ n: 12, interval: null, mean: null });
		expect(open?.items[1]?.figure).toEqual({ state: 'hidden' });
	});

	it('show in the trend why a month has no figure', () => {
		expect(whole().trend.map(({ month, state }) => `${month} ${state}`)).toEqual([
			'2026-02 carried',
			'2026-03 shown',
			'2026-04 shown',
			'2026-05 shown',
			'2026-06 open'
		]);
	});

	it('compare situations only among those that are shown', () => {
		expect(whole().representation).toMatchObject({
			unit: '2026-Q1',
			groups: [
				{
					id: 'jobseeker',
					answered: 30,
					share: { k: 30, n: 50 },
					populationShare: { k: 300, n: 400 }
				},
				{ id: 'sick', answered: 20, share: { k: 20, n: 50 }, populationShare: { k: 100, n: 400 } }
			]
		});
	});

	it('say what is announced, and nothing of the open month but its rounded count', () => {
		db.prepare("insert into fieldwork values (?, '', '', 'answered', 35, '2026-06-20')").run(
			round.id
		);
		const { dates, fieldwork } = whole();
		expect(dates).toEqual([{ unit: '2026-06', publishesOn: '2026-07-31' }]);
		expect(fieldwork).toEqual({ answered: 35, day: '2026-06-20', byTeam: [], byChannel: [] });
	});
});

describe('all items pooled, where there is no key item', () => {
	const items = questionnaire.items.map((item) => ({ ...item, key: undefined }));
	it('use citizens as n, and not answers', () => {
		const pooled = roundFigures(
			db,
			plan,
			{ round, questionnaire: { ...questionnaire, items } },
			TODAY
		);
		expect(pooled.headline).toMatchObject({ item: null, figure: { n: 144, mean: null } });
		expect(pooled.headline.figure).toMatchObject({ share: { k: 3 * 38 + 2 * 18, n: 141 + 94 } });
	});
});

it('a statement that the round does not ask has no figures', () => {
	expect(
		statementFigures(db, plan, { round, questionnaire }, 'overall', TODAY)?.trend
	).toHaveLength(5);
	expect(statementFigures(db, plan, { round, questionnaire }, 'other', TODAY)).toBeUndefined();
});

it('a promise that nothing measures is there, without figures', () => {
	const { promises } = promiseFigures(db, plan, { round, questionnaire }, TODAY);
	expect(promises.map(({ promise, items }) => [promise.id, items.length])).toEqual([
		['involved', 1],
		['eye-level', 0]
	]);
});

describe('a breakdown', () => {
	const of = (name: string, unit: string) =>
		breakdownFigures(db, plan, { round, questionnaire }, name, unit, TODAY);

	it('keeps the plan’s order, and hidden looks like empty', () => {
		const team = of('team', '2026-Q1');
		expect(team?.state).toBe('shown');
		expect(team?.categories.map(({ id, response }) => [id, response])).toEqual([
			['nord', { answered: 20, offered: 50, rate: { k: 20, n: 50 } }],
			['syd', { answered: 18, offered: 50, rate: { k: 18, n: 50 } }],
			['unknown', null]
		]);
		expect(team?.items[0]?.cells.map((cell) => cell.state)).toEqual(['shown', 'shown', 'hidden']);
		expect(team?.items[0]?.cells[2]).toEqual({ state: 'hidden' });
		expect(team?.merged).toEqual([{ team: { da: 'Øen' }, into: { da: 'Syd' } }]);
	});

	it('is awaited until its unit is released, and too few where nothing is shown', () => {
		expect(of('team', '2026-Q2')).toMatchObject({ state: 'awaited', publishesOn: '2026-07-31' });
		db.prepare("update unit set state = 'hidden' where unit = '2026-Q2'").run();
		expect(of('team', '2026-Q2')?.state).toBe('too-few');
	});

	it('is unknown where the round has no such breakdown or unit', () => {
		expect(of('language', '2026-Q1')).toBeUndefined();
		expect(of('team', '2026-04')).toBeUndefined();
		expect(of('team', '2031-Q1')).toBeUndefined();
	});
});

describe('the newest round', () => {
	const later: Round = { ...round, id: '2026-efteraar', prefix: 'BB', opensOn: '2026-08-01' };
	it('is the newest with released figures', () => {
		publish(db, later, questionnaire, [['2026-08', 'month', 'open']]);
		expect(results.newest(db)?.round.id).toBe(round.id);
		expect(otherRounds(db, round.id, TODAY)).toEqual([]);
		expect(otherRounds(db, later.id, TODAY).map(({ id }) => id)).toEqual([round.id]);
	});
	it('is the same when the file of all rounds, the newest first, has been read', () => {
		const newestFirst = () => figureFile(db, plan).rounds.map(({ id }) => id);
		const once = newestFirst();
		expect(once.at(-1)).toBe(round.id);
		expect(newestFirst()).toEqual(once);
		expect(results.newest(db)?.round.id).toBe(round.id);
	});
	it('is the newest at all before there are any', () => {
		db = openFile(':memory:');
		expect(results.newest(db)).toBeUndefined();
		publish(db, later, questionnaire, [['2026-08', 'month', 'open']]);
		expect(results.newest(db)?.round.id).toBe(later.id);
		expect(roundFigures(db, plan, { round: later, questionnaire }, TODAY)).toMatchObject({
			headline: { figure: { state: 'hidden' } },
			missing: { response: null, answered: 0 }
		});
	});
});

describe('the file of figures', () => {
	it('has every released row, and the figures computed from them', () => {
		const [file] = figureFile(db, plan).rounds;
		const n = db.prepare('select count(*) as n from released').get();
		expect(n).toEqual({ n: file?.released.rows.length });
		const find = (kind: string, period: string, item: string | null, category = '') =>
			file?.figures.find(
				(figure) =>
					figure.kind === kind &&
					figure.period === period &&
					figure.item === item &&
					figure.category === category
			);
		expect(find('round', 'round', 'overall')).toMatchObject({
			n: 141,
			share: 80.9,
			low: 73.6,
			high: 86.5
		});
		expect(find('year', '2026', 'overall')).toMatchObject({ n: 141, responseRate: 39.1 });
		expect(find('quarter', '2026-Q1', 'overall')).toMatchObject({
			n: 47,
			offered: 128,
			responseRate: 39.1
		});
		expect(find('quarter', '2026-Q1', 'overall', 'nord')).toMatchObject({
			n: 17,
			offered: 50,
			responseRate: 40
		});
		expect(find('month', '2026-02', 'overall')).toMatchObject({ series: 'open', n: 12, low: null });
		expect(find('month', '2026-06', 'overall')).toBeUndefined();
		expect(find('quarter', '2026-Q1', null)).toMatchObject({ n: 48, mean: null });
	});
});
