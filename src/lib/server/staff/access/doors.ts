import type { Role } from './role.ts';

/** Who a door is for: anyone, a sign-in that waits at this step, everyone who is signed in, or these roles. */
export type Door = 'anyone' | 'second-factor' | 'enrol' | 'everyone' | readonly Role[];
export type Table = { [route: string]: { see: Door; actions?: { [action: string]: Door } } };

export const INTERN = '/[municipality]/intern';

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
