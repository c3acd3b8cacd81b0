import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../src/lib/server/core/secrets.ts';
import * as daily from '../../src/lib/server/daily.ts';
import * as quarantine from '../../src/lib/server/intake/quarantine.ts';
import * as grants from '../../src/lib/server/tablet/grants.ts';
import { History, type State } from './history.ts';
import { clues, SIGMAS } from './order.ts';
import { freePages } from './places.ts';
import { answer, DAY, NIGHT, town } from './town.ts';

const CITIZENS = 200;
type Place = ReturnType<typeof town>;

describe('with the file as it lies there, and no key', () => {
	let place: Place;
	let dusk: State;
	let morning: State;
	const orders = new Map<string, string[]>();

	beforeAll(async () => {
		place = town(CITIZENS, 2);
		const history = new History(place.db);
		orders.set('grant_token', tabletsIn(place));
		orders.set('quarantine', unreadIn(place));
		const comments = new Set<string>();
		for (const each of place.given) {
			await answer(place, [each]);
			for (const id of commentsIn(place)) comments.add(id);
		}
		orders.set('sealed_comment', [...comments]);
		orders.set(
			'receipt',
			place.given.map(({ id }) => id.replaceAll('-', ''))
		);
		orders.set(
			'code',
			place.given.flatMap(({ hmac }) => hmac ?? [])
		);
		dusk = history.states().at(-1) as State;
		daily.turn(place.db, place.keysFolder, NIGHT);
		morning = history.states().at(-1) as State;
	}, 240_000);

	it.each(['receipt', 'code', 'grant_token', 'quarantine'])(
		'tells no order of %s after a night',
		(table) => {
			for (const [clue, { sigmas }] of clues(morning, table, orders.get(table) ?? [])) {
				expect(sigmas, clue).toBeLessThan(SIGMAS);
			}
		}
	);

	// That is what the night is for.
	it.each(['receipt', 'sealed_comment', 'quarantine'])(
		'tells the order of %s on the day itself',
		(table) => {
			const told = [...clues(dusk, table, orders.get(table) ?? [])].map(([, { sigmas }]) => sigmas);
			expect(Math.max(...told)).toBeGreaterThan(SIGMAS);
		}
	);

	it('holds no byte of a comment of the day, no page that nobody uses, and no log', () => {
		const { name } = place.db;
		const bytes = readFileSync(name);
		// As a thief reads it: but for how it is to be opened.
		expect(bytes.subarray(100).equals(morning.bytes.subarray(100))).toBe(true);
		expect(readFileSync(`${name}-wal`)).toHaveLength(0);
		expect(freePages(morning)).toEqual([]);
		const rows = dusk.all<{ sealed: Buffer }>('select sealed from sealed_comment');
		expect(rows).toHaveLength(CITIZENS);
		expect(rows.some(({ sealed }) => bytes.includes(sealed.subarray(0, 16)))).toBe(false);
		expect(rows.every(({ sealed }) => dusk.bytes.includes(sealed.subarray(0, 16)))).toBe(true);
	});
});

/** Tablets that were started one after the other. @returns the ids of their grants */
const tabletsIn = ({ db, kept }: Place): string[] =>
	Array.from({ length: CITIZENS }, () =>
		hashOf(grants.make(db, { round: kept.round.id, channel: 'tablet' })).toString('hex')
	);

/** What came and could not be opened. @returns the ids under which it waits */
function unreadIn({ db, kept }: Place): string[] {
	const envelopes = Array.from({ length: CITIZENS }, () => ({
		id: randomUUID(),
		round: kept.round.id,
		keyId: 'another',
		enc: '',
		ciphertext: randomBytes(1500).toString('base64url')
	}));
	for (const envelope of envelopes) {
		const grant = { round: kept.round.id, channel: 'tablet' as const };
		quarantine.keep(db, [{ envelope, reason: 'cannot-open' }], { grant, today: DAY });
	}
	return envelopes.map(({ id }) => Buffer.from(id).toString('hex'));
}

const commentsIn = ({ db }: Place): string[] =>
	db
		.prepare<[], Buffer>('select id from sealed_comment')
		.pluck()
		.all()
		.map((id) => id.toString('hex'));
