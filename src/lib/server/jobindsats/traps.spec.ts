import { describe, expect, it } from 'vitest';
import type { Trap } from '../../../../tests/support/jobindsats.ts';
import { rows } from '../goals/figures.ts';
import {
	chosen,
	fetchNow,
	inAWorld,
	only,
	points,
	world
} from '../../../../tests/support/fetching.ts';

inAWorld();

describe('what comes between', () => {
	const nothing = async (trap: Trap[], reason: string) => {
		world.standIn.traps = trap;
		const run = await fetchNow();
		expect(run).toMatchObject({
			state: 'failed',
			added: 0,
			problems: [{ reason, table: 'y07a07' }]
		});
		expect(rows(world.db)).toEqual([]);
		// And then it is itself again: nothing was lost.
		world.standIn.traps = [];
		expect(await fetchNow()).toMatchObject({ state: 'done', added: 3 });
	};

	it.each<[string, Trap[], string]>([
		['a key that is not taken', [{ kind: 'status', status: 401 }], 'key-refused'],
		['a question that hangs', [{ kind: 'hang' }], 'timed-out'],
		['half a reply', [{ kind: 'cut' }], 'half-a-reply'],
		['half a text', [{ kind: 'text', text: '{"table_name": "Var' }], 'half-a-reply'],
		['another shape', [{ kind: 'text', text: '{"tabel": 1}' }], 'other-shape'],
		['a page instead of a reply', [{ kind: 'text', text: '<html>' }], 'half-a-reply'],
		['a table that is gone', [{ kind: 'status', status: 404 }], 'no-such-table'],
		['a way to elsewhere', [{ kind: 'redirect', to: 'http://127.0.0.1:1/' }], 'unreachable'],
		['no end of 429', Array.from({ length: 3 }, () => ({ kind: 'status', status: 429 })), 'busy']
	])('%s is told, and nothing is written', async (_, trap, reason) => nothing(trap, reason));

	it('a first half of the data writes nothing of it', async () => {
		world.standIn.traps = [{ kind: 'mark', mark: '' }, { kind: 'mark', mark: '' }, { kind: 'cut' }];
		expect(await fetchNow()).toMatchObject({
			state: 'failed',
			problems: [{ reason: 'half-a-reply' }]
		});
		expect(rows(world.db)).toEqual([]);
	});

	it('waits as long as it is asked to, and then goes on', async () => {
		world.standIn.traps = [
			{ kind: 'status', status: 429, after: '7' },
			{ kind: 'status', status: 503 }
		];
		expect(await fetchNow()).toMatchObject({ state: 'done', added: 3 });
		expect(world.pauses).toEqual([7000, 4000]);
	});

	it.each(['', '\uFEFF', 'ï»¿', '\uFEFFï»¿'])('reads past the mark %j', async (mark) => {
		world.standIn.traps = [1, 2, 3].map(() => ({ kind: 'mark', mark }));
		expect(await fetchNow()).toMatchObject({ state: 'done', added: 3 });
	});

	it('says what of a table the plan has to choose', async () => {
		world.table.hierarchies = [
			{ id: '_ygrpi09', name: 'Ydelse', values: ['Sygedagpenge', 'Fleksjob'] }
		];
		expect((await fetchNow()).problems).toMatchObject([
			{ reason: 'choose-hierarchies', detail: '_ygrpi09 (Ydelse)' }
		]);
		world.plan = chosen({ hierarchies: { _ygrpi09: 'Sygedagpenge' } });
		expect(await fetchNow()).toMatchObject({ state: 'done', added: 3 });
		expect(world.standIn.asked.at(-1)).toContain('hierarchy._ygrpi09=0');
		world.plan = chosen({ hierarchies: { _ygrpi09: 'Findes ikke' } });
		expect((await fetchNow()).problems).toMatchObject([{ reason: 'no-such-value' }]);
	});

	it('takes the column that the plan names, and says when it is gone', async () => {
		const { table } = world;
		table.columns = ['Antal', 'Uger'];
		for (const row of Object.values(table.rows)) {
			row.own.unshift('9');
			row.country.unshift('8');
		}
		expect((await fetchNow()).problems).toMatchObject([
			{ reason: 'choose-column', detail: 'Antal, Uger' }
		]);
		world.plan = chosen({ column: 'Uger', expected: 'Antal' });
		expect(await fetchNow()).toMatchObject({ state: 'done', added: 3 });
		expect(points()?.[0]).toEqual(['2024-07', 29.1, 33.4]);
		world.plan = chosen({ column: 'Måneder' });
		expect((await fetchNow()).problems).toMatchObject([{ reason: 'choose-column' }]);
	});

	it('goes no further with a key that is refused, and on past a table that is gone', async () => {
		world.plan = only('sick-leave-weeks', 'upskilling', 'still-in-job');
		world.standIn.traps = [{ kind: 'status', status: 401 }];
		expect(await fetchNow()).toMatchObject({ state: 'failed', finished: 1, total: 3 });
		const run = await fetchNow();
		expect(run).toMatchObject({ state: 'failed', finished: 3, added: 3 });
		expect(run.problems.map(({ reason }) => reason)).toEqual(['no-such-table', 'no-such-table']);
	});
});
