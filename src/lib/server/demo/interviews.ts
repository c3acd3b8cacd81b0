import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, addMonths, lastDay, monthOf, quarterOf, type Day } from '../../calendar.ts';
import { monthInWords } from '../../i18n/days.ts';
import type { Note } from '../../interviews/calls.ts';
import { canonical } from '../../interviews/draw/draw.ts';
import { isEligible } from '../../interviews/draw/eligibility.ts';
import { sentences } from '../../interviews/text.ts';
import type { Plan } from '../../plan/plan.ts';
import * as csv from '../../spreadsheet/csv.ts';
import { open, type Db } from '../core/database.ts';
import { environment } from '../core/environment.ts';
import * as courses from '../interviews/courses.ts';
import * as draw from '../interviews/draw.ts';
import * as notes from '../interviews/notes.ts';
import * as passages from '../interviews/passages.ts';
import * as people from '../interviews/people.ts';
import * as interviews from '../interviews/interviews.ts';
import * as review from '../interviews/review.ts';
import type { Reviewer } from '../interviews/reviewers.ts';
import * as summaries from '../interviews/summaries.ts';
import {
	AWAITING_SUMMARY,
	FIRST_SUMMARY,
	MENDED_SUMMARY,
	TALKS,
	type Said
} from './interview-texts.ts';
import { between, pick, random } from './random.ts';
import { someone } from './staff.ts';

const LISTED = 60;
/** How old the course is whose summary has been seen; its notes are erased by now. */
const SEEN_MONTHS_AGO = 5;

type Cast = { chair: Reviewer; leader: Reviewer };
type Step = { db: Db; plan: Plan; cast: Cast; day: Day };

/**
 * Invented interviews of a plan that has any: one course that is over, with a summary that was returned, mended and seen, and
 * one that is under way. Made by the same functions that the pages call. @returns whether there was anything to make
 */
export function makeInterviews(plan: Plan, today: Day): boolean {
	if (!plan.interviews) return false;
	const db = open(plan.municipality);
	const cast = {
		chair: { user: someone(db, 'chair', today).id, roles: ['chair'] },
		leader: { user: someone(db, 'leader', today).id, roles: ['leader'] }
	} satisfies Cast;
	past({ db, plan, cast, day: lastDay(addMonths(monthOf(today), -SEEN_MONTHS_AGO)) });
	underWay({ db, plan, cast, day: addDays(today, -12) });
	writeFileSync(join(environment().DATA_DIR, 'demo-liste.csv'), listFile(plan, today));
	return true;
}

function past({ db, plan, cast, day }: Step): void {
	const course = begin({ db, plan, cast, day: addDays(day, -30) }, day);
	const at = (days: number): Step => ({ db, plan, cast, day: addDays(day, days) });
	answer(db, cast, course, [
		[2, 'known'],
		[4, 'no'],
		[1, 'not-reached']
	]);
	for (const [index, talk] of TALKS.entries()) hear(at(index - 14), course, index, talk);
	const { id } = summaries.prepare(db, { course, interview: null }, day);
	const send = (text: string, on: Day) =>
		done(review.send(db, id, cast.leader, { text, checked: [...review.CHECKS] }, on));
	send(FIRST_SUMMARY, day);
	const remark = (marked: number[], text: string, recognisable = false) =>
		done(review.remark(db, id, cast.chair, { marked, text, recognisable }, addDays(day, 3)));
	remark([0], 'Skriv tallet i stedet for "de fleste".');
	remark([4], 'Køleskabet kan genkendes af den, det handler om. Kan det siges uden?', true);
	done(review.returnToAuthor(db, id, cast.chair, addDays(day, 3)));
	send(MENDED_SUMMARY, addDays(day, 5));
	done(review.markSeen(db, id, cast.chair, addDays(day, 8)));
	done(review.confirm(db, id, cast.leader, addDays(day, 9)));
	const included = addDays(day, 10);
	done(review.include(db, id, cast.chair, quarterOf(monthOf(included)), included));
	const decision = {
		meetingOn: addDays(day, 20),
		item: '6',
		decision:
			'Taget til efterretning. Udvalget beder om, at aftaler bliver skrevet ned og givet med hjem.'
	};
	done(review.decide(db, id, cast.chair, decision, addDays(day, 21)));
}

function underWay({ db, plan, cast, day }: Step): void {
	const due = courses.calendar(db, plan, day).find(({ kind }) => kind === firstKind(plan)?.id);
	const course = begin({ db, plan, cast, day }, due?.dueOn ?? lastDay(monthOf(day)));
	answer(db, cast, course, [
		[3, 'no'],
		[5, 'not-reached']
	]);
	const at = (days: number): Step => ({ db, plan, cast, day: addDays(day, days) });
	const [first = [], second = []] = TALKS;
	const interview = hear(at(5), course, 0, first);
	hear(at(8), course, 1, second);
	const { id } = summaries.prepare(db, { course, interview }, addDays(day, 10));
	const sending = { text: AWAITING_SUMMARY, checked: [...review.CHECKS] };
	done(review.send(db, id, cast.leader, sending, addDays(day, 10)));
}

const firstKind = (plan: Plan) => plan.interviews?.kinds[0];

/** Begins a course and draws: the list is invented too, and its digest is what the record shows. */
function begin({ db, plan, cast, day }: Step, dueOn: Day): string {
	const kind = firstKind(plan);
	if (!kind) throw new Error('the plan has interviews');
	const name = `${kind.name.da}, ${monthInWords(monthOf(dueOn), 'da')} (opfundet)`;
	const { id } = done(
		courses.begin(
			db,
			plan,
			{
				kind: kind.id,
				name,
				wanted: kind.citizens,
				dueOn,
				participants: [cast.chair.user, cast.leader.user]
			},
			day
		)
	);
	const listed = cases(plan, day);
	const eligible = listed.filter((each) => isEligible(each, kind.eligibility, day));
	const digest = createHash('sha256').update(canonical(eligible)).digest('hex');
	const locked = {
		digest,
		listed: listed.length,
		eligible: eligible.length,
		teams: new Set(eligible.map(({ team }) => team)).size,
		stratified: false,
		wanted: kind.citizens,
		asOf: day
	};
	const from = random(`${plan.municipality} draw ${day}`);
	done(draw.lock(db, id, locked, cast.leader.user, day));
	for (const { user } of [cast.chair, cast.leader]) {
		done(draw.type(db, id, user, between(from, 0, 999_999), day));
	}
	return id;
}

/** @param said what some say by their number; everyone else who stands says yes */
function answer(db: Db, { leader }: Cast, course: string, said: [number, Note][]): void {
	const note = (number: number, what: Note) =>
		done(people.note(db, course, { number, note: what, user: leader.user }));
	for (const [number, what] of said) note(number, what);
	for (const { number, standing } of people.list(db, course)) {
		if (standing === 'drawn') note(number, 'yes');
	}
}

/** One citizen is interviewed, by both, and what they say is noted and coded. */
function hear({ db, cast, day }: Step, course: string, index: number, talk: Said[]): string {
	const ready = people.list(db, course).filter(({ standing }) => standing === 'yes');
	const kind = courses.find(db, course)?.kind;
	const { id } = done(
		interviews.begin(
			db,
			{ course, number: ready[0]?.number ?? 0 },
			{
				language: 'da',
				agreed: kind?.consent.map((words) => words.id) ?? [],
				holders: [cast.chair.user, cast.leader.user]
			},
			day
		)
	);
	const author = cast.leader.user;
	const written = talk.map(({ question, sentences: said }) => ({
		question,
		text: said.join(' '),
		base: 0
	}));
	done(notes.keep(db, author, { interview: id, writer: `demo-${index}`, turn: 1, notes: written }));
	for (const { question, sentences: said, coded } of talk) {
		for (const { sentence, ...coding } of coded) {
			if (sentences(said.join(' ')).length !== said.length)
				throw new Error(`${question}: sentences`);
			done(passages.add(db, id, { author, question, marked: [sentence] }, coding));
		}
	}
	done(interviews.hold(db, id, author, day));
	return id;
}

/** A list to try a draw with by hand, as a case system would give it. */
function listFile(plan: Plan, today: Day): string {
	const rows = cases(plan, today).map(({ key, start, end, team }) => [key, start, end ?? '', team]);
	return csv.file([['Sagsnøgle', 'Startdato', 'Slutdato', 'Team'], ...rows]);
}

function cases(plan: Plan, today: Day) {
	const from = random(`${plan.municipality} list`);
	const [first = { da: '' }, ...others] = plan.teams.map(({ name }) => name);
	return Array.from({ length: LISTED }, (_, n) => {
		const start = addDays(today, -between(from, 20, 700));
		const hasEnded = between(from, 1, 5) === 1;
		const end = addDays(start, between(from, 60, 400));
		return {
			key: `D-${1001 + n}`,
			team: pick(from, [first, ...others]).da,
			start,
			...(hasEnded && end < today && { end })
		};
	});
}

function done<T extends { ok: boolean }>(outcome: T): Extract<T, { ok: true }> {
	if (!outcome.ok) throw new Error(`the demo's interviews: ${JSON.stringify(outcome)}`);
	return outcome as Extract<T, { ok: true }>;
}
