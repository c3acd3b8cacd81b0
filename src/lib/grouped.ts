/** By what each has in common, in the order of the first of each. `Map.groupBy` is younger than the browsers that staff have. */
export function grouped<T, K>(list: readonly T[], by: (each: T) => K): Map<K, T[]> {
	const found = new Map<K, T[]>();
	for (const each of list) {
		const key = by(each);
		found.set(key, [...(found.get(key) ?? []), each]);
	}
	return found;
}
