import { isSpec, withoutComments } from './sources.ts';

/** The one place that rounds, and the one that writes numbers in a language's way. */
const ROUNDING = 'src/lib/rounding.ts';
const LOCALE = 'src/lib/results/locale.ts';

/** Ways to round a share, or to write one, that are not ours: floating point turns 51 of 80 into 63.7. */
const OWN_WAYS: [pattern: RegExp, allowed: string[]][] = [
	[/\.toFixed\(|\.toPrecision\(/, []],
	[/\*\s*100\b(?!\s*\*\s*1000)|\b100\s*\*/, [ROUNDING]],
	[
		/\bMath\.(round|floor|ceil)\([^;]*\*\s*10(\s*\*\*|0*\b)/,
		[ROUNDING, 'src/lib/charts/diverging.ts']
	],
	[/\bIntl\.NumberFormat\b|style: ['"]percent['"]|FractionDigits/, [LOCALE]]
];

export const FIGURE_RULES = {
	'a figure is rounded in rounding.ts and written by locale.ts alone': (
		path: string,
		source: string
	): string[] =>
		!/^src\/(lib|routes)\//.test(path) || isSpec(path)
			? []
			: OWN_WAYS.flatMap(([pattern, allowed]) =>
					allowed.includes(path) ? [] : (pattern.exec(withoutComments(source))?.slice(0, 1) ?? [])
				)
};
