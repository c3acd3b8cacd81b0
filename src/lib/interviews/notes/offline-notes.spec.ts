import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { makeKeyPair, open as openSealed, type KeyPair } from '../../server/core/opener.ts';
import { notepad, type Field, type Post, type Reply } from './notepad.ts';
import { open, type Kept } from './offline-notes.ts';
import { Writing } from './notes.ts';

let mine: KeyPair;
let number = 0;
beforeEach(async () => {
	mine = makeKeyPair();
	number += 1;
});

const notesOf = () => open(`lilleby-${number}`);
const counter = () => {
	let n = 0;
	return () => `r${++n}`;
};

/** A server that opens what it is sent, unless it is told to be something else. */
function server() {
	const received: Writing[] = [];
	const state = { answers: 'kept' as Reply['outcome'] };
	const post: Post = async (sending) => {
		if (state.answers !== 'kept') return { outcome: state.answers };
		if (!('ciphertext' in sending)) throw new Error('this browser seals');
		const opened = await openSealed(mine.privateKey, sending, `i1|${mine.id}`);
		if (!opened.ok) return { outcome: 'refused' };
		const writing = Writing.parse(JSON.parse(new TextDecoder().decode(opened.bytes)));
		received.push(writing);
		const receipts = writing.notes.map(({ question }) => ({ question, revision: received.length }));
		return { outcome: 'kept', receipts };
	};
	return { received, state, post };
}
const field = (text: string): Field => ({ question: 'works', text, base: 0 });

describe('what is written', () => {
	it('is sealed on the device while the network is away, and erased when the server has it', async () => {
		const { received, state, post } = server();
		const offlineNotes = notesOf();
		const writing = notepad({ interview: 'i1', key: mine, offlineNotes, post, random: counter() });
		state.answers = 'unreachable';
		const fields = [field('En hemmelighed')];
		expect(await writing.save(fields, () => fields)).toBe('kept');
		const kept = await offlineNotes.find(mine.id, 'i1');
		expect(kept).toHaveLength(1);
		expect(JSON.stringify(kept)).not.toContain('hemmelighed');
		expect(atob((kept[0]?.ciphertext ?? '').replace(/-/g, '+').replace(/_/g, '/'))).not.toContain(
			'hemmelighed'
		);
		state.answers = 'kept';
		expect(await writing.save(fields, () => fields)).toBe('saved');
		expect(await offlineNotes.find(mine.id)).toEqual([]);
		expect(received.map(({ turn }) => turn)).toEqual([2]);
		expect(fields[0]?.base).toBe(1);
	});

	it('is sent by the next page after a crash', async () => {
		const { received, state, post } = server();
		state.answers = 'unreachable';
		const before = notepad({ interview: 'i1', key: mine, offlineNotes: notesOf(), post });
		const fields = [field('Skrevet før')];
		await before.save(fields, () => fields);
		state.answers = 'kept';
		const offlineNotes = notesOf();
		const after = notepad({ interview: 'i1', key: mine, offlineNotes, post });
		expect(await after.flush()).toBe(1);
		expect(received[0]?.notes[0]?.text).toBe('Skrevet før');
		expect(await offlineNotes.find(mine.id)).toEqual([]);
	});

	it.each(['unreachable', 'signed-out'] as const)(
		'stays on the device when the server is %s',
		async (outcome) => {
			const { state, post } = server();
			const offlineNotes = notesOf();
			state.answers = outcome;
			const fields = [field('x')];
			await notepad({ interview: 'i1', key: mine, offlineNotes, post }).save(fields, () => fields);
			expect(await notepad({ interview: 'i1', key: mine, offlineNotes, post }).flush()).toBe(0);
			expect(await offlineNotes.find(mine.id)).toHaveLength(1);
		}
	);

	it('of somebody else is left alone, and only counted', async () => {
		const { state, post } = server();
		const offlineNotes = notesOf();
		state.answers = 'unreachable';
		const fields = [field('x')];
		await notepad({ interview: 'i1', key: mine, offlineNotes, post }).save(fields, () => fields);
		const other = makeKeyPair();
		state.answers = 'kept';
		expect(await notepad({ interview: 'i1', key: other, offlineNotes, post }).flush()).toBe(0);
		expect(await offlineNotes.others(other.id)).toBe(1);
		expect(await offlineNotes.others(mine.id)).toBe(0);
	});

	it('is put together with what another device wrote, without losing what is typed meanwhile', async () => {
		const typed = [field('To')];
		const post: Post = () => {
			typed[0] = { question: 'works', text: 'To og tre', base: 0 };
			return Promise.resolve({
				outcome: 'kept',
				receipts: [{ question: 'works', revision: 7, text: 'Et\nTo' }]
			});
		};
		const writing = notepad({ interview: 'i1', key: mine, offlineNotes: notesOf(), post });
		expect(await writing.save([field('To')], () => typed)).toBe('saved');
		expect(typed[0]).toEqual({ question: 'works', text: 'Et\nTo og tre', base: 7 });
	});
});

it('does not erase a record that something newer has taken the place of', async () => {
	const offlineNotes = notesOf();
	const kept: Kept = { slot: 's', interview: 'i', keyId: 'k', stamp: 'a', enc: '', ciphertext: '' };
	await offlineNotes.put(kept);
	await offlineNotes.put({ ...kept, stamp: 'b' });
	await offlineNotes.remove('s', 'a');
	expect(await offlineNotes.find('k')).toHaveLength(1);
	await offlineNotes.remove('s', 'b');
	expect(await offlineNotes.find('k')).toEqual([]);
});

it('says so where the browser keeps nothing', async () => {
	const real = globalThis.indexedDB;
	Object.defineProperty(globalThis, 'indexedDB', { value: undefined, configurable: true });
	const { state, post } = server();
	state.answers = 'unreachable';
	const fields = [field('x')];
	const writing = notepad({ interview: 'i1', key: mine, offlineNotes: open('shut'), post });
	expect(await writing.save(fields, () => fields)).toBe('only-here');
	Object.defineProperty(globalThis, 'indexedDB', { value: real, configurable: true });
});
