import type { TestSpecification } from 'vitest/node';

const SLOW_SPECS =
	/tests\/(soundness\/|ledger|figures)|server\/halves\/|results\/guessing|intake\/strangers|draw\/draw|demo\/reports|sign-in|commands\/door/;
/** What takes seconds begins first, or the last of it keeps one core waiting for the other: a fresh clone knows no times. */
export class SlowFirst {
	shard = (files: TestSpecification[]): TestSpecification[] => files;
	sort = (files: TestSpecification[]): TestSpecification[] =>
		files.toSorted((a, b) => rank(b) - rank(a));
}
const rank = ({ moduleId }: TestSpecification): number => Number(SLOW_SPECS.test(moduleId));
