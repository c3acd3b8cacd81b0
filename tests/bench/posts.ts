import autocannon from 'autocannon';
import { field } from '../../src/lib/survey/answers.ts';
import type { Submission } from '../../src/lib/survey/submission.ts';
import { open } from '../support/site.ts';
import { inThousands, inTurns, type Figure } from './measure.ts';
import { answers, bench, MUNICIPALITY, someDay } from './municipality.ts';

const TURNS = 5;
const CONNECTIONS = 100;
const SECONDS = 4;
const CODES = 40_000;

/**
 * One answer per POST to the built server, a hundred at a time, by the plain form: parsed, counted, on disk, and sent on
 * to the thanks. Beside it the emptiest JSON reply that the same server has: that of the sealed door to `{}`.
 */
export async function posts(): Promise<Figure> {
	const place = bench('2026-01-01', '2026-06-30');
	const forms = answers(place, CODES).map(formOf);
	const site = await open({
		...place.variables,
		TODAY: someDay(place),
		// Else the limit on requests from one address would be what is measured.
		ADDRESS_HEADER: 'x-bench-address'
	});
	let sent = 0;
	const fire = async (path: string, type: string, expected: '3xx' | '4xx', next: () => string) => {
		const result = await autocannon({
			url: `${site.url}/${MUNICIPALITY}/${path}`,
			method: 'POST',
			headers: { 'Content-Type': type, Origin: site.url, Accept: 'text/html' },
			connections: CONNECTIONS,
			duration: SECONDS,
			requests: [
				{
					setupRequest: (request) => ({
						...request,
						headers: { ...request.headers, 'X-Bench-Address': String(sent++) },
						body: next()
					})
				}
			]
		});
		const others = (['2xx', '3xx', '4xx', '5xx'] as const).filter((kind) => kind !== expected);
		if (others.some((kind) => result[kind] > 0) || result.errors > 0) {
			throw new Error(`${path}: ${JSON.stringify(result)}`);
		}
		// The median second: connections are taken one by one, and the first second is spent on that.
		return { rate: result.requests.p50, replies: result[expected] };
	};
	let counted = 0;
	try {
		const rates = await inTurns(
			TURNS,
			async () => {
				const type = 'application/x-www-form-urlencoded';
				const next = () => {
					const form = forms.pop();
					if (!form) throw new Error(`more than ${CODES} were sent`);
					return form;
				};
				const { rate, replies } = await fire('svar/bench?/send', type, '3xx', next);
				counted += replies;
				return rate;
			},
			async () => (await fire('api/v1/submissions', 'application/json', '4xx', () => '{}')).rate
		);
		const kept =
			place.db.prepare<[], { n: number }>('select count(*) as n from receipt').get()?.n ?? 0;
		if (kept < counted) throw new Error(`${counted} were thanked and ${kept} counted`);
		return {
			name: `Single POSTs, ${CONNECTIONS} at a time`,
			ours: inThousands(rates.ours),
			reference: `${inThousands(rates.reference)} an empty JSON reply of the same server`,
			wanted: { ratio: rates.ratio, atLeast: 0.5 }
		};
	} finally {
		await site.clear();
		place.remove();
	}
}

const formOf = ({ id, code, answers: given, about, comment }: Submission): string =>
	new URLSearchParams({
		id,
		code: code ?? '',
		situation: about.situation ?? '',
		comment,
		...Object.fromEntries(
			Object.entries(given).map(([item, answer]) => [field(item), String(answer)])
		)
	}).toString();
