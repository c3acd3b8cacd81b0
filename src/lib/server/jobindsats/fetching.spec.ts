import { describe, expect, it, vi } from 'vitest';
import { enter, rows } from '../goals/figures.ts';
import * as marks from '../goals/marks.ts';
import { find } from '../goals/series.ts';
import { accessOf } from './access.ts';
import { fetchAll, fetchDue, wantedOf } from './fetching.ts';
import {
	fetchNow,
	inAWorld,
	keysFile,
	only,
	points,
	TODAY,
	vejen,
	WEEKS,
	world
} from '../../../../tests/support/fetching.ts';
import * as runs from './runs.ts';

inAWorld();

describe('a table', () => {
	it('comes with the whole country’s value of the same period, as delivered', async () => {
		expect(await fetchNow()).toMatchObject({ state: 'done', added: 3, revised: 0, problems: [] });
		expect(points()).toEqual([
			['2024-07', 29.1, 33.4],
			['2024-08', 1028.5, 33.1],
			// A number of JSON is one: its point parts no thousands.
			['2024-10', 28.125, 32.9]
		]);
		expect(rows(world.db)[1]).toMatchObject({
			delivered: '1.028,5',
			source: 'Jobindsats',
			table: { id: 'y07a07', name: WEEKS.name },
			way: 'fetched'
		});
		expect(world.standIn.asked).toEqual([
			'/table/y07a07?format=json',
			'/data/y07a07?mgroup.*=*&period.M=latest:42&hierarchy._nykom=/1&format=json',
			'/data/y07a07?mgroup.*=*&period.M=latest:42&hierarchy._nykom=/&format=json'
		]);
	});

	it('doubles nothing when it is fetched again, and asks what it is once a day', async () => {
		await fetchNow();
		expect(await fetchNow()).toMatchObject({ state: 'done', added: 0, revised: 0 });
		expect(rows(world.db)).toHaveLength(3);
		expect(world.standIn.asked.filter((each) => each.startsWith('/table/'))).toHaveLength(1);
		expect(world.standIn.asked.at(-1)).toContain('latest:14');
		world.now += 86_400_001;
		await fetchNow();
		expect(world.standIn.asked.filter((each) => each.startsWith('/table/'))).toHaveLength(2);
		expect(world.standIn.most).toBe(1);
	});

	it('that has been revised is corrected with its reason; what was there stays', async () => {
		await fetchNow();
		world.table.rows['2024M07']!.own = ['29,3'];
		expect(await fetchNow()).toMatchObject({ added: 0, revised: 1 });
		expect(points()?.[0]).toEqual(['2024-07', 29.3, 33.4]);
		expect(
			rows(world.db).map(({ period, value, reason }) => [period, value, reason])
		).toContainEqual(['2024-07', 29.3, '@revised']);
		expect(rows(world.db)).toHaveLength(4);
	});

	it('that has changed breaks the series visibly, and rewrites nothing before it', async () => {
		await fetchNow();
		const { table } = world;
		table.columns = ['Gns. varighed (uger), nyt begreb'];
		table.rows['2024M07']!.own = ['99'];
		world.now += 86_400_001;
		// Nothing of the new kind has come yet.
		expect(await fetchNow()).toMatchObject({ state: 'done', added: 0, revised: 0 });
		table.rows['2024M11'] = { own: ['40'], country: ['41'] };
		expect(await fetchNow('2024-12-20')).toMatchObject({ added: 1, revised: 0 });
		expect(points()?.map(([, value]) => value)).toEqual([29.1, 1028.5, 28.125, 40]);
		expect(find(world.db, 'sick-leave-weeks', 'figure')?.marks).toMatchObject([
			{ from: '2024-11', kind: 'break', why: '@table-changed' }
		]);
		// Not on any later day either, neither what was there nor what was missing; what is new is followed as ever.
		const before = points()?.slice(0, 3);
		table.rows['2024M08']!.own = ['98'];
		table.rows['2024M08']!.country = ['97'];
		table.rows['2024M09'] = { own: ['96'], country: ['95'] };
		for (const day of ['2024-12-21', '2024-12-22']) {
			world.now += 86_400_001;
			expect(await fetchNow(day)).toMatchObject({ state: 'done', added: 0, revised: 0 });
		}
		table.rows['2024M11'].own = ['41'];
		world.now += 86_400_001;
		expect(await fetchNow('2025-01-20')).toMatchObject({ added: 1, revised: 1 });
		expect(points()?.slice(0, 3)).toEqual(before);
		expect(
			points()
				?.slice(3)
				.map((point) => point.slice(0, 2))
		).toEqual([
			['2024-11', 41],
			['2024-12', 1]
		]);
	});

	it('takes nothing away that it says nothing of', async () => {
		const typed = { goal: 'sick-leave-weeks', measure: 'figure', delivered: '', source: 'x' };
		const more = { ...typed, expected: 30, retrievedOn: TODAY };
		const entries = [
			{ ...more, period: '2024-07', value: 29.1, national: 33.4 },
			{ ...more, period: '2024-08', value: 1028.5, national: 33.1 }
		];
		enter(world.db, world.plan, entries, { way: 'typed', by: null, today: TODAY });
		expect(await fetchNow()).toMatchObject({ added: 1, revised: 0 });
		expect(find(world.db, 'sick-leave-weeks', 'figure')?.points.slice(0, 2)).toMatchObject([
			{ national: 33.4, expected: 30 },
			{ national: 33.1, expected: 30 }
		]);
	});

	it('parts the series after the newest figure, and anew each time', async () => {
		await fetchNow();
		const { table } = world;
		const day = (n: number) => {
			world.now += 86_400_001;
			return `2025-0${n}-20`;
		};
		// The new way comes with figures of older months too.
		table.columns = ['Anden'];
		table.rows['2024M06'] = { own: ['90'], country: ['90'] };
		table.rows['2024M09'] = { own: ['91'], country: ['91'] };
		expect(await fetchNow(day(1))).toMatchObject({ added: 1, revised: 0 });
		expect(points()?.map(([period]) => period)).toEqual([
			'2024-07',
			'2024-08',
			'2024-10',
			'2024-12'
		]);
		// And one that somebody had marked already.
		marks.make(
			world.db,
			world.plan,
			{
				goal: 'sick-leave-weeks',
				measure: 'figure',
				from: '2025-01',
				kind: 'change',
				why: 'Ny indsats'
			},
			{ by: null, today: '2025-01-21' }
		);
		table.columns = ['Tredje'];
		table.rows['2024M12']!.own = ['92'];
		table.rows['2025M01'] = { own: ['93'], country: ['93'] };
		expect(await fetchNow(day(2))).toMatchObject({ added: 1, revised: 0 });
		expect(await fetchNow(day(3))).toMatchObject({ added: 0, revised: 0 });
		expect(
			points()
				?.slice(3)
				.map((point) => point.slice(0, 2))
		).toEqual([
			['2024-12', 1],
			['2025-01', 93]
		]);
		expect(find(world.db, 'sick-leave-weeks', 'figure')?.marks).toMatchObject([
			{ from: '2024-12', kind: 'break', why: '@table-changed' },
			{ from: '2025-01', kind: 'break', why: '@table-changed' }
		]);
	});
});

it('can be stopped before the next table, and keeps what it had', async () => {
	world.plan = only('sick-leave-weeks', 'upskilling');
	const order = wantedOf(world.plan).map(({ table }) => table.id);
	world.standIn.tables.set('y60c02', structuredClone(WEEKS));
	const begun = fetchAll(world, { today: TODAY, by: null });
	expect(fetchAll(world, { today: TODAY, by: null })).toEqual({
		ok: false,
		reason: 'under-way'
	});
	expect(runs.latest(world.db)).toMatchObject({ state: 'running', current: order[0], total: 2 });
	expect(runs.stop(world.db)).toBe(true);
	expect(begun.ok && (await begun.finished)).toMatchObject({ state: 'stopped', finished: 1 });
	expect(runs.stop(world.db)).toBe(false);
});

it('that was broken off is told as failed, and hinders no other', async () => {
	world.db
		.prepare("insert into fetch_run (day, state, total, process) values (?, 'running', 3, ?)")
		.run(TODAY, process.pid);
	expect(runs.latest(world.db)).toMatchObject({ state: 'failed' });
	expect(await fetchNow()).toMatchObject({ state: 'done' });
});

it('comes by itself once a day, when something is expected; never with key or figure in a log', async () => {
	const lines: string[] = [];
	for (const way of ['log', 'error'] as const) {
		vi.spyOn(console, way).mockImplementation((line) => void lines.push(String(line)));
	}
	world.standIn.traps = [{ kind: 'text', text: '{"figure": "29,1"}' }];
	await fetchDue(world, TODAY);
	expect(lines.map((line) => JSON.parse(line).kind)).toEqual(['other-shape']);
	await fetchDue(world, TODAY);
	expect(points()).toHaveLength(3);
	const asked = world.standIn.asked.length;
	await fetchDue(world, TODAY);
	await fetchDue(world, '2024-11-21');
	expect(world.standIn.asked).toHaveLength(asked);
	expect(lines.join()).not.toContain(world.standIn.key);
	expect(lines.join()).not.toContain('29,1');
	vi.stubEnv('JOBINDSATS_FILE', '');
	await fetchDue(world, '2025-06-01');
	expect(world.standIn.asked).toHaveLength(asked);
});

it('says which file is wrong, and nothing that stands in it', () => {
	for (const text of ['{"vejen": {"key": "hemmelig"', '{"vejen": {"nøgle": "hemmelig"}}']) {
		const file = keysFile(text);
		vi.stubEnv('JOBINDSATS_FILE', file);
		expect(() => accessOf(vejen)).toThrow(file);
		expect(() => accessOf(vejen)).not.toThrow('hemmelig');
	}
});
