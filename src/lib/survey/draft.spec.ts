import { afterEach, expect, it, vi } from 'vitest';
import type { Draft, HandoutItem } from './answers.ts';
import { forget, load, newId, save } from './draft.ts';

const items: HandoutItem[] = [{ id: 'a', text: { da: 'A' }, scale: 'agreement' }];
const draft: Draft = { id: newId(), answers: { a: 2 }, comment: 'Hej' };

function browserStorage() {
	const kept = new Map<string, string>();
	vi.stubGlobal('sessionStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	});
	return kept;
}

afterEach(() => vi.unstubAllGlobals());

it('is kept per municipality and round until it is forgotten', () => {
	const kept = browserStorage();
	expect(save('stevns', 'r1', draft, 2)).toBe(true);
	expect(load('stevns', 'r1', items)).toEqual({ draft, step: 2 });
	expect(load('stevns', 'r2', items)).toBeNull();
	expect(load('vejen', 'r1', items)).toBeNull();
	forget('stevns', 'r1');
	expect(kept.size).toBe(0);
});

it('does without a storage that is not there', () => {
	vi.stubGlobal('sessionStorage', undefined);
	delete (globalThis as { sessionStorage?: unknown }).sessionStorage;
	expect(save('stevns', 'r1', draft, 2)).toBe(false);
	expect(load('stevns', 'r1', items)).toBeNull();
	expect(() => forget('stevns', 'r1')).not.toThrow();
});

it('does without a storage that is blocked', () => {
	const blocked = () => {
		throw new DOMException('The operation is insecure.', 'SecurityError');
	};
	vi.stubGlobal('sessionStorage', { getItem: blocked, setItem: blocked, removeItem: blocked });
	expect(save('stevns', 'r1', draft, 2)).toBe(false);
	expect(load('stevns', 'r1', items)).toBeNull();
	expect(() => forget('stevns', 'r1')).not.toThrow();
});

it('makes random ids of version 4', () => {
	const ids = Array.from({ length: 100 }, newId);
	expect(new Set(ids).size).toBe(100);
	for (const id of ids)
		expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
