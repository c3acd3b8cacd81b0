import { addDays, type Day } from '../../calendar.ts';
import { prepared, type Db } from '../core/database.ts';
import * as box from './box.ts';
import { find, type Unit } from './rounds.ts';

/** So long after its day a lost unit is still brought before the leader. */
const NEWS_DAYS = 30;

/**
 * A unit that cannot be opened. `missing`: its day has not come, and its key may yet be put back; until then answers are
 * counted in another month. `lost`: its day had come.
 */
export type Unopened = Pick<Unit, 'unit' | 'kind' | 'publishesOn'> & {
	round: string;
	state: 'missing' | 'lost';
	closedOn: Day | null;
};

/** Every unit of a municipality that cannot be opened. */
export const list = (db: Db, keysFolder: string): Unopened[] =>
	prepared<[], Omit<Unopened, 'state'> & { state: 'open' | 'lost' }>(
		db,
		`select round, unit, kind, publishes_on as publishesOn, state, released_on as closedOn from unit
		 where state in ('open', 'lost') order by publishes_on, unit`
	)
		.all()
		.flatMap((unit): Unopened[] => {
			if (unit.state === 'lost') return [{ ...unit, state: 'lost' }];
			const kept = find(db, unit.round);
			const isHere = kept && box.opens(db, { keysFolder, ...kept, ...unit, round: kept.round });
			return isHere ? [] : [{ ...unit, state: 'missing' }];
		});

/** Those that somebody should be told of: what can still be mended, and what was lost lately. */
export const news = (db: Db, keysFolder: string, today: Day): Unopened[] =>
	list(db, keysFolder).filter(
		({ closedOn }) => closedOn === null || closedOn >= addDays(today, -NEWS_DAYS)
	);
