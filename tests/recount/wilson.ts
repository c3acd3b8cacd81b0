/** Wilson's 95 % interval by the roots of (p − k/n)² = z² p(1 − p)/n: another way to METHOD §3's formula. */
export function wilson(k: number, n: number): [low: number, high: number] {
	const z2 = 1.959963984540054 ** 2;
	const [a, b, c] = [1 + z2 / n, -(2 * k + z2) / n, (k / n) ** 2];
	const root = Math.sqrt(b * b - 4 * a * c);
	return [(-b - root) / (2 * a), (-b + root) / (2 * a)];
}
