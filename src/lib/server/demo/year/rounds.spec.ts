import { expect, it } from 'vitest';
import * as plans from '../../plan/plans.ts';
import { prefixOf } from './rounds.ts';

it('begins the codes of every municipality and round in its own way, so that a code says where it belongs', () => {
	const prefixes = plans.all().flatMap((plan) => [prefixOf(plan, 0), prefixOf(plan, 1)]);
	expect(new Set(prefixes).size).toBe(prefixes.length);
});
