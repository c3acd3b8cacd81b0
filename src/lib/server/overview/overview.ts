import { addDays, type Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Card } from './card.ts';
import * as goalCards from './goal-cards.ts';
import * as surveyCards from './survey-cards.ts';
import type { Db } from '../core/database.ts';
import { interviewsCard, materialCard, reviewCard } from './interview-cards.ts';
import { reportsCard } from './report-cards.ts';
import { startCard } from './start-list.ts';
import * as recovery from '../staff/recovery.ts';
import { may } from '../staff/access/access.ts';
import type { Role } from '../staff/access/role.ts';
import type { Staff } from '../staff/session.ts';
import * as users from '../staff/users.ts';

type Teller = (
	db: Db,
	staff: Staff,
	today: Day,
	plan: Plan,
	keysFolder: string
) => Card | undefined;

/** By the route that a card leads to: who may not go there is not told. Parts to come add theirs here. */
const TELLERS: { [to: string]: Teller } = {
	'/initiativer': goalCards.initiativesCard,
	'/min-adgang': recoveryCard,
	'/resultater': goalCards.resultsCard,
	'/maal': goalCards.goalsCard,
	'/tal': goalCards.figuresCard,
	'/opstart': startCard,
	'/maalinger': surveyCards.roundsCard,
	'/koder': surveyCards.codesCard,
	'/papir': surveyCards.paperCard,
	'/tablets': surveyCards.tabletsCard,
	'/samtaler': surveyCards.meetingsCard,
	'/kommentarer': surveyCards.commentsCard,
	'/plan': surveyCards.planCard,
	'/foer-start': surveyCards.complianceCard,
	'/udvalg': surveyCards.committeeCard,
	'/brugere': usersCard,
	'/haendelser': auditCard,
	'/interviewforloeb': interviewsCard,
	'/gennemsyn': reviewCard,
	'/rapporter': reportsCard,
	'/kvartalsmateriale': materialCard
};

/** The cards of one person, those that await something first. */
export function cards(
	{ db, plan, keysFolder }: { db: Db; plan: Plan; keysFolder: string },
	staff: Staff & { roles: readonly Role[] },
	today: Day
): Card[] {
	return Object.entries(TELLERS)
		.filter(([to]) => may({ step: 'done', roles: staff.roles }, `/[municipality]/intern${to}`))
		.flatMap(([, tell]) => tell(db, staff, today, plan, keysFolder) ?? [])
		.sort((a, b) => Number(b.waits) - Number(a.waits));
}

const LEFT_MIN = 3;

function recoveryCard(db: Db, staff: Staff): Card | undefined {
	const user = users.find(db, staff.id);
	const left = recovery.left(db, staff.id);
	if (!user?.hasSecondFactor || left >= LEFT_MIN) return undefined;
	return { card: 'recovery', to: '/min-adgang', values: { left }, waits: true };
}

function usersCard(db: Db): Card {
	const all = users.list(db).filter((user) => user.active);
	const waiting = all.filter((user) => !user.ownLogin && !user.demo && !user.hasPassword).length;
	return {
		card: 'users',
		to: '/brugere',
		values: { active: all.length - waiting, waiting },
		waits: waiting > 0
	};
}

function auditCard(db: Db, _staff: Staff, today: Day): Card {
	const refused = db
		.prepare<[Day], number>("select count(*) from audit where what = 'access-refused' and day >= ?")
		.pluck()
		.get(addDays(today, -7));
	return {
		card: 'audit',
		to: '/haendelser',
		values: { refused: refused ?? 0 },
		waits: (refused ?? 0) > 0
	};
}
