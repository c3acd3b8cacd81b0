import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIdentifiers, REMOVED, removeIdentifiers, type IdentifierKind } from './identifiers.ts';

const kinds = (text: string): IdentifierKind[] => findIdentifiers(text).map((each) => each.kind);

describe('CPR numbers', () => {
	it.each([
		'010180-1234',
		'0101801234',
		'010180 1234',
		'010180 - 1234',
		'010180–1234',
		'01 01 80 1234',
		'01.01.80-1234',
		'01/01/80-1234',
		'290200-4321',
		'311299-0001',
		'610180-1234',
		'Mit nummer er 0101801234.',
		'(010180-1234)',
		'cpr:010180-1234,',
		'٠١٠١٨٠-١٢٣٤',
		'０１０１８０１２３４'
	])('are found in %j', (text) => {
		expect(kinds(text)).toEqual(['cpr']);
	});

	it.each([
		'320180-1234',
		'011380-1234',
		'000180-1234',
		'310480-1234',
		'300299-1234',
		'0101801234567',
		'1010180-1234',
		'Sag 99123456789'
	])('are not seen in %j', (text) => {
		expect(kinds(text)).not.toContain('cpr');
	});
});

describe('telephone numbers', () => {
	it.each([
		'20304050',
		'20 30 40 50',
		'2030 4050',
		'2030-4050',
		'20-30-40-50',
		'20.30.40.50',
		'203 04 050',
		'203 040 50',
		'+45 20 30 40 50',
		'+4520304050',
		'0045 20304050',
		'(+45) 20304050',
		'tlf.20304050',
		'Ring 20304050.',
		'+46 70 123 45 67',
		'+49 (0)30 1234567',
		'٢٠٣٠٤٠٥٠'
	])('are found in %j', (text) => {
		expect(kinds(text)).toEqual(['telephone']);
	});

	it.each([
		'12 34 56 78',
		'Jeg har søgt 120 job på 14 uger',
		'fra 2024-2026',
		'i 2023 2024 og 2025',
		'den 20.10.2026',
		'20-10-2026',
		'25.000.000',
		'25.000.000 kr.',
		'20304050 kr',
		'20304050,50',
		'203040506',
		'sag 2024/123456',
		'kl. 10.30-11.15',
		'37 timer, 4620 Køge'
	])('are not seen in %j', (text) => {
		expect(kinds(text)).toEqual([]);
	});
});

describe('e-mail addresses', () => {
	it.each([
		'karen@stevns.dk',
		'karen.h-p_2+x@post.stevns.dk',
		'søren@blåbær.dk',
		'karen @ stevns.dk',
		'karen(at)stevns.dk',
		'karen [snabel-a] stevns.dk',
		'<karen@stevns.dk>'
	])('are found in %j', (text) => {
		expect(kinds(text)).toEqual(['email']);
	});

	it.each(['se stevns.dk', 'snabel @ hjemme', '@karen', 'a@b'])('are not seen in %j', (text) => {
		expect(kinds(text)).toEqual([]);
	});
});

describe('removing', () => {
	it('leaves the rest of the text as it was', () => {
		expect(
			removeIdentifiers('Jeg er 010180-1234, ring 20 30 40 50 eller skriv til a@b.dk. Tak!')
		).toBe(`Jeg er ${REMOVED}, ring ${REMOVED} eller skriv til ${REMOVED}. Tak!`);
		expect(removeIdentifiers('Ingen tal her')).toBe('Ingen tal her');
		// A plus begins a number after a digit too.
		expect(removeIdentifiers('20304050+21304050')).toBe(`${REMOVED}${REMOVED}`);
		expect(removeIdentifiers('20261400+20262026')).toBe(`${REMOVED}${REMOVED}`);
	});

	it('tells where each one stands', () => {
		expect(findIdentifiers('tlf 20304050, a@b.dk')).toEqual([
			{ kind: 'telephone', start: 4, end: 12 },
			{ kind: 'email', start: 14, end: 20 }
		]);
	});

	const pieces = [
		...'0123456789 -.,/+()@abø\n—_٣',
		'\u200b',
		'2️⃣',
		'uge ',
		'kl. ',
		' kr',
		'2026',
		'1400'
	];
	const digits = fc.string({ unit: fc.constantFrom(...pieces) });

	it('leaves nothing behind and never makes a text longer', () => {
		fc.assert(
			fc.property(digits, (text) => {
				const kept = removeIdentifiers(text);
				expect(findIdentifiers(kept)).toEqual([]);
				expect(kept.length).toBeLessThanOrEqual(text.length);
				expect(new TextEncoder().encode(kept).length).toBeLessThanOrEqual(
					new TextEncoder().encode(text).length
				);
			}),
			{ numRuns: 5000 }
		);
	});

	it('is quick on a text made to be slow', () => {
		const slow = `${'a.'.repeat(700)}${'12 '.repeat(200)}`;
		const began = performance.now();
		removeIdentifiers(slow);
		expect(performance.now() - began).toBeLessThan(200);
	});
});
