import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { TABLE } from './access/doors.ts';

/**
 * What every action of staff does to what was there. `harmless`: the same form puts it right again, or nothing is lost by it.
 * `undo`: its page offers the named action, which takes it back. `asks`: it cannot be undone, so it is done only by who
 * - `step`: has said yes on the page that asks (`askFirst`),
 * - `tick`: has ticked that they are sure, or each point of a list,
 * - `words`: has written why, or the text itself, in a form that is folded away or goes with nothing else,
 * - `look`: has been shown on a page of its own what will happen,
 * - `secret`: has typed a password or a code.
 */
type Kind = 'harmless' | { undo: string } | { asks: 'step' | 'tick' | 'words' | 'look' | 'secret' };
const step = { asks: 'step' } as const;
const words = { asks: 'words' } as const;
const harmless = 'harmless' as const;
const EDITOR = { arrange: harmless, save: { undo: 'plan/versioner/[version]?/restore' } };

const KINDS: { [route: string]: { [action: string]: Kind } } = {
	'log-ind': { password: harmless, demo: harmless },
	'log-ud': { default: harmless },
	'saml/retur': { default: harmless },
	'kommunens-login': {
		use: { undo: 'kommunens-login?/pause' },
		pause: { undo: 'kommunens-login?/use' }
	},
	invitation: { default: { asks: 'secret' } },
	bekraeft: { code: harmless, recovery: { asks: 'secret' } },
	'to-trin': { default: { asks: 'secret' } },
	'min-adgang': {
		end: harmless,
		endAll: harmless,
		changePassword: { asks: 'secret' },
		renewSecondFactor: { asks: 'secret' },
		renewRecoveryCodes: { asks: 'secret' },
		notify: harmless,
		unnotify: harmless
	},
	brugere: { invite: { undo: 'brugere/[user]?/deactivate' } },
	'brugere/[user]': {
		setRoles: harmless,
		// The newest link is the one that works.
		invite: harmless,
		resetPassword: harmless,
		resetSecondFactor: step,
		endSessions: harmless,
		deactivate: { undo: 'brugere/[user]?/reactivate' },
		reactivate: { undo: 'brugere/[user]?/deactivate' }
	},
	// What is answered on trial is thrown away.
	proev: { step: harmless, send: harmless },
	'maalinger/ny': { preview: harmless, open: { asks: 'look' } },
	'maalinger/[round]': { extend: words, stop: words, withdraw: step },
	koder: { default: { undo: 'uddelt/[batch]?/cancel' } },
	papir: { default: { undo: 'uddelt/[batch]?/cancel' } },
	'uddelt/[batch]': {
		take: { undo: 'uddelt/[batch]?/correct' },
		correct: { undo: 'uddelt/[batch]?/correct' },
		cancel: words
	},
	// The whole form stands on the screen beside the paper that it was typed from.
	'papir/tast': { default: { asks: 'look' } },
	samtaler: { write: harmless, read: harmless },
	maal: { show: harmless },
	'maal/[goal]': {
		enter: { undo: 'maal/[goal]?/enter' },
		begin: { undo: 'maal/[goal]?/move' },
		move: { undo: 'maal/[goal]?/move' }
	},
	initiativer: {
		take: harmless,
		begin: { undo: 'initiativer?/move' },
		write: { undo: 'initiativer?/write' },
		move: { undo: 'initiativer?/move' }
	},
	tal: {
		preview: harmless,
		save: { asks: 'look' },
		// What was there stays: a fetched figure is a row of its own.
		fetch: harmless,
		stop: harmless
	},
	kommentarer: { show: { undo: 'kommentarer?/unshow' }, unshow: harmless, hide: words },
	'plan/ord': EDITOR,
	'plan/loefter': EDITOR,
	'plan/team': { ...EDITOR, confirm: harmless },
	'plan/svarvalg': EDITOR,
	'plan/maal': EDITOR,
	'plan/maal/[goal]': EDITOR,
	'plan/henvendelse': EDITOR,
	'plan/befolkning': EDITOR,
	'plan/skemaer/[questionnaire]': { ...EDITOR, preview: harmless },
	'plan/versioner/[version]': { restore: { undo: 'plan/versioner/[version]?/restore' } },
	tablet: { start: { undo: 'tablets?/revoke' } },
	tablets: { code: harmless, revoke: step },
	'interviewforloeb/ny': { default: { undo: 'interviewforloeb/[course]?/cancel' } },
	'interviewforloeb/[course]': {
		note: { undo: 'interviewforloeb/[course]?/undo' },
		undo: { undo: 'interviewforloeb/[course]?/note' },
		// The draw has decided who; the press only says that they are asked now.
		callTeams: harmless,
		callNext: harmless,
		summarise: harmless,
		participants: harmless,
		journal: step,
		cancel: words
	},
	'interviewforloeb/[course]/lodtraekning': {
		lock: { undo: 'interviewforloeb/[course]/lodtraekning?/restart' },
		type: { undo: 'interviewforloeb/[course]/lodtraekning?/restart' },
		restart: words
	},
	'interviewforloeb/[course]/begynd/[number]': { default: { asks: 'look' } },
	'interview/[interview]': {
		keep: harmless,
		write: harmless,
		hold: step,
		withdraw: { asks: 'tick' }
	},
	'interview/[interview]/passager': {
		add: { undo: 'interview/[interview]/passager?/remove' },
		change: { undo: 'interview/[interview]/passager?/change' },
		remove: step,
		summarise: harmless
	},
	'opsummering/[summary]': { write: harmless, send: { asks: 'tick' } },
	gennemsyn: {},
	'gennemsyn/[summary]': {
		remark: { undo: 'gennemsyn/[summary]?/unremark' },
		unremark: step,
		return: { undo: 'opsummering/[summary]?/send' },
		markSeen: step,
		confirm: step
	},
	kvartalsmateriale: {
		include: { undo: 'kvartalsmateriale?/exclude' },
		exclude: { undo: 'kvartalsmateriale?/include' },
		decide: words
	},
	'rapporter/ved-siden-af': {
		add: { undo: 'rapporter/ved-siden-af?/remove' },
		remove: { undo: 'rapporter/ved-siden-af?/add' }
	},
	'rapporter/[quarter]': {
		write: harmless,
		release: step,
		correct: words,
		publish: { undo: 'rapporter/[quarter]?/unpublish' },
		unpublish: { undo: 'rapporter/[quarter]?/publish' },
		decide: words
	},
	'foer-start': { default: harmless },
	// Only what cannot be undone asks: a threshold that rises, and what is to be erased earlier.
	indstillinger: { default: step },
	// Whoever removes a logo has the file that it came from.
	udseende: { accent: harmless, logo: harmless, removeLogo: { undo: 'udseende?/logo' } },
	udvalg: { begin: { undo: 'udvalg?/mend' }, mend: { undo: 'udvalg?/mend' } }
};

const INTERN = '/[municipality]/intern';
const listed = Object.entries(KINDS).flatMap(([route, actions]) =>
	Object.entries(actions).map(([action, kind]) => ({
		route,
		action,
		kind,
		name: `${route}?/${action}`
	}))
);
const known = Object.entries(TABLE).flatMap(([route, { actions }]) =>
	Object.keys(actions ?? {}).map((action) => `${route.slice(INTERN.length + 1)}?/${action}`)
);

it('every action of staff is harmless, can be undone, or asks first: one that is not listed here is decided before it is built', () => {
	expect(listed.map(({ name }) => name).sort()).toEqual([...known].sort());
});

it('what can be undone names an action that there is, and whose words stand on a page', () => {
	for (const { name, kind } of listed) {
		if (typeof kind === 'object' && 'undo' in kind)
			expect([name, known]).toEqual([name, expect.arrayContaining([kind.undo])]);
	}
});

const sourceOf = (route: string): string => {
	const path = `src/routes/[municipality]/intern/${route}/+page.server.ts`;
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
};
/** The action's own lines: from its name to the next action's. */
const bodyOf = (route: string, action: string): string => {
	const source = sourceOf(route);
	const [, actions = ''] = source.split('export const actions');
	const from = actions.search(new RegExp(`\\n\\t${action}[:(,]`));
	const rest = actions.slice(from + 1);
	const next = rest.search(/\n\t\w+: (async )?\(|\n\};/);
	return from < 0 ? '' : rest.slice(0, next < 0 ? undefined : next);
};

it('asks where it says so, and asks nowhere that is not said', () => {
	for (const { route, action, kind, name } of listed) {
		const asks = typeof kind === 'object' && 'asks' in kind ? kind.asks : undefined;
		const body = bodyOf(route, action);
		expect([name, /\baskFirst\(/.test(body)]).toEqual([name, asks === 'step']);
	}
});
