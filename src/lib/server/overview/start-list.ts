import { daysBetween, type Day } from '../../calendar.ts';
import { inWords } from '../../i18n/days.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Db } from '../core/database.ts';
import { environment } from '../core/environment.ts';
import * as proxy from '../core/limits/proxy.ts';
import * as settings from '../core/settings.ts';
import * as looks from '../look/look.ts';
import * as languages from '../plan/languages.ts';
import * as compliance from '../rounds/compliance.ts';
import * as rounds from '../rounds/rounds.ts';
import * as committee from '../staff/committee.ts';
import { loginOf } from '../staff/own-login/configuration.ts';
import * as ownLogin from '../staff/own-login/trial.ts';
import { may } from '../staff/access/access.ts';
import { ROLES, type Role } from '../staff/access/role.ts';
import type { Staff } from '../staff/session.ts';
import * as users from '../staff/users.ts';
import type { Card } from './card.ts';

/** Who answers for a point: a role, or whoever runs the server. */
type Owner = Role | 'operator';

/** One thing between now and the first open round; its words are the operating messages' `start.points.<name>`. */
export type Point = {
	name: PointName;
	/** Without it the product itself refuses to open a round. */
	must: boolean;
	done: boolean;
	owners: Owner[];
	/** A staff route below `/intern` where it is done; none where it is done on the server. */
	to?: string;
	values: { [placeholder: string]: string | number };
	/** The roles that nobody holds yet. */
	roles?: Role[];
};
export type PointName =
	| 'staff'
	| 'sign-in'
	| 'own-login'
	| 'committee'
	| 'sizes'
	| compliance.CompliancePart
	| 'in-force'
	| 'look'
	| 'languages'
	| 'tried'
	| 'backup'
	| 'proxy'
	| 'round';

type Told = Pick<Point, 'done' | 'owners' | 'to'> & Partial<Pick<Point, 'values' | 'roles'>>;

/** A copy that is older was made by nobody's timer. */
const BACKUP_DAYS = 3;
const TRIED = 'tried-on';

/** Somebody has walked a round on trial: no more is kept of it than the day. */
export const noteTrial = (db: Db, today: Day): void => settings.put(db, TRIED, today);

/** What stands between now and the first round, all of it read from what is there: nobody ticks anything. */
export function points(db: Db, plan: Plan, today: Day): Point[] {
	const must = (name: PointName, told: Told): Point => ({ name, must: true, values: {}, ...told });
	const wise = (name: PointName, told: Told): Point => ({ ...must(name, told), must: false });
	const part = (name: compliance.CompliancePart, owners: Owner[]): Told => ({
		done: compliance.isSettled(db, plan, name, today),
		owners,
		to: '/foer-start'
	});
	return [
		wise('staff', staff(db)),
		loginOf(plan.municipality)
			? wise('own-login', ownLoginTried(db, plan))
			: wise('sign-in', signIn(db)),
		must('sizes', {
			done: settings.areTeamSizesOurs(db),
			owners: ['administrator'],
			to: '/plan/team',
			values: { n: plan.teams.length }
		}),
		must('telephone', part('telephone', ['leader'])),
		must('responsible', part('responsible', ['leader', 'administrator'])),
		must('basis', part('basis', ['leader', 'administrator'])),
		must('assessment', part('assessment', ['leader', 'administrator'])),
		must('operation', part('operation', ['administrator'])),
		must('archive', part('archive', ['secretary'])),
		must('in-force', inForce(db)),
		wise('statement', part('statement', ['administrator'])),
		wise('look', look(db)),
		wise('languages', offered(db, plan, today)),
		wise('committee', {
			done: committee.on(db, today) !== undefined,
			owners: ['secretary', 'administrator'],
			to: '/udvalg'
		}),
		wise('tried', tried(db)),
		wise('backup', backup(db, today)),
		...(proxy.isUntold() ? [wise('proxy', { done: false, owners: ['operator'] })] : []),
		must('round', {
			done: rounds.list(db).length > 0,
			owners: ['leader'],
			to: '/maalinger/ny'
		})
	];
}

/** What the overview says of it until there is a round, to those who own some of it. */
export function startCard(db: Db, staff: Staff, today: Day, plan: Plan): Card | undefined {
	if (environment().DEMO || rounds.list(db).length > 0) return undefined;
	const all = points(db, plan, today);
	const mine = all.filter(({ done, owners }) => !done && isOneOf(staff, owners)).length;
	return {
		card: 'start',
		to: '/opstart',
		values: { done: all.filter(({ done }) => done).length, of: all.length, mine },
		waits: mine > 0
	};
}

/** A point as one person meets it: whether it is theirs, and where they may go to do it. */
export function forPerson(point: Point, staff: Pick<Staff, 'roles'>): Point & { isMine: boolean } {
	const { to, ...rest } = point;
	const signed = { step: 'done', roles: staff.roles } as const;
	const mayGo = to !== undefined && may(signed, `/[municipality]/intern${to}`);
	return { ...rest, ...(mayGo && { to }), isMine: isOneOf(staff, point.owners) };
}

const isOneOf = (staff: Pick<Staff, 'roles'>, owners: Owner[]): boolean =>
	staff.roles.some((role) => owners.includes(role));

const active = (db: Db) => users.list(db).filter((user) => user.active);

function staff(db: Db): Told {
	const held = new Set(active(db).flatMap(({ roles }) => roles));
	const roles = ROLES.filter((role) => !held.has(role));
	return { done: roles.length === 0, owners: ['administrator'], to: '/brugere', roles };
}

/** Everyone who was invited has been in, second factor and all, and there is somebody beside the first. */
function signIn(db: Db): Told {
	const all = active(db).filter(({ demo }) => !demo || environment().DEMO);
	const waiting = all.filter((user) => !user.demo && !user.ownLogin && !user.hasSecondFactor);
	return {
		done: waiting.length === 0 && all.length > 1,
		owners: ['administrator'],
		to: '/brugere',
		values: { waiting: waiting.length }
	};
}

function ownLoginTried(db: Db, plan: Plan): Told {
	const login = loginOf(plan.municipality);
	return {
		done: login !== undefined && ownLogin.isInUse(db, login),
		owners: ['administrator', 'operator'],
		to: '/kommunens-login',
		values: { label: login?.label ?? '' }
	};
}

function inForce(db: Db): Told {
	const entered = compliance.read(db);
	return {
		done: entered !== undefined,
		owners: ['leader', 'administrator'],
		to: '/foer-start',
		values: { day: entered ? inWords(entered.enteredOn, 'da') : '' }
	};
}

function look(db: Db): Told {
	const { logo } = looks.read(db);
	return {
		done: looks.isOwn(db),
		owners: ['administrator'],
		to: '/udseende',
		values: { logo: logo ? 'yes' : 'no' }
	};
}

function offered(db: Db, plan: Plan, today: Day): Told {
	const chosen = settings.languages(db, plan);
	const all = languages.offered(db, plan, today);
	const lacking = chosen.filter((each) => !all.includes(each)).length;
	return {
		done: lacking === 0,
		owners: ['administrator'],
		to: '/indstillinger',
		values: { n: all.length, lacking }
	};
}

function tried(db: Db): Told {
	const day = settings.get(db, TRIED);
	return {
		done: day !== undefined,
		owners: ['leader', 'secretary', 'administrator'],
		to: '/proev',
		values: { day: day ? inWords(day, 'da') : '' }
	};
}

/** The newest copy that was read through after it was made, and whether its keys were copied with it. */
function backup(db: Db, today: Day): Told {
	const newest = db
		.prepare<[], { day: Day; pair: number }>(
			'select day, pair from backup where verified = 1 order by day desc limit 1'
		)
		.get();
	const isFresh = newest !== undefined && daysBetween(newest.day, today) <= BACKUP_DAYS;
	return {
		done: isFresh && newest.pair === 1,
		owners: ['operator'],
		values: {
			state: !newest ? 'none' : newest.pair === 1 ? 'pair' : 'file',
			day: newest ? inWords(newest.day, 'da') : ''
		}
	};
}
