import { defineConfig } from '@playwright/test';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumArgs, chromiumPath } from './support/chromium.ts';

/** Whole files that only `npm run test:long` plays; single tests are tagged `@long`. Everything else of e2e is in `npm test`. */
const LONG = [
	'journey-{device,lock,paper}.e2e.ts',
	'sharing.e2e.ts',
	'walk-through.e2e.ts',
	'security/{code-use,oidc,stored}.e2e.ts',
	'tablet/{play,traces,week}.e2e.ts',
	'faults/{browser,release,server}.e2e.ts',
	'**/tests/machines/*.e2e.ts',
	'**/tests/faults/server/*.e2e.ts'
];

/** Folders by their place in the repository, which may lie in a folder of any name. */
const APART = ['**/tests/{axe,modes}/*.e2e.ts'];

/** On a loaded machine one of a hundred may be too late; it is named in the last lines. The long runs allow none. */
const AGAIN = 1;

export default defineConfig<{
	answers: number;
	municipalities: number;
	handovers: number;
	outcomes: number;
}>({
	testDir: '.',
	outputDir: join(tmpdir(), 'oejenhoejde-tests'),
	workers: 2,
	retries: 0,
	forbidOnly: true,
	timeout: 60_000,
	// A machine that is busy is slow, not wrong.
	expect: { timeout: 20_000 },
	reporter: [['list']],
	use: {
		launchOptions: { executablePath: chromiumPath, args: chromiumArgs },
		locale: 'da-DK',
		timezoneId: 'Europe/Copenhagen',
		screenshot: 'only-on-failure',
		// One costs a third of the time: `npm run test:e2e -- --trace on` where a failure is not understood.
		trace: 'off'
	},
	projects: [
		// A year of answers is made while the others are tested, so it comes first.
		{ name: 'demo', testMatch: 'demo.e2e.ts', retries: AGAIN, grepInvert: /@long/ },
		{
			name: 'e2e',
			retries: AGAIN,
			// Each browser would fetch all that a device keeps, in the same seconds; files that are about that let it.
			use: { serviceWorkers: 'block' },
			testMatch: '**/*.e2e.ts',
			testIgnore: [...APART, 'demo.e2e.ts', ...LONG],
			grepInvert: /@long/
		},
		{ name: 'long', testMatch: LONG, timeout: 120_000 },
		{
			name: 'long-tagged',
			testMatch: '**/*.e2e.ts',
			testIgnore: [...APART, ...LONG],
			grep: /@long/,
			timeout: 120_000
		},
		// The same as in e2e, with many more answers, handovers of a tablet, and doors of every municipality.
		{
			name: 'faults',
			testMatch: [
				'**/tests/faults/**/*.e2e.ts',
				'security/walk.e2e.ts',
				'tablet/{play,week}.e2e.ts'
			],
			use: { answers: 100, municipalities: 5, handovers: 300, outcomes: 500 },
			timeout: 180_000
		},
		{ name: 'axe', testMatch: '**/tests/axe/*.e2e.ts', timeout: 180_000 },
		// Every page in every colour, movement and size that a person may have chosen: half an hour of a small machine.
		{
			name: 'modes',
			use: { serviceWorkers: 'block' },
			testMatch: '**/tests/modes/*.e2e.ts'
		}
	]
});
