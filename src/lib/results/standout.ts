import { newcombe, sum } from './statistics.ts';

/** 99.9 %: it is looked at every day and for every team, and must not be chance. */
const Z_STRICT = 3.290526731491894;
/** A difference that is certain but small is no reason to speak to anyone. */
const SHARE_MIN = 0.05;

/** Of a team's meetings that ended at a tablet: how often it was not held out, and how often it was. Both rounded down. */
export type TeamAsked = { team: string; notAsked: number; offered: number };

/**
 * The teams, in the order given, in which citizens are surely asked more seldom than in all the others together: Newcombe's
 * interval of the difference lies above five points however the counts were before they were rounded down.
 * @param roundedTo the multiple that counts are rounded down to
 */
export function standingOut(teams: readonly TeamAsked[], roundedTo: number): string[] {
	return teams.filter((each) => standsOut(each, teams, roundedTo)).map(({ team }) => team);
}

function standsOut(own: TeamAsked, teams: readonly TeamAsked[], roundedTo: number): boolean {
	const others = teams.filter(({ team }) => team !== own.team);
	const most = (rounded: number, cells: number): number[] => [
		rounded,
		rounded + cells * (roundedTo - 1)
	];
	const here = pairs(most(own.notAsked, 1), most(own.offered, 1));
	const there = pairs(
		most(sum(others.map(({ notAsked }) => notAsked)), others.length),
		most(sum(others.map(({ offered }) => offered)), others.length)
	);
	return here.every((a) => there.every((b) => a.n > 0 && b.n > 0 && isFarAbove(a, b)));
}

type Share = { share: number; n: number };

const isFarAbove = (here: Share, there: Share): boolean =>
	newcombe(here, there, Z_STRICT).low > SHARE_MIN;

const pairs = (notAsked: number[], offered: number[]): Share[] =>
	notAsked.flatMap((not) =>
		offered.map((asked) => ({ share: not / (not + asked), n: not + asked }))
	);
