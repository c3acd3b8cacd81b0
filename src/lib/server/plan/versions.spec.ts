import { beforeEach, describe, expect, it } from 'vitest';
import { publish } from '../../../../tests/support/published.ts';
import { file, someone } from '../../../../tests/support/staff.ts';
import { questionnaire, round } from '../../../../tests/support/survey.ts';
import { editedOf } from '../../plan/parts.ts';
import { surveyTargets } from '../../goals/survey-target.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Db } from '../core/database.ts';
import * as planVersions from './versions.ts';
import * as plans from './plans.ts';
import { ofRound } from '../results/round-plan.ts';

const shipped = plans.find('vejen') as Plan;
const [first] = shipped.teams;
const withTeam = (name: string): Plan => ({
	...planVersions.current(db, shipped),
	teams: [{ ...first!, name: { ...first!.name, da: name } }]
});
let db: Db;
let by: string;

beforeEach(async () => {
	db = file();
	by = (await someone(db, { name: 'Karen', roles: ['administrator'] })).user.id;
});

const write = (edited: Plan, base = planVersions.latest(db), today = '2026-05-20') =>
	planVersions.write(db, shipped, { part: 'teams', edited, base, by, today });

describe('versions of a plan', () => {
	it('begin with the plan as it came', () => {
		expect(planVersions.latest(db)).toBe(1);
		expect(planVersions.current(db, shipped)).toBe(shipped);
		expect(planVersions.at(db, shipped, 1)).toBe(shipped);
		expect(planVersions.list(db)).toEqual([]);
	});

	const unsaid = { reason: null, decidedOn: null, item: null };
	it('are made by every change, and the first is kept', () => {
		expect(write(withTeam('Job'))).toEqual({ ok: true, version: 2 });
		expect(planVersions.current(db, shipped).teams.map(({ name }) => name.da)).toEqual(['Job']);
		expect(planVersions.at(db, shipped, 1)).toEqual(shipped);
		expect(planVersions.list(db)).toEqual([
			{ version: 2, part: 'teams', madeOn: '2026-05-20', by: 'Karen', ...unsaid },
			{ version: 1, part: '', madeOn: '2026-05-20', by: null, ...unsaid }
		]);
	});

	it('are not made by a change that changes nothing', () => {
		expect(write(shipped)).toEqual({ ok: false, reason: 'nothing-new' });
		expect(planVersions.list(db)).toEqual([]);
	});

	it('let two people edit different parts at once, and not the same', () => {
		write(withTeam('Job'));
		const edited = { ...shipped, title: 'En ny plan' };
		expect(
			planVersions.write(db, shipped, { part: 'words', edited, base: 1, by, today: '2026-05-20' })
		).toEqual({ ok: true, version: 3 });
		const now = planVersions.current(db, shipped);
		expect([now.title, now.teams[0]?.name.da]).toEqual(['En ny plan', 'Job']);
		expect(write(withTeam('Virksomhed'), 1)).toEqual({ ok: false, reason: 'overtaken' });
		expect(write(withTeam('Virksomhed'), 99)).toEqual({ ok: false, reason: 'overtaken' });
	});

	it('are never changed and never go', () => {
		write(withTeam('Job'));
		expect(() => db.exec("update plan_version set content = '{}'")).toThrow(/never changes/);
		expect(() => db.exec('delete from plan_version')).toThrow(/never changes/);
		expect(() =>
			db.exec(
				"replace into plan_version (version, part, content, made_by, made_on) values (2, '', '{}', null, 'x')"
			)
		).toThrow(/never changes/);
	});

	it('can be made the current one again, as a new version', () => {
		write(withTeam('Job'));
		const writer = { by, today: '2026-05-21' };
		expect(planVersions.restore(db, shipped, 1, writer)).toEqual({ ok: true, version: 3 });
		expect(planVersions.current(db, shipped)).toEqual(shipped);
		expect(planVersions.restore(db, shipped, 1, writer)).toEqual({
			ok: false,
			reason: 'nothing-new'
		});
	});

	it('do without a table that the plan came with, once it is taken out', () => {
		const glostrup = plans.find('glostrup') as Plan;
		const { population, ...edited } = glostrup;
		expect(population).toBeDefined();
		planVersions.write(db, glostrup, {
			part: 'population',
			edited,
			base: 1,
			by,
			today: '2026-05-20'
		});
		expect(planVersions.current(db, glostrup).population).toBeUndefined();
	});

	it('leave what no municipality edits to the program', () => {
		write(withTeam('Job'));
		const newer = { ...shipped, name: 'Vejen' };
		expect(planVersions.at(db, newer, 2)?.name).toBe('Vejen');
	});

	it('that cannot be read stop with path and reason', () => {
		db.prepare(
			"insert into plan_version (version, part, content, made_on) values (1, '', ?, '2026-05-20')"
		).run(JSON.stringify({ ...shipped, title: 7 }));
		expect(() => planVersions.current(db, shipped)).toThrow(/vejen, version 1 .*\ntitle: /);
	});

	it('that were kept before there were goals of every kind have their targets among the goals', () => {
		const { headings: _, goals: __, initiatives: ___, ...before } = editedOf(shipped);
		const wording = { da: 'tilfredse med samtalerne i jobcentret' };
		const source = { kind: 'ours', why: 'Udvalget' };
		const target = { item: 'overall', wording, period: 'year', source };
		db.prepare(
			"insert into plan_version (version, part, content, made_on) values (1, '', ?, '2026-05-20')"
		).run(
			JSON.stringify({
				...before,
				targets: [
					{ ...target, id: 'satisfied', goal: 82 },
					{
						...target,
						id: 'own',
						item: 'involved',
						goal: 70,
						baseline: { share: 60, year: 2025, n: 90, wording }
					}
				]
			})
		);
		const { goals } = planVersions.current(db, shipped);
		expect(goals).toHaveLength(12);
		expect(surveyTargets(goals)).toMatchObject([
			{ id: 'satisfied', goal: 82, period: 'year', baseline: null },
			{ id: 'own', goal: 70, baseline: { share: 60, year: 2025, n: 90 } }
		]);
	});

	it('hold no plan that does not parse', () => {
		expect(() => write({ ...shipped, teams: [{ ...first!, caseworkers: 0 }] })).toThrow(
			/teams\.0\.caseworkers/
		);
		expect(planVersions.latest(db)).toBe(1);
	});
});

describe('the plan that a round’s figures are read by', () => {
	const kept = { round, questionnaire };
	const goal = (n: number): Plan => ({
		...shipped,
		goals: shipped.goals.map((each) =>
			each.id === 'satisfied'
				? {
						...each,
						aims: [{ kind: 'value', measure: 'figure', value: n, when: { kind: 'undated' } }]
					}
				: each
		)
	});
	const setGoal = (n: number, today: string) =>
		planVersions.write(db, shipped, {
			part: 'goals',
			edited: goal(n),
			base: planVersions.latest(db),
			by,
			today
		});
	const goalNow = () =>
		surveyTargets(ofRound(db, planVersions.current(db, shipped), kept).goals).map(
			(each) => each.goal
		);
	const release = (day: string) =>
		db.prepare("update unit set released_on = ?, state = 'released'").run(day);

	it('is the plan as it came while nobody has edited it', () => {
		expect(ofRound(db, shipped, kept)).toBe(shipped);
	});

	it('holds the goal of before the first figures, whoever moves it afterwards', () => {
		publish(db, round, questionnaire, [['2026-01', 'month', 'open']]);
		setGoal(85, '2026-02-01');
		expect(goalNow()).toEqual([85]);
		release('2026-02-10');
		setGoal(60, '2026-02-10');
		setGoal(50, '2026-03-01');
		expect(goalNow()).toEqual([85]);
	});

	it('holds the plan’s own goal when it was first edited after the figures', () => {
		publish(db, round, questionnaire, [['2026-01', 'month', 'open']]);
		release('2026-02-10');
		setGoal(60, '2026-02-11');
		expect(goalNow()).toEqual([80]);
	});

	it('still names a team that the plan has dropped, and calls the others what they are called now', () => {
		write(withTeam('Job og virksomhed'));
		const { teams } = ofRound(db, planVersions.current(db, shipped), kept);
		expect(teams.map(({ id }) => id)).toEqual(shipped.teams.map(({ id }) => id));
		expect(teams[0]?.name.da).toBe('Job og virksomhed');
		expect(teams[1]?.name.da).toBe(shipped.teams[1]?.name.da);
	});
});
