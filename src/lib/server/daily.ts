import { addDays, type Day } from '../calendar.ts';
import { emptyLog, immediately, type Db } from './core/database.ts';
import * as boxKeys from './core/moving-keys/box-keys.ts';
import * as doomedKeys from './core/moving-keys/doomed-keys.ts';
import * as fieldwork from './results/fieldwork.ts';
import * as audit from './core/audit.ts';
import * as order from './intake/order.ts';
import * as quarantine from './intake/quarantine.ts';
import { release, type Release } from './results/release.ts';
import * as retention from './retention.ts';
import * as sealingKeys from './rounds/sealing-keys.ts';
import * as settings from './core/settings.ts';

/** A released box's key lives until the next verified backup, and no longer than this. */
const KEY_DAYS_AFTER_RELEASE = 7;

/**
 * What happens once a day in a municipality: announced figures are published, open ones counted roughly, and what is due
 * is destroyed. A server that slept catches up at its next start; running it twice a day changes nothing.
 */
export function turn(db: Db, keysFolder: string, today: Day): Release[] {
	const released = release(db, keysFolder, today);
	for (const { round, unit, state } of released) {
		if (state === 'lost')
			audit.log(db, { who: null, what: 'unit-lost', about: `${round} ${unit}`, day: today });
	}
	const isNewDay = settings.get(db, 'last-turn') !== today;
	if (isNewDay) {
		fieldwork.write(db, keysFolder, today);
		order.forget(db, keysFolder);
	}
	destroyKeys(db, keysFolder, today);
	sealingKeys.destroyOld(db, keysFolder, today);
	const gone = retention.erase(db, today) + quarantine.erase(db, today) + released.length;
	if (isNewDay || gone > 0) settings.put(db, 'compact', 'due');
	if (settings.get(db, 'compact') === 'due' && retention.rewrite(db)) {
		settings.put(db, 'compact', 'log');
	}
	if (settings.get(db, 'compact') === 'log' && emptyLog(db)) {
		settings.put(db, 'compact', 'done');
	}
	settings.put(db, 'last-turn', today);
	emptyLog(db);
	return released;
}

function destroyKeys(db: Db, keysFolder: string, today: Day): void {
	const due = db
		.prepare<{ latest: Day }, { round: string; unit: string }>(
			`select round, unit from unit where state <> 'open' and key_destroyed_on is null and (released_on <= :latest
			 or exists (select 1 from backup where verified = 1 and day > unit.released_on))`
		)
		.all({ latest: addDays(today, -KEY_DAYS_AFTER_RELEASE) });
	const isDestroyed = db.prepare<[string, string]>(
		'select 1 from unit where round = ? and unit = ? and key_destroyed_on is not null'
	);
	// A copy of the keys that was put back brings along what had been destroyed since.
	const isBack = boxKeys.list(keysFolder).filter(({ round, unit }) => isDestroyed.get(round, unit));
	immediately(db, () => {
		for (const { round, unit } of [...due, ...isBack]) doomedKeys.doom(db, round, unit);
	});
	const note = db.prepare('update unit set key_destroyed_on = ? where round = ? and unit = ?');
	doomedKeys.destroy(db, keysFolder, (round, unit) => note.run(today, round, unit));
}
