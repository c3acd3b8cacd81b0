import type { Day } from '../../calendar.ts';
import { load, type Messages } from '../../i18n/messages.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Db } from '../core/database.ts';
import { log, logError } from '../core/log.ts';
import type { Card } from '../overview/card.ts';
import { cards } from '../overview/overview.ts';
import { ROLES, type Role } from '../staff/access/role.ts';
import * as users from '../staff/users.ts';
import { accessOf, type Access } from './access.ts';
import * as addresses from './addresses.ts';
import { mail, webhook, type Posted } from './posting.ts';
import * as turns from './turns.ts';

type Place = { db: Db; plan: Plan; keysFolder: string };
type Words = { n: Messages<'operating'>['notices']; overview: Messages<'staff'>['overview'] };
type Waiting = Card['card'][];

/**
 * The day's turn: whoever has asked for it is told once a day, by mail, that something awaits them which did not when they were
 * told last; so is the municipality's own program. What awaits is what their overview says, so it follows their roles. It never
 * throws, and nobody waits for it.
 */
export async function send(place: Place, today: Day): Promise<void> {
	try {
		const access = accessOf(place.plan.municipality);
		if (!access) return;
		const words: Words = {
			n: (await load('da', 'operating')).notices,
			overview: (await load('da', 'staff')).overview
		};
		await toPeople(place, access, words, today);
		await toProgram(place, access, words, today);
	} catch (problem) {
		logError('notices', problem, { municipality: place.plan.municipality });
	}
}

async function toPeople(place: Place, access: Access, words: Words, today: Day): Promise<void> {
	const { db, plan } = place;
	if (!access.relay) return;
	for (const { user, address } of addresses.all(db)) {
		let waiting: Waiting = [];
		const isTold = turns.take(db, user, today, () => (waiting = waitingFor(place, user, today)));
		if (!isTold) continue;
		const { n } = words;
		const posted = await mail(access.relay, {
			to: address,
			subject: n.subject({ place: plan.name }),
			text: n.mail({
				place: plan.name,
				pages: waiting.map((card) => `– ${words.overview[card].title()}`).join('\n'),
				link: access.link
			})
		});
		if (!note(place, { user, posted, waiting, today, kind: 'mail' })) return;
	}
}

async function toProgram(place: Place, access: Access, words: Words, today: Day): Promise<void> {
	const { db, plan } = place;
	if (!access.webhook) return;
	let roles = new Map<Card['card'], Role[]>();
	const isTold = turns.take(db, turns.MUNICIPALITY, today, () => {
		roles = waitingByRole(place, today);
		return [...roles.keys()];
	});
	if (!isTold) return;
	const pages = [...roles].map(([card, whose]) => ({
		page: words.overview[card].title(),
		roles: whose
	}));
	const posted = await webhook(access.webhook, {
		municipality: plan.municipality,
		text: words.n.hook({
			place: plan.name,
			pages: pages.map(({ page }) => page).join(', '),
			link: access.link
		}),
		link: access.link,
		waits: pages
	});
	note(place, {
		user: turns.MUNICIPALITY,
		posted,
		waiting: [...roles.keys()],
		today,
		kind: 'webhook'
	});
}

/** @returns whether it is of any use to try the next one now */
function note(
	{ db, plan: { municipality } }: Place,
	of: { user: string; posted: Posted; waiting: Waiting; today: Day; kind: string }
): boolean {
	const { posted, user } = of;
	if (posted.ok) {
		turns.sent(db, user, of.today, of.waiting);
		return true;
	}
	turns.failed(db, user, posted.reason === 'refused');
	log('warning', 'notices', { municipality, kind: `${of.kind}-${posted.kind}` });
	return posted.reason === 'refused';
}

function waitingFor(place: Place, id: string, today: Day): Waiting {
	const user = users.find(place.db, id);
	if (!user?.active) return [];
	return cards(place, user, today)
		.filter(({ waits }) => waits)
		.map(({ card }) => card);
}

/** What awaits anybody, by the role that it awaits; whom, is nothing that a program is told. */
function waitingByRole(place: Place, today: Day): Map<Card['card'], Role[]> {
	const found = new Map<Card['card'], Set<Role>>();
	for (const user of users.list(place.db).filter(({ active }) => active)) {
		for (const card of waitingFor(place, user.id, today)) {
			// Their own affair.
			if (card === 'recovery') continue;
			const roles = found.get(card) ?? new Set();
			for (const role of user.roles) {
				const alone = cards(place, { ...user, roles: [role] }, today);
				if (alone.some((each) => each.card === card && each.waits)) roles.add(role);
			}
			found.set(card, roles);
		}
	}
	return new Map(
		[...found].map(([card, roles]) => [card, ROLES.filter((role) => roles.has(role))])
	);
}
