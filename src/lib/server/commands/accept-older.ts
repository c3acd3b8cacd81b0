import { parseArgs } from 'node:util';
import { closeAll, open } from '../core/database.ts';
import { today } from '../core/environment.ts';
import * as keys from '../core/keys.ts';
import * as settings from '../core/settings.ts';
import { inWords } from '../core/trouble.ts';
import * as restorations from '../halves/restorations.ts';
import * as plans from '../plan/plans.ts';
import type { Takes } from './usage.ts';

const MEANS = {
	file: `its file is older than its keys. Going on with it, answers counted since it was copied are gone, and what was counted in
since opens only with the keys that were copied with it (\`restore\` with --keys): without them it is closed as lost on its day;
answers with codes that
it does not know, and to rounds and closing days that came later, are kept on citizens’ devices and not refused, for as long as
the round takes answers. Hand out new codes.`,
	keys: `its keys are older than its file. Going on with them, a box whose key is not there is closed as lost on its day (one whose key has moved on since opens), and what
devices sealed to a key that is not there waits unread for 30 days.`,
	unknown: `nothing says whether its file or its keys are older. Going on with both as they lie, a box that they do not open is closed as
lost on its day; answers with codes and to rounds that the file does not know are kept on citizens’ devices and not refused, for as
long as the round takes answers. Where there is a newer pair, \`restore\` it with --keys instead.`,
	away: `going on without these keys, each box of theirs is closed as lost on its day, and until then what comes is counted in another
month; put back before that day, they open it.`
};

export const takes = {
	least: 1,
	most: 1,
	options: { yes: { type: 'boolean', default: false } }
} satisfies Takes;

/**
 * `accept-older <municipality> [--yes]`: goes on with a half that was put back from a copy older than the other, or without keys of
 * boxes that are not there.
 */
export function run(args: string[], now: Date = new Date()): void {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: takes.options
	});
	const [slug = ''] = positionals;
	if (!plans.find(slug)) throw new Error(`there is no municipality "${slug}"`);
	try {
		inWords(slug, () => goOn(slug, values.yes, now));
	} finally {
		closeAll();
	}
}

function goOn(slug: string, isSure: boolean, now: Date): void {
	const [db, keysFolder] = [open(slug), keys.folder(slug)];
	const invented = settings.invented(db);
	if (invented) throw invented;
	const { older, flaws } = restorations.lacking(db, keysFolder);
	if (!older && flaws.length === 0)
		return console.log(`${slug}: neither half is older than the other, and no keys are lacking`);
	for (const { message } of flaws) console.log(`  ${message}`);
	const isAway = flaws.length > (older === 'unknown' ? 1 : 0);
	for (const which of [older, isAway ? ('away' as const) : undefined])
		if (which) console.log(`${slug}: ${MEANS[which].replaceAll('\n', ' ')}`);
	if (!isSure) throw new Error('nothing was changed; say --yes to go on with it');
	restorations.accept(db, keysFolder, { today: today(), now });
	console.log(`${slug}: both go on as one; a server that runs takes it up within minutes`);
}
