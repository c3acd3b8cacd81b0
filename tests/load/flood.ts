import { randomInt, randomUUID } from 'node:crypto';
import { field } from '../../src/lib/survey/answers.ts';
import { ALPHABET, withCheck } from '../../src/lib/survey/code.ts';
import type { KeptRound } from '../../src/lib/server/rounds/rounds.ts';
import { ask, atRate, connections, post, type Parcel } from './sending.ts';

const PER_SECOND = 300;
const SECONDS = 10;
const OFFICE_PER_SECOND = 6;
const FLOODER = '192.0.2.66';
const OFFICE = '198.51.100.7';

/**
 * Somebody tries codes without end from one address, and posts what is nothing; meanwhile a jobcentre's visitors answer from
 * behind another, in the same municipality.
 */
export async function flood(
	site: string,
	office: Parcel[],
	{ round: { prefix }, questionnaire }: KeptRound
) {
	const item = questionnaire.items[0]?.id ?? '';
	const municipality = office[0]?.municipality ?? '';
	const found = { sent: 0, held: 0, counted: 0, milliseconds: [] as number[] };
	const agent = connections();
	const wrong = Array.from({ length: PER_SECOND * SECONDS }, (_, at) => at);
	await Promise.all([
		atRate(wrong, PER_SECOND, async (at) => {
			const isCode = at % 2 === 0;
			const reply = await ask({
				url: `${site}/${municipality}/${isCode ? 'svar/load?/send' : 'api/v1/submissions'}`,
				method: 'POST',
				from: FLOODER,
				agent,
				type: isCode ? 'application/x-www-form-urlencoded' : 'application/json',
				body: isCode ? wrongCode(prefix, item) : '{}'
			});
			found.sent++;
			if (reply.status === 429) found.held++;
		}),
		atRate(office, OFFICE_PER_SECOND, async (parcel, since) => {
			const reply = await post(site, { ...parcel, from: OFFICE }, since);
			found.counted += reply.counted;
			found.milliseconds.push(reply.milliseconds);
		})
	]);
	return found;
}

/** One that could be a code, and is nobody's. */
function wrongCode(prefix: string, item: string): string {
	const random = Array.from({ length: 7 }, () => ALPHABET.charAt(randomInt(ALPHABET.length)));
	return new URLSearchParams({
		id: randomUUID(),
		code: withCheck(prefix, random.join('')),
		[field(item)]: '4'
	}).toString();
}
