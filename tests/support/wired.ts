import type { Round } from '../../src/lib/survey/round.ts';
import type { House, Variables } from './house.ts';
import { openRound } from './round.ts';
import { expect, test as base } from './test.ts';
import { lay, type Wire } from './wire.ts';

export { expect };

/** A house with an open round in Stevns, behind a wire that can be cut. */
export type Wired = {
	house: House;
	wire: Wire;
	/** Stevns' front page, through the wire. */
	home: string;
	round: Round;
	/** How many answers the house has counted. */
	counted: () => number;
	/** A server of another release, or with other variables, on the same files and behind the same wire. */
	restart: (variables?: Variables, build?: string) => Promise<House>;
};

export const test = base.extend<{ wired: Wired }>({
	wired: async ({ another }, use) => {
		const house = await another();
		const round = await openRound(house, 'stevns');
		const wire = await lay(house.url);
		await use({
			house,
			wire,
			home: `${wire.url}/stevns`,
			round,
			counted: () => counted(house),
			async restart(variables = {}, build) {
				const { DATA_DIR = '', KEYS_DIR = '' } = house.variables;
				const next = await another({ DATA_DIR, KEYS_DIR, ...variables }, build);
				wire.to(next.url);
				return next;
			}
		});
		await wire.close();
	}
});

function counted(house: House): number {
	const file = house.file('stevns');
	const n = file.prepare<[], number>('select count(*) from receipt').pluck().get();
	file.close();
	return n ?? 0;
}
