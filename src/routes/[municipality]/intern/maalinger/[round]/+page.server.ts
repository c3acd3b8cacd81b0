import { surveyTargets } from '$lib/goals/survey-target.ts';
import * as audit from '$lib/server/core/audit.ts';
import { today } from '$lib/server/core/environment.ts';
import { textOf } from '$lib/server/core/form-data.ts';
import * as fieldwork from '$lib/server/results/fieldwork.ts';
import * as codes from '$lib/server/rounds/codes.ts';
import { threshold } from '$lib/server/core/settings.ts';
import * as changes from '$lib/server/rounds/changes.ts';
import { ofRound } from '$lib/server/results/round-plan.ts';
import * as rounds from '$lib/server/rounds/rounds.ts';
import * as unopened from '$lib/server/rounds/unopened.ts';
import { may } from '$lib/server/staff/access/access.ts';
import { signedOf } from '$lib/server/staff/session.ts';
import { standingOut, type TeamAsked } from '$lib/results/standout.ts';
import { UNKNOWN, type Round } from '$lib/survey/round.ts';
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod/mini';
import type { Actions, PageServerLoad } from './$types';
import { askFirst } from '../../asking.ts';
import { authorise } from '../../authorise.ts';

const REASON_MAX = 500;
const Reason = z.string().check(z.trim(), z.minLength(5), z.maxLength(REASON_MAX));
const noReason = (given: string) =>
	given.length > REASON_MAX ? ('too-long' as const) : ('no-reason' as const);

export const load: PageServerLoad = (event) => {
	const { db, plan, round, staff, session, keysFolder } = asked(event);
	const day = today();
	const closed = unopened.list(db, keysFolder).filter((each) => each.round === round.id);
	const isOver = day > round.closesOn;
	const stopped = changes.stoppedOn(db, round.id);
	const isLeader = staff.roles.includes('leader');
	const made = codes.batches(db, round.id);
	const counted = fieldwork.read(db, round.id);
	const name = (team: string) => plan.teams.find(({ id }) => id === team)?.name.da ?? team;
	return {
		round: { ...round, name: round.name.da },
		expected: changes.expectedOf(db, round.id),
		teams: round.teams?.map(name) ?? [],
		teamNames: Object.fromEntries(plan.teams.map(({ id }) => [id, name(id)])),
		units: rounds.units(db, round.id).map((unit) => {
			const isMissing = closed.some((each) => each.unit === unit.unit && each.state === 'missing');
			return isMissing ? { ...unit, state: 'missing' as const } : unit;
		}),
		missing: closed.filter(({ state }) => state === 'missing').length,
		lost: closed.filter(({ state }) => state === 'lost').length,
		fieldwork: counted,
		standingOut: standing(round, counted?.rows ?? []),
		sent: sentByMonth(codes.handedOut(db, round.id)),
		sendingMin: fieldwork.SENDING_MIN,
		k: threshold(db),
		changes: changes.list(db, round.id),
		earliest: changes.earliestExtension(round),
		isLeader: isLeader && !isOver,
		isToCome: day < round.opensOn,
		mayExtend: isLeader && !isOver && !stopped,
		mayStop: isLeader && !isOver && !stopped && day >= round.opensOn,
		mayWithdraw: isLeader && day < round.opensOn && made.length === 0,
		// Post takes days: what is sent out is made before the first day too.
		maySend:
			may(signedOf(session), '/[municipality]/intern/koder') &&
			(changes.isAsking(db, round, day) || (day < round.opensOn && !stopped)),
		reasonMax: REASON_MAX,
		isNew: event.url.searchParams.has('aabnet')
	};
};

export const actions: Actions = {
	extend: async (event) => {
		const { db, keysFolder, plan, round, note } = asked(event, 'extend');
		const data = await event.request.formData();
		const given = { reason: textOf(data, 'reason'), closesOn: textOf(data, 'closesOn') };
		const reason = Reason.safeParse(given.reason);
		if (!reason.success) return fail(400, { ...given, refusal: noReason(given.reason) });
		const closesOn = z.iso.date().safeParse(given.closesOn);
		if (!closesOn.success) return fail(400, { ...given, refusal: 'not-later' as const });
		const items = new Set(rounds.find(db, round.id)?.questionnaire.items.map(({ id }) => id));
		const outcome = changes.extend(db, keysFolder, round.id, {
			closesOn: closesOn.data,
			reason: reason.data,
			today: today(),
			goalIsForRound: surveyTargets(plan.goals).some(
				({ item, period }) => period === 'round' && items.has(item)
			)
		});
		if (!outcome.ok) return fail(400, { ...given, refusal: outcome.reason });
		note('round-extended');
		return { done: 'extendedNow' as const };
	},

	stop: async (event) => {
		const { db, round, note } = asked(event, 'stop');
		const given = { stopping: textOf(await event.request.formData(), 'reason') };
		const reason = Reason.safeParse(given.stopping);
		if (!reason.success) return fail(400, { ...given, refusal: noReason(given.stopping) });
		const outcome = changes.stop(db, round.id, { reason: reason.data, today: today() });
		if (!outcome.ok) return fail(400, { ...given, refusal: outcome.reason });
		note('round-stopped');
		return { done: 'stoppedNow' as const };
	},

	withdraw: async (event) => {
		const { db, keysFolder, plan, round, note } = asked(event, 'withdraw');
		const ask = askFirst(event, await event.request.formData(), 'withdrawRound');
		if (ask) return ask;
		const outcome = changes.withdraw(db, keysFolder, round.id, today());
		if (!outcome.ok) return fail(400, { refusal: outcome.reason });
		note('round-withdrawn');
		redirect(303, `/${plan.municipality}/intern/maalinger`);
	}
};

function asked(event: RequestEvent, action?: string) {
	const authorised = authorise(event, action);
	const kept = rounds.find(authorised.db, event.params.round ?? '');
	if (!kept) error(404);
	const { round } = kept;
	const note = (what: audit.Deed) =>
		audit.log(authorised.db, {
			who: authorised.staff.id,
			what,
			about: round.id,
			...audit.moment(new Date())
		});
	return { ...authorised, plan: ofRound(authorised.db, authorised.plan, kept), round, note };
}

/** By the rounded figures that stand on the page, in the plan's order. Who named no team has no name to be called by. */
function standing(
	{ channels, breakdowns }: Round,
	rows: fieldwork.FieldworkRow[]
): string[] | undefined {
	const teams = breakdowns.find(({ name }) => name === 'team')?.categories;
	if (!teams || !channels.includes('tablet')) return undefined;
	const n = (team: string, what: string) =>
		rows.find(
			({ dimension, category, answer }) =>
				dimension === 'team' && category === team && answer === what
		)?.n ?? 0;
	const asked = teams.map((team): TeamAsked => {
		return { team, notAsked: n(team, 'not-offered'), offered: n(team, 'tablet-offered') };
	});
	return standingOut(asked, fieldwork.ROUNDED_TO).filter((team) => team !== UNKNOWN);
}

function sentByMonth(batches: codes.Batch[]): { month: string; sent: number }[] {
	const months = new Map<string, number>();
	for (const { channel, month, invited } of batches) {
		if (channel === 'code') months.set(month, (months.get(month) ?? 0) + invited);
	}
	return [...months].map(([month, sent]) => ({ month, sent })).sort(newestFirst);
}

const newestFirst = (a: { month: string }, b: { month: string }): number =>
	a.month < b.month ? 1 : -1;
