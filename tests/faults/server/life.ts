import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Round } from '../../../src/lib/survey/round.ts';
import { imported } from '../../support/modules.ts';
import { openRound } from '../../support/round.ts';
import { open, type Site } from '../../support/site.ts';
import { given } from '../given.ts';
import { postAsBefore, sealAsBefore } from '../older.ts';

/** The municipality that has the fault; the others are to notice nothing. */
export const BROKEN = 'vejen';
/** The day that a life has been lived until, and the day on which its February is due. */
const BEFORE = '2026-02-20';
export const DUE = '2026-03-12';
export const ANSWERS_BEFORE = 12;

/** What a server's first life leaves behind: five files and their keys, rounds under way, and copies of yesterday. */
export type Life = {
	folder: string;
	rounds: Map<string, Round>;
	others: string[];
	clear: () => void;
};

const changed: Partial<Round> = { id: 'aaret', opensOn: '2026-01-01', closesOn: '2026-06-30' };

export async function lived(): Promise<Life> {
	const folder = mkdtempSync(join(tmpdir(), 'oejenhoejde-life-'));
	const site = await open({ ...foldersIn(folder), TODAY: BEFORE });
	const plans = (await imported('plans')).all().map(({ municipality }) => municipality);
	const rounds = new Map<string, Round>();
	for (const slug of plans) rounds.set(slug, await openRound(site, slug, changed));
	const before = await envelopes(
		site,
		BROKEN,
		roundOf(rounds, BROKEN),
		ANSWERS_BEFORE,
		'2026-02-10'
	);
	await postAsBefore(`${site.url}/${BROKEN}`, before);
	await site.stop();
	await succeeds(site, 'backup', join(folder, 'yesterday'));
	cpSync(join(folder, 'keys'), join(folder, 'yesterday', 'keys'), { recursive: true });
	// From now on the copies are older than what stands.
	await succeeds(site, 'codes', BROKEN, 'aaret', '3');
	await succeeds(site, 'rotate-key', BROKEN);
	await site.clear();
	const others = plans.filter((slug) => slug !== BROKEN);
	return { folder, rounds, others, clear: () => rmSync(folder, { recursive: true, force: true }) };
}

export const roundOf = (rounds: Map<string, Round>, slug: string): Round => {
	const round = rounds.get(slug);
	if (!round) throw new Error(`no round in ${slug}`);
	return round;
};

export const foldersIn = (folder: string): { DATA_DIR: string; KEYS_DIR: string } => ({
	DATA_DIR: join(folder, 'data'),
	KEYS_DIR: join(folder, 'keys')
});

/** The same life again, to be broken. */
export function again({ folder }: Life): string {
	const copy = mkdtempSync(join(tmpdir(), 'oejenhoejde-fault-'));
	mkdirSync(copy, { recursive: true });
	cpSync(folder, copy, { recursive: true });
	return copy;
}

/** Answers as devices seal them. */
export async function envelopes(
	site: Site,
	slug: string,
	round: Round,
	n: number,
	answeredOn: string
): Promise<Awaited<ReturnType<typeof sealAsBefore>>[]> {
	const reply = await fetch(`${site.url}/${slug}/api/v1/handout.json`);
	const { key, questionnaires } = (await reply.json()) as {
		key: { id: string; publicKey: string };
		questionnaires: { [hash: string]: { items: { id: string }[] } };
	};
	const items = questionnaires[round.questionnaire]?.items.map(({ id }) => id) ?? [];
	return Promise.all(given(n, round, items, { answeredOn }).map((each) => sealAsBefore(each, key)));
}

/** A second round whose months are due, opened beside the server: what its next turn has to do. */
export const openDue = (site: Site): Promise<Round> =>
	openRound(site, BROKEN, {
		...changed,
		id: 'forrige',
		prefix: 'FO',
		opensOn: '2025-11-01',
		closesOn: '2025-12-31'
	});

async function succeeds(site: Site, ...args: string[]): Promise<void> {
	const { code, error } = await site.command(...args);
	if (code !== 0) throw new Error(`${args.join(' ')}: ${error}`);
}
