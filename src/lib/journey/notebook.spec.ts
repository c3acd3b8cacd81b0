import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stevnsJourney as model } from '../plan/content/journey/stevns.ts';
import { chooseAreas, NOTE_MAX, say, type Assessment } from './assessment.ts';
import { Notebook } from './notebook.svelte.ts';

const A = '8f1c2b1e-1f60-4c43-9d0f-3a8f5a2f8b11';
const B = '1e0c2b1e-1f60-4c43-9d0f-3a8f5a2f8b22';
const today = '2026-11-22';

let n = 0;
let municipality = '';
beforeEach(() => {
	municipality = `by${++n}`;
	const kept = new Map<string, string>();
	vi.stubGlobal('sessionStorage', {
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, text: string) => kept.set(name, text),
		removeItem: (name: string) => kept.delete(name)
	});
});
afterEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
});

async function opened(): Promise<Notebook> {
	const notebook = new Notebook(municipality, model);
	await notebook.open();
	return notebook;
}
/** What another page finds, a moment later. */
const kept = async (): Promise<Assessment[]> => {
	await new Promise((resolve) => setTimeout(resolve, 200));
	return (await opened()).pictures;
};
const chosen = (picture: Assessment | null, ...areas: string[]): Assessment => {
	if (!picture) throw new Error('nothing on the table');
	return chooseAreas(picture, model, areas);
};

describe('a picture on the table', () => {
	it('is kept by itself from the first choice, and not before', async () => {
		const notebook = await opened();
		notebook.start(A, today);
		expect(await kept()).toEqual([]);
		expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(
			`mit-billede-${municipality}`
		);
		notebook.change(chosen(notebook.current, 'work'));
		notebook.change(say(notebook.current!, 'work', { step: 'an-idea', note: 'Hest' }));
		expect(await kept()).toEqual([notebook.current]);
		expect(notebook.isSaved(notebook.current!)).toBe(true);
	});

	it('is kept letter by letter, the last one too', async () => {
		const notebook = await opened();
		notebook.start(A, today);
		notebook.change(chosen(notebook.current, 'work'));
		for (const note of ['H', 'He', 'Hes', 'Hest']) {
			notebook.change(say(notebook.current!, 'work', { note }));
		}
		expect((await kept())[0]?.placements[0]?.note).toBe('Hest');
	});

	it('is not kept when nothing is left in it', async () => {
		const notebook = await opened();
		notebook.start(A, today);
		notebook.change(chosen(notebook.current, 'work'));
		await kept();
		notebook.change(chosen(notebook.current));
		expect(await kept()).toEqual([]);
	});

	it('is kept to the last letter when another is begun before it was', async () => {
		const notebook = await opened();
		notebook.start(A, today);
		notebook.change(chosen(notebook.current, 'work'));
		notebook.change(say(notebook.current!, 'work', { note: 'Hest' }));
		notebook.start(B, today);
		notebook.change(chosen(notebook.current, 'health'));
		const found = await kept();
		expect(found.map(({ id }) => id).sort()).toEqual([A, B].sort());
		expect(found.find(({ id }) => id === A)?.placements[0]?.note).toBe('Hest');
		expect(notebook.current?.id).toBe(B);
	});

	it('keeps what is written beside the limit, also when the page is loaded anew', async () => {
		const note = 'x'.repeat(NOTE_MAX + 480);
		const notebook = await opened();
		notebook.start(A, today);
		notebook.change(say(chosen(notebook.current, 'work'), 'work', { note }));
		expect((await kept())[0]?.placements[0]?.note).toBe(note);
		expect((await opened()).current?.placements[0]?.note).toBe(note);
	});

	it('is at risk where the device has no room, and only then', async () => {
		const notebook = await opened();
		notebook.start(A, today);
		expect(notebook.isAtRisk).toBe(false);
		const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
			throw new DOMException('full', 'QuotaExceededError');
		});
		notebook.change(chosen(notebook.current, 'work'));
		expect(await notebook.save(notebook.current!)).toBe(false);
		expect(notebook.isAtRisk).toBe(true);
		put.mockRestore();
		expect(await notebook.save(notebook.current!)).toBe(true);
		expect(notebook.isAtRisk).toBe(false);
	});

	it('begun from an earlier one is a picture of its own when something is changed', async () => {
		const notebook = await opened();
		notebook.start(A, today);
		notebook.change(chosen(notebook.current, 'work'));
		const earlier = (await kept())[0]!;
		notebook.startFrom(earlier, B, today);
		expect(await kept()).toEqual([earlier]);
		notebook.change(say(notebook.current!, 'work', { step: 'an-idea' }));
		expect((await kept()).map(({ id }) => id).sort()).toEqual([A, B].sort());
		expect((await kept()).find(({ id }) => id === A)).toEqual(earlier);
	});
});

it('takes pictures of a file without writing over what has been gone on with since', async () => {
	const notebook = await opened();
	notebook.start(A, today);
	notebook.change(chosen(notebook.current, 'work'));
	const inFile = (await kept())[0]!;
	notebook.change(say(notebook.current!, 'work', { note: 'Skrevet siden' }));
	await kept();
	await notebook.add([inFile], () => B);
	const found = await kept();
	expect(found.map(({ id, placements }) => [id, placements[0]?.note])).toEqual(
		expect.arrayContaining([
			[A, 'Skrevet siden'],
			[B, '']
		])
	);
	await notebook.add([inFile], () => 'never');
	expect(await kept()).toHaveLength(2);
});
