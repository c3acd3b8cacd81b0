import type { Day } from '../../calendar.ts';
import type { JourneyModel } from '../../journey/model.ts';
import type { Plan } from '../../plan/plan.ts';
import type { PublicKey } from '../../seal/seal.ts';
import * as codes from '../rounds/codes.ts';
import * as sealingKeys from '../rounds/sealing-keys.ts';
import { offeredIn } from './languages.ts';
import * as settings from '../core/settings.ts';
import { open, type Db } from '../core/database.ts';
import * as grants from '../tablet/grants.ts';
import * as keys from '../core/keys.ts';
import { dress } from './looks.ts';
import * as rounds from '../rounds/rounds.ts';
import type { Given, GivenSubmission } from './year/given.ts';
import { year } from './year/year.ts';

/** A municipality whose rounds are open, and what its citizens and caseworkers hold in their hands. */
export type Prepared = {
	municipality: string;
	given: Given;
	key: PublicKey;
	/** By batch, as `Given.batches`. */
	codes: string[][];
	/** Tokens of tablets and of the keying in of paper, by `doorOf`. */
	tokens: Map<string, string>;
	/** Where the plan has a model of its own, citizens' pictures are counted too. */
	model: JourneyModel | undefined;
};

const EXPECTED_INVITATIONS = 500;

/** Makes the file and keys of one municipality: rounds, codes and grants, but no answer. */
export async function prepare(plan: Plan, today: Day): Promise<Prepared> {
	const { municipality } = plan;
	const given = year(plan, today);
	const db = open(municipality);
	const keysFolder = keys.folder(municipality);
	settings.noteInvented(db, 'begun');
	settings.change(db, plan, { ...settings.read(db, plan), languages: offeredIn(plan) });
	await sealingKeys.prepare(db, keysFolder, given.rounds[0]?.opensOn ?? today);
	const key = keys.publicKey(keysFolder);
	if (!key) throw new Error(`no key pair for ${municipality}`);
	dress(db, municipality);
	openRounds(db, keysFolder, plan, given);
	const handedOut = handOut(db, keysFolder, given);
	return {
		municipality,
		given,
		key,
		codes: handedOut,
		tokens: makeGrants(db, given),
		model: plan.journey
	};
}

export function openRounds(db: Db, keysFolder: string, plan: Plan, given: Given): void {
	const [questionnaire] = plan.questionnaires;
	if (!questionnaire) throw new Error(`${plan.municipality} has no questionnaire`);
	for (const round of given.rounds) {
		const opened = rounds.open(db, keysFolder, round, questionnaire, EXPECTED_INVITATIONS);
		if (!opened.ok) throw new Error(`${plan.municipality} ${round.id}: ${opened.reason}`);
	}
}

/** Sends the codes and hands out the paper. @returns the codes, by batch */
export function handOut(db: Db, keysFolder: string, given: Given): string[][] {
	return given.batches.map(({ round, channel, team, month, invited }) => {
		const batch = { round, team, month, count: invited, madeOn: `${month}-01` };
		if (channel === 'paper') {
			codes.handOutPaper(db, batch);
			return [];
		}
		const prefix = given.rounds.find((each) => each.id === round)?.prefix ?? '';
		return codes.make(db, keysFolder, { ...batch, prefix });
	});
}

/** The door that a submission comes by: citizens' own phones share one, every tablet has its own. */
export const doorOf = ({ submission: { round, channel, team } }: GivenSubmission): string =>
	channel === 'tablet' || channel === 'paper' ? `${round} ${channel} ${team ?? ''}` : '';

function makeGrants(db: Db, given: Given): Map<string, string> {
	const tokens = new Map<string, string>();
	for (const each of given.phases.flatMap(({ submissions }) => submissions)) {
		const { round, channel, team } = each.submission;
		const door = doorOf(each);
		if (tokens.has(door) || (channel !== 'tablet' && channel !== 'paper')) continue;
		const madeOn = given.rounds.find(({ id }) => id === round)?.opensOn;
		const label = `Tablet ${tokens.size + 1}`;
		tokens.set(door, grants.make(db, { round, channel, team, label, madeOn }));
	}
	return tokens;
}
