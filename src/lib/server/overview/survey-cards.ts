import { addDays, addMonths, daysBetween, monthOf, type Day } from '../../calendar.ts';
import { inWords, monthInWords } from '../../i18n/days.ts';
import type { Plan } from '../../plan/plan.ts';
import { takesUntil } from '../../survey/round.ts';
import * as collecting from '../rounds/collecting.ts';
import * as codes from '../rounds/codes.ts';
import * as commentEditing from '../results/comment-editing.ts';
import * as committee from '../staff/committee.ts';
import * as compliance from '../rounds/compliance.ts';
import type { Db } from '../core/database.ts';
import { environment } from '../core/environment.ts';
import * as languages from '../plan/languages.ts';
import * as meetings from '../rounds/meetings.ts';
import type { Card } from './card.ts';
import * as rounds from '../rounds/rounds.ts';
import { news } from '../rounds/unopened.ts';
import type { Staff } from '../staff/session.ts';
import * as proxy from '../core/limits/proxy.ts';
import * as settings from '../core/settings.ts';
import * as tablets from '../tablet/tablets.ts';

// What each page of the desk has to say on the overview, and whether it awaits this person.

/** So long before a round's end the leader is asked whether there is to be another. */
const ENDING_DAYS = 28;

/** A tablet that is used is heard from more often. */
const SILENT_DAYS = 7;

const is = (staff: Staff, ...roles: Staff['roles']): boolean =>
	staff.roles.some((role) => roles.includes(role));

export function roundsCard(
	db: Db,
	staff: Staff,
	today: Day,
	_plan: Plan,
	keysFolder: string
): Card {
	const unopened = news(db, keysFolder, today).length;
	const all = rounds.list(db).map(({ round }) => round);
	const open = all.findLast(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn);
	const planned = all.find(({ opensOn }) => opensOn > today);
	const days = open ? daysBetween(today, open.closesOn) : 0;
	const isEnding = open !== undefined && !planned && days <= ENDING_DAYS;
	const { name, day, state } = open
		? { name: open.name.da, day: open.closesOn, state: isEnding ? 'ending' : 'open' }
		: planned
			? { name: planned.name.da, day: planned.opensOn, state: 'planned' }
			: { name: '', day: today, state: 'none' };
	return {
		card: 'rounds',
		to: '/maalinger',
		values: {
			state,
			name,
			date: inWords(day, 'da'),
			days,
			unopened,
			mayOpen: String(is(staff, 'leader'))
		},
		waits: is(staff, 'leader') && (unopened > 0 || state === 'none' || state === 'ending')
	};
}

export function codesCard(db: Db, _staff: Staff, today: Day): Card | undefined {
	const [round] = collecting.open(db, 'code', today);
	if (!round) return undefined;
	const month = monthOf(today);
	const n = codes
		.handedOut(db, round.id)
		.filter((batch) => batch.channel === 'code' && batch.month === month)
		.reduce((sum, { invited }) => sum + invited, 0);
	return {
		card: 'codes',
		to: '/koder',
		values: { n, month: monthInWords(month, 'da') },
		waits: n === 0
	};
}

export function paperCard(db: Db, staff: Staff, today: Day): Card | undefined {
	const [round] = collecting.receiving(db, 'paper', today);
	if (!round) return undefined;
	const n = codes
		.handedOut(db, round.id)
		.filter(({ channel }) => channel === 'paper')
		.reduce((sum, { invited }) => sum + invited, 0);
	const isLast = today > round.closesOn;
	return {
		card: 'paper',
		to: '/papir',
		values: { n, isLast: String(isLast), date: inWords(takesUntil(round), 'da') },
		waits: isLast && is(staff, 'secretary')
	};
}

/** One that has not been heard from may have answers waiting on it: it sends them when it is on, and on the net. */
export function tabletsCard(db: Db, _staff: Staff, today: Day): Card | undefined {
	const taking = new Set(collecting.receiving(db, 'tablet', today).map(({ id }) => id));
	const used = tablets.list(db).filter(({ isRevoked, round }) => !isRevoked && taking.has(round));
	if (used.length === 0) return undefined;
	const limit = addDays(today, -SILENT_DAYS);
	const silent = used.filter(({ seenOn, madeOn }) => (seenOn ?? madeOn ?? today) <= limit).length;
	return {
		card: 'tablets',
		to: '/tablets',
		values: { n: used.length, silent },
		waits: silent > 0
	};
}

/** Meetings held are known when a month is over; before that nobody is asked for them. */
export function meetingsCard(db: Db, _staff: Staff, today: Day, plan: Plan): Card | undefined {
	const month = addMonths(monthOf(today), -1);
	const round = rounds
		.list(db)
		.map((kept) => kept.round)
		.find(({ opensOn, closesOn }) => monthOf(opensOn) <= month && month <= monthOf(closesOn));
	if (!round) return undefined;
	const told = new Set(meetings.list(db, month, month).map(({ team }) => team));
	const lacking = collecting.teamsOf(plan, round).filter(({ id }) => !told.has(id)).length;
	return {
		card: 'meetings',
		to: '/samtaler',
		values: { lacking, month: monthInWords(month, 'da') },
		waits: lacking > 0
	};
}

export function commentsCard(db: Db): Card {
	const n = commentEditing.unread(db).length;
	return { card: 'comments', to: '/kommentarer', values: { n }, waits: n > 0 };
}

export function complianceCard(db: Db, staff: Staff, today: Day): Card {
	const entered = compliance.read(db);
	const limit = `${Number(today.slice(0, 4)) - compliance.ASSESSMENT_YEARS}${today.slice(4)}`;
	const paper = !entered ? 'missing' : entered.assessedOn < limit ? 'old' : 'done';
	// Whoever runs the server mends it: that is with the agreements.
	const state = proxy.isUntold() ? 'proxy' : paper;
	const isAsked = state === 'proxy' || (state !== 'done' && !environment().DEMO);
	const mayWrite = is(staff, 'administrator', 'leader');
	return {
		card: 'compliance',
		to: '/foer-start',
		values: {
			state,
			years: compliance.ASSESSMENT_YEARS,
			mayWrite: String(mayWrite)
		},
		waits: isAsked && mayWrite
	};
}

export function committeeCard(db: Db, staff: Staff, today: Day): Card {
	const now = committee.on(db, today);
	const mayWrite = is(staff, 'administrator', 'secretary');
	return {
		card: 'committee',
		to: '/udvalg',
		values: {
			state: now ? 'there' : 'missing',
			name: now?.name ?? '',
			chair: now?.chair ?? '',
			mayWrite: String(mayWrite)
		},
		waits: !now && mayWrite
	};
}

export function planCard(db: Db, staff: Staff, today: Day, plan: Plan): Card {
	const offered = languages.offered(db, plan, today);
	const lacking = settings.read(db, plan).languages.filter((each) => !offered.includes(each));
	const isExpired = plan.period.to < Number(today.slice(0, 4));
	const mustSize = !environment().DEMO && !settings.areTeamSizesOurs(db);
	const state = isExpired
		? 'expired'
		: mustSize
			? 'sizes'
			: lacking.length > 0
				? 'lacking'
				: 'fine';
	return {
		card: 'plan',
		to: '/plan',
		values: { state, title: plan.title, n: lacking.length },
		waits: state !== 'fine' && is(staff, 'administrator')
	};
}
