import type { Day } from '../../calendar.ts';
import { openEnvelope } from '../../outbox/sealing.ts';
import { opener } from '../core/opener.ts';
import type { Opener } from '../../seal/seal.ts';
import type { Envelope } from '../../survey/envelope.ts';
import { takesUntil, type Channel, type Round } from '../../survey/round.ts';
import type { Submission } from '../../survey/submission.ts';
import type { Db } from '../core/database.ts';
import { teamsIn, type Grant } from '../tablet/grants.ts';
import * as keys from '../core/keys.ts';
import * as boxKeys from '../core/moving-keys/box-keys.ts';
import * as generation from '../halves/generation.ts';
import { Trouble } from '../core/trouble.ts';
import { inSlices } from './loads.ts';
import type { Unopened } from './quarantine.ts';
import * as rounds from '../rounds/rounds.ts';

type Opened = { ok: true; submission: Submission } | ({ ok: false } & Unopened);

/** Opens envelopes and checks each against its round and the door that it came by. */
export async function openAll(
	db: Db,
	keysFolder: string,
	envelopes: Envelope[],
	from: { grant: Grant | undefined; today: Day }
): Promise<Opened[]> {
	if (envelopes.length === 0) return [];
	const kept = new Map(
		rounds
			.list(db)
			.filter(({ round }) => from.today <= takesUntil(round))
			.map((each) => [each.round.id, each])
	);
	const openers = new Map<string, Opener | undefined>();
	const opened: Opened[] = [];
	await inSlices(envelopes, async (envelope) => {
		const { keyId } = envelope;
		if (!openers.has(keyId)) {
			const pair = keys.keyPair(keysFolder, keyId);
			if (!pair) demandKeys(db, keysFolder);
			openers.set(keyId, pair && opener(pair.privateKey));
		}
		const open = openers.get(keyId);
		const result = open
			? await openEnvelope(envelope, open)
			: { ok: false as const, reason: 'cannot-open' as const };
		if (!result.ok) {
			opened.push({ ok: false, envelope, reason: result.reason });
			return;
		}
		const submission = admit(result.submission, kept.get(envelope.round), from.grant);
		opened.push(submission ? { ok: true, submission } : { ok: false, envelope, reason: 'invalid' });
	});
	return opened;
}

/** @throws Trouble where keys are not there, or older than their file: our own trouble, and the device keeps what it has */
function demandKeys(db: Db, keysFolder: string): void {
	const isNone = keys.publicKey(keysFolder) === undefined;
	// Nobody was ever asked with what lies here: the disks of both halves may not have been there when the server started.
	const isNew = rounds.list(db).length === 0 && boxKeys.roundsOf(keysFolder).length === 0;
	if (isNone || isNew) throw new Trouble('key-missing', keys.pairsPath(keysFolder));
	generation.demand(db, keysFolder);
}

/**
 * The submission as it may be counted, or undefined when its content contradicts its round or its door. A round that is
 * not known, or takes no more, is left to the counting, which has a word for it.
 */
export function admit(
	submission: Submission,
	kept: rounds.KeptRound | undefined,
	grant: Grant | undefined
): Submission | undefined {
	if (!kept) return submission;
	const { round, questionnaire } = kept;
	if (!doorsOf(grant, round.id).includes(submission.channel)) return undefined;
	if (!takes(round, submission.channel)) return undefined;
	if (submission.questionnaire !== round.questionnaire) return undefined;
	const items = new Set(questionnaire.items.map((item) => item.id));
	if (!Object.keys(submission.answers).every((item) => items.has(item))) return undefined;
	if ((submission.channel === 'code') !== (submission.code !== undefined)) return undefined;
	if ((submission.outcome === 'not-offered') !== (submission.reason !== undefined))
		return undefined;
	const fromTablet = submission.outcome === 'later' || submission.outcome === 'not-offered';
	if (fromTablet && submission.channel !== 'tablet') return undefined;
	return settled({ ...submission, team: grant && teamOf(grant, submission) });
}

/** An answer in which everything was skipped counts as declined; only an answer carries answers. */
function settled(submission: Submission): Submission {
	const silent = Object.keys(submission.answers).length === 0 && submission.comment.trim() === '';
	if (submission.outcome === 'answered' && !silent) return submission;
	const outcome = submission.outcome === 'answered' ? 'declined' : submission.outcome;
	return { ...submission, outcome, answers: {}, comment: '' };
}

/** A device without a grant speaks for itself; one with a grant for its rounds' tablet or paper alone. */
const doorsOf = (grant: Grant | undefined, round: string): Channel[] => {
	if (!grant) return ['code', 'open'];
	return teamsIn(grant, round).length > 0 ? [grant.channel] : [];
};

/** A tablet that was started again may still carry what was said when it was another team's. */
function teamOf(grant: Grant, { round, team }: Submission): string | undefined {
	const teams = teamsIn(grant, round);
	return teams.includes(team) ? team : teams[0];
}

/** Where tablets are held out there are codes too: for those who would rather answer at home. */
const takes = ({ channels }: Round, channel: Channel): boolean =>
	channels.includes(channel) || (channel === 'code' && channels.includes('tablet'));
