import { existsSync, readdirSync, statfsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { closeAll, pathOf } from '../core/database.ts';
import { environment, today } from '../core/environment.ts';
import * as keys from '../core/keys.ts';
import { holding } from '../core/placing/holding.ts';
import * as marks from '../core/placing/marks.ts';
import * as placement from '../core/placing/placement.ts';
import { mustLieApart } from '../halves/apart.ts';
import { callOff, move } from '../halves/move.ts';
import * as plans from '../plan/plans.ts';
import type { Takes } from './usage.ts';

const USAGE = 'move <municipality> <server> <its data folder> <its keys folder>';

export const takes = {
	least: 1,
	most: 4,
	options: { back: { type: 'boolean', default: false } }
} satisfies Takes;

/**
 * `move <municipality> <server> <data folder> <keys folder>`: moves a municipality to another app server's folders while citizens
 * answer. With the variables of the server that has it now. Stopped anywhere, the same command goes on; `--back` calls it off, as
 * long as it has not been switched.
 */
export async function run(args: string[]): Promise<void> {
	const { values, positionals } = parseArgs({
		args,
		allowPositionals: true,
		options: takes.options
	});
	const [slug = '', ...to] = positionals;
	if (!plans.find(slug)) throw new Error(`there is no municipality "${slug}": ${USAGE}`);
	const { DATA_DIR, PLACEMENT_FILE } = environment();
	if (PLACEMENT_FILE === undefined)
		throw new Error('PLACEMENT_FILE and PLACE must say which server has which municipality');
	const say = (line: string) => console.log(`${slug}: ${line}`);
	try {
		await holding(
			join(DATA_DIR, `${slug}.move`),
			async () => {
				if (values.back) return goBack(slug, say);
				const mark = wanted(slug, to);
				if (!mark)
					return say(`has been moved to ${marks.moved(slug)?.place}; nothing is left to do`);
				say('stopped anywhere, the same command goes on; --back calls it off before the switch');
				for await (const line of move(slug, mark)) say(line);
				tellRest(slug, mark, say);
			},
			{ seconds: 0 }
		);
	} finally {
		closeAll();
	}
}

function goBack(slug: string, say: (line: string) => void): void {
	const under = marks.moving(slug);
	if (!under) throw new Error(`${slug} is not being moved`);
	if (marks.isMoved(slug))
		throw new Error(
			`${slug} has been switched: the same command without --back brings it to its end`
		);
	callOff(slug, under);
	say('called off; it is served from here again within seconds');
}

/** The move that is to be made, or to be gone on with; undefined where it is over. @throws with words for the operator */
function wanted(slug: string, given: string[]): marks.Mark | undefined {
	const [place = '', data = '', keysTo = ''] = given;
	const under = marks.moving(slug);
	const asked = { place, data: resolve(data), keys: resolve(keysTo) };
	const isSame = (other: marks.Mark | undefined) =>
		given.length === 0 ||
		(other?.place === place && other.data === asked.data && other.keys === asked.keys);
	const known = under ?? marks.moved(slug);
	if (known && !isSame(known))
		throw new Error(
			`${slug} ${under ? 'is on its way' : 'was moved'} to ${known.place}, ${known.data}`
		);
	if (known) return under;
	if (given.length !== 3) throw new Error(`usage: ${USAGE}`);
	mayBegin(slug, asked);
	return { ...asked, begun: today() };
}

/** All that can be seen before citizens notice anything. */
function mayBegin(slug: string, to: { place: string } & marks.Folders): void {
	const { DATA_DIR, KEYS_DIR, PLACE } = environment();
	const file = pathOf(slug);
	if (!placement.isPlace(to.place)) throw new Error(`"${to.place}" is no name of a server`);
	if (to.place === PLACE) throw new Error(`${slug} is to be moved to another server than ${PLACE}`);
	placement.demand(slug);
	if (!existsSync(file) || !keys.stand(keys.folder(slug)))
		throw new Error(`${file} and its keys are not both here: bring it in order first`);
	mustLieApart(to.keys, [to.data, DATA_DIR, KEYS_DIR]);
	mustLieApart(KEYS_DIR, [to.data]);
	if (resolve(DATA_DIR) === to.data) throw new Error(`${to.data} is where it lies now`);
	for (const path of [join(to.data, `${slug}.sqlite`), join(to.keys, slug)])
		if (existsSync(path))
			throw new Error(`${path} is there already: the other server has a file of its own`);
	if (marks.moving(slug, to)) throw new Error(`${slug} is being moved away from ${to.data}`);
	const { bavail, bsize } = statfsSync(nearest(to.data));
	const needed =
		statSync(file).size + (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0);
	if (bavail * bsize < needed * 2)
		throw new Error(`there is no room for ${needed} bytes in ${to.data}`);
}

/** The folder itself, or the one in which it will be made. */
const nearest = (folder: string): string =>
	existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));

/** What only the operator can do, and what else of it lies here. */
function tellRest(slug: string, { place, data }: marks.Mark, say: (line: string) => void): void {
	const { DATA_DIR, KEYS_DIR } = environment();
	say(`moved. ${place} serves it within seconds from ${data}`);
	say(
		'now: reload the proxy, as `systemctl reload haproxy`; until then it answers 503, and devices come again'
	);
	say(
		'then: make a backup on its new server; this one’s destroys the keys of its former pair from tomorrow on'
	);
	for (const folder of [DATA_DIR, KEYS_DIR])
		for (const name of readdirSync(folder))
			if (name.startsWith(`${slug}.`) && name.includes('.before-'))
				say(`lies here still, from a restore: ${join(folder, name)}`);
}
