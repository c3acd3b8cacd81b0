import { parseArgs } from 'node:util';
import { monthOf } from '../../calendar.ts';
import { format } from '../../survey/code.ts';
import { isOpen } from '../../survey/round.ts';
import * as codes from '../rounds/codes.ts';
import { closeAll } from '../core/database.ts';
import { today } from '../core/environment.ts';
import * as municipality from '../municipality.ts';
import * as rounds from '../rounds/rounds.ts';

const COUNT_MAX = 20_000;

/**
 * `codes <municipality> <round> <count> [--team id] [--url https://…]`: makes a batch and prints it as CSV, the only time
 * that the codes are known. Nothing that is printed later tells whether one was used.
 */
export function run(args: string[]): void {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: { team: { type: 'string' }, url: { type: 'string', default: '' } }
	});
	const [slug = '', roundId = '', typed = ''] = positionals;
	const place = municipality.find(slug);
	if (!place) throw new Error(`there is no municipality "${slug}"`);
	const { plan, db, keysFolder } = place;
	const kept = rounds.list(db).find(({ round }) => round.id === roundId);
	if (!kept) throw new Error(`${slug} has no round "${roundId}"`);
	if (!isOpen(kept.round, today())) throw new Error(`the round "${roundId}" is not open`);
	const count = Number(typed);
	if (!Number.isInteger(count) || count < 1 || count > COUNT_MAX) {
		throw new Error(`how many? A whole number from 1 to ${COUNT_MAX}`);
	}
	const { team, url } = values;
	if (team && !plan.teams.some(({ id }) => id === team))
		throw new Error(`${slug} has no team "${team}"`);
	const made = codes.make(db, keysFolder, {
		round: roundId,
		prefix: kept.round.prefix,
		team,
		month: monthOf(today()),
		count
	});
	console.log('kode;adresse');
	for (const code of made) console.log(`${format(code)};${url}/${slug}/k#${code}`);
	closeAll();
}
