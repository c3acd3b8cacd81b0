import { parseArgs } from 'node:util';
import { monthOf } from '../../calendar.ts';
import { format } from '../../survey/code.ts';
import { today } from '../core/environment.ts';
import * as municipality from '../municipality.ts';
import * as batches from '../rounds/batches.ts';
import * as rounds from '../rounds/rounds.ts';
import type { Takes } from './usage.ts';

export const takes = {
	least: 3,
	most: 3,
	options: { team: { type: 'string', default: '' }, url: { type: 'string', default: '' } }
} satisfies Takes;

/**
 * `codes <municipality> <round> <count> [--team id] [--url https://…]`: makes a batch and prints it as CSV, the only time
 * that the codes are known. Nothing that is printed later tells whether one was used.
 */
export function run(args: string[], now: Date = new Date()): void {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: takes.options
	});
	const [slug = '', round = '', typed = ''] = positionals;
	const { team, url } = values;
	const asked = { round, team, month: monthOf(today()), count: Number(typed) };
	const codes = municipality.forOne(slug, (place) => {
		if (!rounds.find(place.db, round)) throw new Error(`${slug} has no round "${round}"`);
		const made = batches.makeCodes(place, asked, { by: null, today: today(), now });
		if (!made.ok) throw new Error(wordsFor(made.reason, asked));
		return made.codes;
	});
	console.log('kode;adresse');
	for (const code of codes) console.log(`${format(code)};${url}/${slug}/k#${code}`);
}

function wordsFor(reason: batches.Refusal, { round, team, month }: batches.Asked): string {
	switch (reason) {
		case 'bad-round':
			return `the round "${round}" does not ask by code today: it is not open, was stopped, or sends none`;
		case 'bad-count':
			return `how many? A whole number from 1 to ${batches.COUNT_MAX}`;
		case 'bad-month':
			return `what was offered in ${month} is published already`;
		case 'bad-team':
			return `the round "${round}" does not ask in a team "${team}"`;
		case 'already-made':
			return 'they were made already';
	}
}
