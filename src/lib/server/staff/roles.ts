export const ROLES = ['caseworker', 'leader', 'chair', 'secretary', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** How far a sign-in has come: the password is right, a second factor must be set up, or all is done. */
export type Step = 'second-factor' | 'enrol' | 'done';

/** Who a door is for: anyone, a sign-in that waits at this step, everyone who is signed in, or these roles. */
export type Door = 'anyone' | 'second-factor' | 'enrol' | 'everyone' | readonly Role[];
export type Table = { [route: string]: { see: Door; actions?: { [action: string]: Door } } };

const INTERN = '/[municipality]/intern';

const PLAN_READERS = ['administrator', 'leader', 'chair', 'secretary'] as const;
/** A page of the plan's editor. */
const EDITOR = {
	see: ['administrator'],
	actions: { arrange: ['administrator'], save: ['administrator'] }
} as const;

/** Who may what: the one place that says so. A staff route or action that is not here is refused. */
export const TABLE: Table = {
	[INTERN]: { see: 'everyone' },
	// Whatever is nowhere else: says so on a page of staff.
	[`${INTERN}/[...rest]`]: { see: 'everyone' },
	[`${INTERN}/log-ind`]: {
		see: 'anyone',
		actions: { password: 'anyone', demo: 'anyone' }
	},
	[`${INTERN}/log-ud`]: { see: 'anyone', actions: { default: 'anyone' } },
	[`${INTERN}/oidc`]: { see: 'anyone' },
	[`${INTERN}/oidc/retur`]: { see: 'anyone' },
	[`${INTERN}/oidc/log-ud`]: { see: 'anyone' },
	[`${INTERN}/saml`]: { see: 'anyone' },
	[`${INTERN}/saml/retur`]: { see: 'anyone', actions: { default: 'anyone' } },
	[`${INTERN}/saml/ind`]: { see: 'anyone' },
	[`${INTERN}/saml/metadata`]: { see: 'anyone' },
	[`${INTERN}/saml/log-ud`]: { see: 'anyone' },
	[`${INTERN}/kommunens-login`]: {
		see: ['administrator'],
		actions: { use: ['administrator'], pause: ['administrator'] }
	},
	[`${INTERN}/invitation`]: { see: 'anyone', actions: { default: 'anyone' } },
	[`${INTERN}/bekraeft`]: {
		see: 'second-factor',
		actions: { code: 'second-factor', recovery: 'second-factor' }
	},
	[`${INTERN}/to-trin`]: { see: 'enrol', actions: { default: 'enrol' } },
	[`${INTERN}/min-adgang`]: {
		see: 'everyone',
		actions: {
			end: 'everyone',
			endAll: 'everyone',
			changePassword: 'everyone',
			renewSecondFactor: 'everyone',
			renewRecoveryCodes: 'everyone',
			notify: 'everyone',
			unnotify: 'everyone'
		}
	},
	[`${INTERN}/brugere`]: { see: ['administrator'], actions: { invite: ['administrator'] } },
	[`${INTERN}/brugere/[user]`]: {
		see: ['administrator'],
		actions: {
			setRoles: ['administrator'],
			invite: ['administrator'],
			resetPassword: ['administrator'],
			resetSecondFactor: ['administrator'],
			endSessions: ['administrator'],
			deactivate: ['administrator'],
			reactivate: ['administrator']
		}
	},
	[`${INTERN}/haendelser`]: { see: ['administrator', 'leader', 'chair'] },
	[`${INTERN}/haendelser/csv`]: { see: ['administrator', 'leader', 'chair'] },
	[`${INTERN}/maalinger`]: { see: ['leader', 'chair', 'secretary'] },
	[`${INTERN}/maalinger/ny`]: {
		see: ['leader'],
		actions: { preview: ['leader'], open: ['leader'] }
	},
	[`${INTERN}/maalinger/[round]`]: {
		see: ['leader', 'chair', 'secretary'],
		actions: { extend: ['leader'], stop: ['leader'], withdraw: ['leader'] }
	},
	[`${INTERN}/koder`]: {
		see: ['leader', 'secretary'],
		actions: { default: ['leader', 'secretary'] }
	},
	[`${INTERN}/koder/tekster`]: { see: ['leader', 'secretary'] },
	[`${INTERN}/papir`]: {
		see: ['leader', 'secretary'],
		actions: { default: ['leader', 'secretary'] }
	},
	// What was made and handed out, one batch at a time.
	[`${INTERN}/uddelt/[batch]`]: {
		see: ['leader', 'secretary'],
		actions: {
			take: ['leader', 'secretary'],
			correct: ['leader', 'secretary'],
			cancel: ['leader', 'secretary']
		}
	},
	[`${INTERN}/papir/skema`]: { see: ['leader', 'secretary'] },
	[`${INTERN}/papir/tast`]: { see: ['secretary'], actions: { default: ['secretary'] } },
	[`${INTERN}/samtaler`]: {
		see: ['leader', 'secretary'],
		actions: { write: ['leader', 'secretary'], read: ['leader', 'secretary'] }
	},
	[`${INTERN}/maal`]: { see: ['leader', 'chair', 'secretary'], actions: { show: ['leader'] } },
	[`${INTERN}/maal/[goal]`]: {
		see: ['leader', 'chair', 'secretary'],
		actions: {
			enter: ['leader', 'secretary'],
			begin: ['leader'],
			move: ['leader']
		}
	},
	[`${INTERN}/initiativer`]: {
		see: ['leader', 'chair', 'secretary'],
		actions: { take: ['leader'], begin: ['leader'], write: ['leader'], move: ['leader'] }
	},
	[`${INTERN}/maaned`]: { see: ['leader', 'chair', 'secretary'] },
	[`${INTERN}/tal`]: {
		see: ['leader', 'secretary'],
		actions: {
			preview: ['leader', 'secretary'],
			save: ['leader', 'secretary'],
			fetch: ['leader'],
			stop: ['leader']
		}
	},
	[`${INTERN}/tal/csv`]: { see: ['leader', 'secretary'] },
	[`${INTERN}/kommentarer`]: {
		see: ['secretary'],
		actions: { show: ['secretary'], unshow: ['secretary'], hide: ['secretary'] }
	},
	// The plan is public in what it says; what it is to say is for who answers for no figure by it.
	[`${INTERN}/plan`]: { see: PLAN_READERS },
	[`${INTERN}/plan/ord`]: EDITOR,
	[`${INTERN}/plan/loefter`]: EDITOR,
	[`${INTERN}/plan/team`]: {
		see: ['administrator'],
		actions: { ...EDITOR.actions, confirm: ['administrator'] }
	},
	[`${INTERN}/plan/svarvalg`]: EDITOR,
	[`${INTERN}/plan/maal`]: EDITOR,
	[`${INTERN}/plan/maal/[goal]`]: EDITOR,
	[`${INTERN}/plan/henvendelse`]: EDITOR,
	[`${INTERN}/plan/befolkning`]: EDITOR,
	[`${INTERN}/plan/skemaer/[questionnaire]`]: {
		see: ['administrator'],
		actions: { arrange: ['administrator'], preview: ['administrator'], save: ['administrator'] }
	},
	[`${INTERN}/plan/versioner`]: { see: PLAN_READERS },
	[`${INTERN}/plan/versioner/[version]`]: {
		see: PLAN_READERS,
		actions: { restore: ['administrator'] }
	},
	[`${INTERN}/tablet`]: { see: ['caseworker'], actions: { start: ['caseworker'] } },
	[`${INTERN}/tablets`]: {
		see: ['caseworker', 'leader', 'administrator'],
		actions: { code: ['caseworker'], revoke: ['caseworker', 'leader', 'administrator'] }
	},
	// Where the results are closed to others, these go in; an administrator reads no figures by being one.
	[`${INTERN}/resultater`]: { see: ['caseworker', 'leader', 'chair', 'secretary'] },
	[`${INTERN}/interviewforloeb`]: { see: ['leader', 'chair'] },
	[`${INTERN}/interviewforloeb/ny`]: { see: ['leader'], actions: { default: ['leader'] } },
	[`${INTERN}/interviewforloeb/[course]`]: {
		see: ['leader', 'chair'],
		actions: {
			note: ['leader', 'chair'],
			undo: ['leader', 'chair'],
			callTeams: ['leader', 'chair'],
			callNext: ['leader', 'chair'],
			summarise: ['leader', 'chair'],
			participants: ['leader'],
			journal: ['leader'],
			cancel: ['leader']
		}
	},
	[`${INTERN}/interviewforloeb/[course]/lodtraekning`]: {
		see: ['leader', 'chair'],
		actions: {
			lock: ['leader', 'chair'],
			type: ['leader', 'chair'],
			restart: ['leader', 'chair']
		}
	},
	[`${INTERN}/interviewforloeb/[course]/begynd/[number]`]: {
		see: ['leader', 'chair'],
		actions: { default: ['leader', 'chair'] }
	},
	[`${INTERN}/interview/[interview]`]: {
		see: ['leader', 'chair'],
		actions: {
			keep: ['leader', 'chair'],
			write: ['leader', 'chair'],
			hold: ['leader', 'chair'],
			withdraw: ['leader', 'chair']
		}
	},
	[`${INTERN}/interview/[interview]/passager`]: {
		see: ['leader', 'chair'],
		actions: {
			add: ['leader', 'chair'],
			change: ['leader', 'chair'],
			remove: ['leader', 'chair'],
			summarise: ['leader', 'chair']
		}
	},
	[`${INTERN}/opsummering/[summary]`]: {
		see: ['leader', 'chair'],
		actions: { write: ['leader', 'chair'], send: ['leader', 'chair'] }
	},
	[`${INTERN}/gennemsyn`]: { see: ['leader', 'chair'] },
	[`${INTERN}/gennemsyn/[summary]`]: {
		see: ['leader', 'chair'],
		actions: {
			remark: ['leader', 'chair'],
			unremark: ['leader', 'chair'],
			return: ['leader', 'chair'],
			markSeen: ['chair'],
			confirm: ['leader']
		}
	},
	[`${INTERN}/kvartalsmateriale`]: {
		see: ['leader', 'chair', 'secretary'],
		actions: {
			include: ['chair', 'secretary'],
			exclude: ['chair', 'secretary'],
			decide: ['chair', 'secretary']
		}
	},
	[`${INTERN}/rapporter`]: { see: ['leader', 'chair', 'secretary'] },
	[`${INTERN}/rapporter/ved-siden-af`]: {
		see: ['leader', 'chair', 'secretary'],
		actions: { add: ['leader', 'secretary'], remove: ['leader', 'secretary'] }
	},
	[`${INTERN}/rapporter/[quarter]`]: {
		see: ['leader', 'chair', 'secretary'],
		actions: {
			write: ['leader', 'secretary'],
			release: ['chair'],
			correct: ['leader', 'secretary'],
			publish: ['leader', 'secretary'],
			unpublish: ['leader', 'secretary'],
			decide: ['chair', 'secretary']
		}
	},
	[`${INTERN}/rapporter/[quarter]/[file]`]: { see: ['leader', 'chair', 'secretary'] },
	[`${INTERN}/opstart`]: { see: PLAN_READERS },
	// The form as a citizen meets it; what is answered here is counted nowhere.
	[`${INTERN}/proev`]: { see: PLAN_READERS, actions: { step: PLAN_READERS, send: PLAN_READERS } },
	[`${INTERN}/stemmer`]: { see: ['leader', 'chair', 'secretary'] },
	[`${INTERN}/foer-start`]: {
		see: ['administrator', 'leader', 'secretary'],
		// Each who owns a part saves it; only the first two make it count (`mayEnforce`).
		actions: { default: ['administrator', 'leader', 'secretary'] }
	},
	[`${INTERN}/foer-start/fortegnelse`]: { see: ['administrator', 'leader', 'secretary'] },
	[`${INTERN}/foer-start/konsekvensanalyse`]: { see: ['administrator', 'leader', 'secretary'] },
	...Object.fromEntries(
		['aftalebilag', 'loesningen', 'arkiv'].map((paper) => [
			`${INTERN}/foer-start/${paper}`,
			{ see: ['administrator', 'leader', 'secretary'] as const }
		])
	),
	[`${INTERN}/indstillinger`]: {
		see: ['administrator'],
		actions: { default: ['administrator'] }
	},
	[`${INTERN}/udseende`]: {
		see: ['administrator'],
		actions: {
			accent: ['administrator'],
			logo: ['administrator'],
			removeLogo: ['administrator']
		}
	},
	[`${INTERN}/udvalg`]: {
		see: ['administrator', 'chair', 'secretary'],
		actions: { begin: ['administrator', 'secretary'], mend: ['administrator', 'secretary'] }
	}
};

/** What a role must never do, by the first words of a route under intern. Stronger than the table. */
const NEVER: readonly { under: string; roles: readonly Role[]; because: string }[] = [
	{
		under: 'kommentarer',
		roles: ['caseworker', 'leader', 'administrator'],
		because: 'names are taken out by someone who has no cases, before anyone else reads'
	},
	{
		under: 'papir/tast',
		roles: ['caseworker', 'leader', 'chair', 'administrator'],
		because:
			'a paper form is a whole answer: only someone without cases, staff or figures to answer for sees one'
	},
	{
		under: 'tablet',
		roles: ['leader', 'chair', 'secretary', 'administrator'],
		because: 'only who holds the meeting hands over the tablet'
	},
	...['interview', 'interviewforloeb', 'opsummering', 'gennemsyn'].map((under) => ({
		under,
		roles: ['caseworker', 'secretary', 'administrator'] as const,
		because: 'a talk between chair, leader and citizen is theirs until the summary is seen'
	})),
	...['kvartalsmateriale', 'rapporter', 'stemmer'].map((under) => ({
		under,
		roles: ['caseworker', 'administrator'] as const,
		because: 'what citizens say is for those who answer for it to the committee'
	})),
	...['koder', 'uddelt'].map((under) => ({
		under,
		roles: ['caseworker', 'chair'] as const,
		because: 'who holds the meeting must not choose whom to ask without it showing'
	})),
	{
		under: 'brugere',
		roles: ['caseworker', 'leader', 'chair', 'secretary'],
		because: 'who reads figures or comments must not also hand out access to them'
	}
];

/** Roles that one person cannot hold together. */
const APART: readonly (readonly [Role, Role])[] = [
	// A summary is never reviewed alone by the one who wrote it alone.
	['leader', 'chair'],
	// Comments are read before names are out, so never by someone who has cases or leads those who have.
	['secretary', 'caseworker'],
	['secretary', 'leader']
];

export type Signed = { step: Step; roles: readonly Role[] };

/** Whether someone may see a route, or run an action on it. Without an entry: no. */
export function may(
	signed: Signed | undefined,
	route: string,
	action?: string,
	table: Table = TABLE
): boolean {
	const door = doorOf(route, action, table);
	if (door === undefined) return false;
	if (door === 'anyone') return true;
	if (door === 'second-factor' || door === 'enrol') return signed?.step === door;
	if (signed?.step !== 'done') return false;
	if (door === 'everyone') return true;
	return signed.roles.some((role) => door.includes(role) && !isNever(role, route));
}

export type Ruling = 'pass' | 'refuse' | { to: '' | '/log-ind' | '/bekraeft' | '/to-trin' };

/** What becomes of someone at a door: a table of roles, no more. */
export function ruling(
	route: string,
	action: string | undefined,
	signed: Signed | undefined
): Ruling {
	if (doorOf(route, action) === undefined) return 'refuse';
	if (may(signed, route, action)) return 'pass';
	if (!signed) return { to: '/log-ind' };
	if (signed.step === 'second-factor') return { to: '/bekraeft' };
	if (signed.step === 'enrol') return { to: '/to-trin' };
	const door = doorOf(route, action);
	return door === 'second-factor' || door === 'enrol' ? { to: '' } : 'refuse';
}

/** What an entry allows, or nothing where there is no entry. */
export function doorOf(route: string, action?: string, table: Table = TABLE): Door | undefined {
	const entry = Object.hasOwn(table, route) ? table[route] : undefined;
	if (!entry || action === undefined) return entry?.see;
	return entry.actions && Object.hasOwn(entry.actions, action) ? entry.actions[action] : undefined;
}

export const areApart = (roles: readonly Role[]): boolean =>
	APART.some(([one, other]) => roles.includes(one) && roles.includes(other));

export const isRole = (text: string): text is Role => ROLES.some((role) => role === text);

export const isStaffRoute = (route: string | null): route is string =>
	route === INTERN || (route?.startsWith(`${INTERN}/`) ?? false);

export const isNever = (role: Role, route: string): boolean =>
	NEVER.some(
		({ under, roles }) =>
			roles.includes(role) && new RegExp(`^/\\[municipality\\]/intern/${under}(/|$)`).test(route)
	);
