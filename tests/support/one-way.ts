import { isSpec, withoutComments } from './sources.ts';

/** The one place that rounds, and the one that writes numbers in a language's way. */
const ROUNDING = 'src/lib/rounding.ts';
/** A sceptic's own reckoning shares nothing with ours. */
const RECOUNT = 'src/lib/reports/recount.ts';
const LOCALE = 'src/lib/results/locale.ts';

type Way = [pattern: RegExp, allowed: string[]];

/** What the house does in one way, each with the other ways that are seen, and the files that may. */
const WAYS: { [rule: string]: Way[] } = {
	// Floating point turns 51 of 80 into 63.7.
	'a figure is rounded in rounding.ts and written by locale.ts alone': [
		[/\.toFixed\(|\.toPrecision\(/, []],
		[/\*\s*100\b|\b100\s*\*/, [ROUNDING, RECOUNT]],
		[
			/\bMath\.(round|floor|ceil)\([^;]*\*\s*10(\s*\*\*|0*\b)/,
			[ROUNDING, RECOUNT, 'src/lib/charts/diverging.ts']
		],
		[/\bMath\.(round|floor|trunc)\([^;]*\+\s*0?\.5\b/, [ROUNDING, RECOUNT]],
		[/\.replace\(['"]\.['"], ['"],['"]\)/, [ROUNDING]],
		[/\bIntl\.NumberFormat\b|style: ['"]percent['"]|FractionDigits/, [LOCALE]]
	],
	// The design system hides a browser's own box: without its class there is nothing to tick.
	'a box to tick is drawn by the design system': [
		[
			/<input(?![^>]*\bclass=)[^>]*type="(?:checkbox|radio)"[^>]*>/,
			[
				// These draw their own.
				'src/lib/survey/form/Choices.svelte',
				'src/routes/[municipality]/intern/papir/tast/KeyedItems.svelte',
				'src/routes/[municipality]/[[lang=lang]]/(citizen)/mit-billede/Tick.svelte'
			]
		]
	],
	// Some browsers read the file only after the press has been dealt with.
	'a file is handed out by download.ts alone': [
		[/\b(create|revoke)ObjectURL\b/, ['src/lib/ui/download.ts']]
	]
};

export const ONE_WAY = Object.fromEntries(
	Object.entries(WAYS).map(([rule, ways]) => [
		rule,
		(path: string, source: string): string[] =>
			!/^src\/(lib|routes)\//.test(path) || isSpec(path)
				? []
				: ways.flatMap(([pattern, allowed]) =>
						allowed.includes(path) ? [] : (pattern.exec(withoutComments(source))?.slice(0, 1) ?? [])
					)
	])
);
