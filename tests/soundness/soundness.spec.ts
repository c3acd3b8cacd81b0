import { beforeAll, describe, expect, it } from 'vitest';
import * as boxKeys from '../../src/lib/server/core/moving-keys/box-keys.ts';
import { nextOf } from '../../src/lib/server/core/moving-keys/moving.ts';
import * as daily from '../../src/lib/server/daily.ts';
import * as rounds from '../../src/lib/server/rounds/rounds.ts';
import { readComments, rebuild, unique, type Keys, type Rebuilt } from './attacker.ts';
import { History, type State } from './history.ts';
import { clues, SIGMAS } from './order.ts';
import { answer, NIGHT, town, type Citizen } from './town.ts';

const CITIZENS = 200;

type Place = ReturnType<typeof town>;
type Loot = Parameters<typeof rebuild>[1];

/** The keys as they lie there now. */
function keysIn(keysFolder: string): Keys {
	const keys: Keys = new Map();
	for (const { round, unit } of boxKeys.list(keysFolder)) {
		const found = boxKeys.standing({ keysFolder, round, unit });
		if (found) keys.set(unit, [found.key, ...(found.fresh ? [found.fresh] : [])]);
	}
	return keys;
}

const merged = (...all: Keys[]): Keys => {
	const keys: Keys = new Map();
	for (const each of all) {
		for (const [unit, more] of each) keys.set(unit, unique([...(keys.get(unit) ?? []), ...more]));
	}
	return keys;
};

/** Whoever has a key has the next ones too. */
function withNext(keys: Keys, times: number): Keys {
	return new Map(
		[...keys].map(([unit, [first]]) => {
			const chain = first ? [{ step: 0, key: first }] : [];
			for (let n = 0; first && n < times; n++)
				chain.push(nextOf(chain.at(-1) as (typeof chain)[0]));
			return [unit, chain.map(({ key }) => key)];
		})
	);
}

/** How much of what was found is true. */
function score(found: Rebuilt[], given: Citizen[]) {
	const isSheet = (each: Rebuilt, truth: Citizen): boolean =>
		JSON.stringify(each.sheet?.answers) === JSON.stringify(truth.answers) &&
		each.sheet?.channel === truth.channel;
	const both = found.flatMap((each, n) => (given[n] ? [[each, given[n]] as const] : []));
	const ofCodes = both.filter(([each, truth]) => truth.hmac && each.code === truth.hmac);
	return {
		commits: found.length,
		sheets: both.filter(([each, truth]) => isSheet(each, truth)).length,
		codeAndAnswer: ofCodes.filter(([each, truth]) => isSheet(each, truth)).length,
		codeAndComment: ofCodes.filter(([each, truth]) => each.comment === truth.comment).length
	};
}

const codesIn = (given: Citizen[]): number => given.filter(({ hmac }) => hmac).length;

describe(
	'with every page that was ever written, and the keys of today',
	{ timeout: 240_000 },
	() => {
		let place: Place;
		let day: State[];
		let night: State[];
		let units: Loot['units'];
		let ever: Keys;
		let atMidday: Keys;
		let atDusk: Keys;
		let now: Keys;
		const loot = (keys: Keys): Loot => ({ kept: place.kept, units, keys });

		beforeAll(async () => {
			place = town(CITIZENS, 1);
			units = rounds.units(place.db, place.kept.round.id);
			const history = new History(place.db);
			ever = keysIn(place.keysFolder);
			for (const [n, each] of place.given.entries()) {
				await answer(place, [each]);
				if (n === CITIZENS / 2 - 1) atMidday = keysIn(place.keysFolder);
				ever = merged(ever, keysIn(place.keysFolder));
			}
			atDusk = keysIn(place.keysFolder);
			day = history.states();
			daily.turn(place.db, place.keysFolder, NIGHT);
			night = history.states();
			now = keysIn(place.keysFolder);
		}, 240_000);

		it('gives away no sheet, no code’s answer, no code’s comment after a night', () => {
			expect(score(rebuild(night, loot(now)), place.given)).toEqual({
				commits: CITIZENS,
				sheets: 0,
				codeAndAnswer: 0,
				codeAndComment: 0
			});
		});

		it('gives away no sheet and no code’s answer on the day itself; a code’s comment it still does', () => {
			expect(score(rebuild(day, loot(atDusk)), place.given)).toEqual({
				commits: CITIZENS,
				sheets: 0,
				codeAndAnswer: 0,
				codeAndComment: codesIn(place.given)
			});
		});

		it('would give away all of it if keys did not move on: with every key that ever was', () => {
			expect(score(rebuild(day, loot(ever)), place.given)).toEqual({
				commits: CITIZENS,
				sheets: CITIZENS,
				codeAndAnswer: codesIn(place.given),
				codeAndComment: codesIn(place.given)
			});
		});

		it('gives away with the keys of a pair what came since that pair, and nothing from before', () => {
			const since = place.given.slice(CITIZENS / 2);
			const found = rebuild(night, loot(withNext(atMidday, CITIZENS)));
			expect(score(found, place.given)).toMatchObject({
				sheets: since.length,
				codeAndAnswer: codesIn(since)
			});
			expect(found.slice(0, CITIZENS / 2).some(({ sheet }) => sheet !== undefined)).toBe(false);
		});

		it('orders no comment, by any of the places that it has in the file', () => {
			const [state] = night.slice(-1) as [State];
			const texts = new Map(readComments(state, loot(now)).map(({ id, text }) => [text, id]));
			const said = place.given.filter(({ comment }) => comment !== '');
			expect(said.length).toBeGreaterThan(50);
			const ids = said.map(({ comment }) => texts.get(comment) ?? '');
			// All of them can be read with the keys of today: what is forgotten is whose they are.
			expect(ids.every(Boolean)).toBe(true);
			for (const [clue, { sigmas }] of clues(state, 'sealed_comment', ids)) {
				expect(sigmas, clue).toBeLessThan(SIGMAS);
			}
			// No row of the day is there any more, under another name neither.
			const sealed = (of: State) =>
				of.all<{ sealed: Buffer }>('select sealed from sealed_comment').map((row) => row.sealed);
			const before = new Set((day.at(-1) as State) && sealed(day.at(-1) as State).map(String));
			expect(sealed(state)).toHaveLength(CITIZENS);
			expect(sealed(state).some((row) => before.has(String(row)))).toBe(false);
		});
	}
);
