import { createHash } from 'node:crypto';

/** A stream of invented chance: the same seed gives the same stream on every machine. */
export type Random = {
	/** In [0, 1). */
	next(): number;
	/** Independent of this stream and of how far it has been read. */
	fork(label: string): Random;
};

/** sfc32, seeded with the first 128 bits of a SHA-256. */
export function random(seed: string): Random {
	const digest = createHash('sha256').update(seed).digest();
	let [a, b, c, counter] = [0, 4, 8, 12].map((at) => digest.readInt32LE(at)) as [
		number,
		number,
		number,
		number
	];
	const next = (): number => {
		const t = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (c << 21) | (c >>> 11);
		c = (c + t) | 0;
		return (t >>> 0) / 4294967296;
	};
	for (let round = 0; round < 12; round++) next();
	return { next, fork: (label) => random(`${seed}/${label}`) };
}

export const chance = (from: Random, probability: number): boolean => from.next() < probability;

/** A whole number in [low, high]. */
export const between = (from: Random, low: number, high: number): number =>
	low + Math.floor(from.next() * (high - low + 1));

export const pick = <T>(from: Random, list: readonly [T, ...T[]]): T =>
	list[between(from, 0, list.length - 1)] ?? list[0];

/** One of the entries, each as likely as its weight says. */
export function weighted<T>(from: Random, entries: readonly (readonly [T, number])[]): T {
	let left = from.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
	for (const [value, weight] of entries) {
		left -= weight;
		if (left < 0) return value;
	}
	const last = entries.at(-1);
	if (!last) throw new Error('nothing to choose between');
	return last[0];
}

/** Standard normal, by the Box–Muller transform. */
export const normal = (from: Random): number =>
	Math.sqrt(-2 * Math.log(1 - from.next())) * Math.cos(2 * Math.PI * from.next());

/** How many of `n` happen. */
export function binomial(from: Random, n: number, probability: number): number {
	let happened = 0;
	for (let i = 0; i < n; i++) if (chance(from, probability)) happened++;
	return happened;
}

/** A number of things a month that is this large on average. */
export const about = (from: Random, mean: number): number =>
	Math.max(0, Math.round(mean * (1 + 0.12 * normal(from))));

/** A random UUID's shape (version 4), but from the seed. */
export function uuid(from: Random): string {
	const bytes = Array.from({ length: 16 }, () => between(from, 0, 255));
	bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
	bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
	const hex = Buffer.from(bytes).toString('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		hex.slice(12, 16),
		hex.slice(16, 20),
		hex.slice(20)
	].join('-');
}
