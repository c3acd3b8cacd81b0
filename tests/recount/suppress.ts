import { K } from './counting.ts';

/** What a reader can know of one category's number, beside the published total: METHOD §4, told a second time. */
type Bound = { from: number; to: number; always: boolean };
export type Bounds = { of: (category: string) => Bound; alwaysTogether: number };
export const UNBOUND: Bounds = {
	of: () => ({ from: 0, to: Infinity, always: false }),
	alwaysTogether: Infinity
};

/** METHOD §4: the categories that may be shown; none, when fewer than two could. */
export function suppress(counts: Map<string, number>, bounds: Bounds): Set<string> {
	const isHiddenFirst = ([category, n]: [string, number]) => n < K || bounds.of(category).always;
	const hidden = [...counts].filter(isHiddenFirst);
	let shown = [...counts].filter((each) => !isHiddenFirst(each)).sort(([, a], [, b]) => a - b);
	while (shown.length > 0) {
		const total = hidden.reduce((sum, [, n]) => sum + n, 0);
		const smallest = shown[0]?.[1] ?? 0;
		if (total === 0) break;
		const holding = hidden.filter(([, n]) => n > 0).length;
		const of = hidden.map(([category]) => bounds.of(category));
		if (total >= K && holding >= 2 && isUncertain(of, total, smallest, bounds.alwaysTogether)) {
			break;
		}
		hidden.push(...shown.filter(([, n]) => n === smallest));
		shown = shown.filter(([, n]) => n > smallest);
	}
	return shown.length < 2 ? new Set() : new Set(shown.map(([category]) => category));
}

/** Four numbers or more for each, among the tables that are hidden all at once or with one category taken along. */
function isUncertain(hidden: Bound[], total: number, smallest: number, together: number): boolean {
	const small = hidden.map(({ from, to, always }) =>
		numbers(from, Math.min(to, total, always ? Infinity : K - 1))
	);
	const along = hidden.map(({ from, to, always }) =>
		always ? [] : numbers(Math.max(from, K), Math.min(to, total, smallest - 1))
	);
	const isTogether = (domains: number[][], wanted: number, holders: number): boolean => {
		// Every sum that can be reached, and how many hold anyone: those that are always hidden first, as they have a limit.
		let reached = new Map([[0, 0]]);
		const expand = (domain: number[], most: number): void => {
			const next = new Map<number, number>();
			for (const [sum, holding] of reached) {
				for (const n of domain) {
					if (sum + n > most) continue;
					const now = Math.min(2, holding + (n > 0 ? 1 : 0));
					next.set(sum + n, Math.max(next.get(sum + n) ?? 0, now));
				}
			}
			reached = next;
		};
		domains.forEach((domain, i) => hidden[i]?.always && expand(domain, Math.min(wanted, together)));
		domains.forEach((domain, i) => !hidden[i]?.always && expand(domain, wanted));
		return (reached.get(wanted) ?? -1) >= holders;
	};
	return hidden.every((_, i) => {
		const values = new Set<number>();
		const candidates = [...(small[i] ?? []), ...(along[i] ?? [])];
		for (const n of candidates) {
			if (isPossible(i, n)) values.add(n);
			if (values.size >= 4) return true;
		}
		return false;
	});

	function isPossible(i: number, n: number): boolean {
		const fixed = (from: number[][], at: number, value: number) =>
			from.map((domain, each) => (each === at ? [value] : domain));
		if (small[i]?.includes(n) && isTogether(fixed(small, i, n), total, 2)) return true;
		return along.some((domain, taken) =>
			domain.some((value) => {
				const left = total - value;
				if (left < 1 || left >= K) return false;
				if (taken === i) return n === value && isTogether(fixed(small, i, 0), left, 0);
				if (!small[i]?.includes(n)) return false;
				return isTogether(fixed(fixed(small, i, n), taken, 0), left, 0);
			})
		);
	}
}

const numbers = (from: number, to: number): number[] =>
	Array.from({ length: Math.max(0, to - from + 1) }, (_, above) => from + above);
