import type { Day } from '../../calendar.ts';
import { sealSubmission } from '../../outbox/sealing.ts';
import { BATCH_MAX, SubmissionsReply, type Envelope } from '../../survey/envelope.ts';
import type { Acknowledgement } from '../../survey/submission.ts';
import { withCode, type GivenSubmission } from './year/given.ts';
import { doorOf, type Prepared } from './prepare.ts';

/** Sealed answers of one municipality that come by one door. */
export type Post = { municipality: string; token: string | undefined; envelopes: Envelope[] };

/** Seals what arrives on a day, as the citizens' devices do. */
export async function sealDay(prepared: Prepared[], day: Day): Promise<Post[]> {
	const posts: Post[] = [];
	for (const place of prepared) {
		const { municipality, given, tokens } = place;
		const arriving = given.phases.find((phase) => phase.today === day)?.submissions ?? [];
		const doors = [...byDoor(arriving.filter(isFirst)), ...byDoor(arriving.filter(isAgain))];
		for (const [door, submissions] of doors) {
			for (let at = 0; at < submissions.length; at += BATCH_MAX) {
				posts.push({
					municipality,
					token: tokens.get(door),
					envelopes: await seal(place, submissions.slice(at, at + BATCH_MAX))
				});
			}
		}
	}
	return posts;
}

/** What is sent twice comes in a request of its own: the first one's reply was lost. */
const isAgain = ({ submission }: GivenSubmission, index: number, all: GivenSubmission[]): boolean =>
	all.findIndex((each) => each.submission.id === submission.id) < index;
const isFirst: typeof isAgain = (...each) => !isAgain(...each);

function byDoor(submissions: GivenSubmission[]): Map<string, GivenSubmission[]> {
	const doors = new Map<string, GivenSubmission[]>();
	for (const each of submissions) {
		const door = doorOf(each);
		doors.set(door, [...(doors.get(door) ?? []), each]);
	}
	return doors;
}

const seal = (
	{ given, codes, key }: Prepared,
	submissions: GivenSubmission[]
): Promise<Envelope[]> =>
	Promise.all(
		submissions.map((each) => {
			const round = given.rounds.find(({ id }) => id === each.submission.round);
			return sealSubmission(withCode(each, codes, round?.prefix ?? ''), key);
		})
	);

/** @throws when the server does not count as it should: a demo with holes in it would be a false one. */
export async function send(
	url: string,
	{ municipality, token, envelopes }: Post
): Promise<Acknowledgement[]> {
	const response = await fetch(`${url}/${municipality}/api/v1/submissions`, {
		method: 'POST',
		headers: {
			'content-type': 'application/json',
			...(token && { authorization: `Bearer ${token}` })
		},
		body: JSON.stringify({ envelopes })
	});
	if (!response.ok) throw new Error(`${municipality}: the server replied ${response.status}`);
	const { results } = SubmissionsReply.parse(await response.json());
	if (results.length < envelopes.length) {
		throw new Error(`${municipality}: ${envelopes.length - results.length} got no reply`);
	}
	const refused = results.find(({ outcome }) => outcome === 'quarantined');
	if (refused) throw new Error(`${municipality}: ${JSON.stringify(refused)}`);
	return results;
}
