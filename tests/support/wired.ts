import type { Round } from '../../src/lib/survey/round.ts';
import type { Site, Variables } from './site.ts';
import { openRound } from './round.ts';
import { expect, test as base } from './test.ts';
import { lay, type Wire } from './wire.ts';

export { expect };

/** A site with an open round in Stevns, behind a wire that can be cut. */
export type Wired = {
	site: Site;
	wire: Wire;
	/** Stevns' front page, through the wire. */
	home: string;
	round: Round;
	/** How many answers the site has counted. */
	counted: () => number;
	/** A server of another release, or with other variables, on the same files and behind the same wire. */
	restart: (variables?: Variables, build?: string) => Promise<Site>;
};

export const test = base.extend<{ wired: Wired }>({
	wired: async ({ another }, use) => {
		const site = await another();
		const round = await openRound(site, 'stevns');
		const wire = await lay(site.url);
		await use({
			site,
			wire,
			home: `${wire.url}/stevns`,
			round,
			counted: () => counted(site),
			async restart(variables = {}, build) {
				const { DATA_DIR = '', KEYS_DIR = '' } = site.variables;
				const next = await another({ DATA_DIR, KEYS_DIR, ...variables }, build);
				wire.to(next.url);
				return next;
			}
		});
		await wire.close();
	}
});

function counted(site: Site): number {
	const file = site.file('stevns');
	const n = file.prepare<[], number>('select count(*) from receipt').pluck().get();
	file.close();
	return n ?? 0;
}
