/** For each rule of architecture.spec.ts, files that break it: a rule that lets them pass holds nothing. */
export const BREACHES: { [rule: string]: [path: string, source: string][] } = {
	'a feature imports only what the list lets it': [
		['src/lib/survey/a.ts', "import { x } from '../plan/plan.ts'"],
		['src/lib/survey/a.ts', "import type { x } from '$lib/results/figure.ts'"],
		['src/lib/results/a.ts', "const late = import('../server/release.ts')"],
		['src/lib/results/a.ts', "import * as z from 'zod'"],
		['src/lib/survey/a.ts', "import Button from '../ui/Button.svelte'"],
		['src/lib/charts/A.svelte', "<script>import '../survey/round.ts'</script>"],
		['src/lib/survey/A.svelte', "{#await import('../outbox/outbox.ts')}{/await}"],
		['src/lib/new-noun/a.ts', '']
	],
	'a room of the server imports only rooms below it that the list lets it': [
		['src/lib/server/core/a.ts', "import { x } from '../results/release.ts'"],
		['src/lib/server/rounds/a.ts', "import type { X } from '../intake/intake.ts'"],
		['src/lib/server/tablet/a.ts', "import { x } from '../../server/clock.ts'"],
		['src/lib/server/new-room/a.ts', ''],
		['src/lib/server/new-file.ts', '']
	],
	'a figure is rounded in rounding.ts and written by locale.ts alone': [
		['src/lib/server/results/a.ts', 'const perCent = Number((share * 100).toFixed(1));'],
		['src/lib/goals/a.ts', 'const shown = value.toFixed(1);'],
		[
			'src/lib/charts/A.svelte',
			'<script>const whole = (share) => Math.round(share * 100);</script>'
		],
		['src/routes/A.svelte', '<p>{Math.round(100 * rate)} %</p>'],
		['src/routes/B.svelte', '<script>const whole = (n) => Math.floor(n + 0.5);</script>'],
		['src/lib/goals/b.ts', "const da = String(value).replace('.', ',');"],
		['src/lib/reports/a.ts', 'const tenth = Math.round(value * 10) / 10;'],
		['src/lib/goals/a.ts', "const da = new Intl.NumberFormat('da');"]
	],
	'a box to tick is drawn by the design system': [
		['src/routes/A.svelte', '<label><input type="checkbox" name="public" /> Offentlig</label>']
	],
	'a file is handed out by download.ts alone': [
		['src/routes/A.svelte', '<script>const at = URL.createObjectURL(file);</script>'],
		['src/lib/journey/a.ts', 'URL.revokeObjectURL(link.href);']
	],
	'nothing imports routes': [
		['src/lib/ui/A.svelte', "<script>import '../../routes/a.ts'</script>"]
	],
	'lib/server knows no framework, no screen and no browser storage': [
		['src/lib/server/a.ts', "import { building } from '$app/environment'"],
		['src/lib/server/a.ts', "import { env } from '$env/dynamic/private'"],
		['src/lib/server/a.ts', "import A from '../survey/SurveyForm.svelte'"],
		['src/lib/server/a.ts', "import * as store from '../outbox/store.ts'"]
	],
	'plan content is read by lib/server/plan/plans.ts alone': [
		['src/lib/server/a.ts', "import stevns from '../plan/content/stevns.ts'"],
		['src/routes/+page.ts', "import.meta.glob('$lib/plan/content/*.ts')"]
	],
	'only database.ts constructs a database': [
		['src/lib/server/a.ts', "import Database from 'better-sqlite3'"],
		['src/hooks.server.ts', 'const db = new Database(path)']
	],
	'a box is read only by intake and at the day’s turn': [
		['src/lib/server/a.ts', "db.prepare('select sealed from box')"],
		['src/lib/server/rounds/rounds.ts', "import * as box from './box.ts'; box.read(db, name)"],
		['src/lib/server/rounds/rounds.ts', "import { read } from './box.ts'"],
		['src/lib/server/results/a.ts', "import { read } from '../rounds/box.ts'"]
	],
	'the table `released` is known to release and results alone': [
		['src/lib/server/a.ts', 'db.prepare(`select n\n\tfrom released`)'],
		['src/routes/+page.server.ts', "db.exec('INSERT INTO released')"],
		['src/lib/server/a.ts', "db.exec('select counts from released_cell')"]
	],
	'counts of pictures are known to pictures.ts alone': [
		['src/lib/server/results/results.ts', "db.prepare('select n from picture_released')"],
		['src/lib/server/a.ts', 'db.prepare(`select sealed\n\tfrom picture_quarter`)']
	],
	'the small server imports the handler, compression, its headers, signals, the judge of the configuration and the floor of Node alone':
		[['src/server.ts', "import { open } from './lib/server/database.ts'"]],
	'the service worker imports outbox and offline alone': [
		['src/service-worker.ts', "import { seal } from '$lib/seal/seal.ts'"]
	],
	'charts and ui have no domain word': [['src/lib/charts/a.ts', 'export type Questionnaire = 1']],
	'imports of ours carry their extension, and none is computed': [
		['src/lib/survey/a.ts', "import { x } from './round'"],
		['src/lib/survey/a.ts', 'import(name)']
	],
	'no citizen text stands in markup': [
		['src/lib/ui/A.svelte', '<p>Hej</p>'],
		['src/lib/ui/A.svelte', '<button aria-label="Luk"></button>'],
		['src/lib/ui/A.svelte', '{#if a}<p>{a} svar</p>{/if}'],
		['src/lib/ui/A.svelte', "<script>const thanks = 'Vi har fået dit svar';</script>"]
	],
	'a list that is as wide as its page says so to the design system': [
		['src/lib/ui/A.svelte', '<ul></ul><style>ul { margin: 0; max-inline-size: none; }</style>']
	],
	'addresses in markup are whole': [
		['src/routes/+page.svelte', '<a href="resultater">{m.results()}</a>'],
		['src/routes/+page.svelte', '<a href="../{language}">{m.results()}</a>'],
		['src/routes/+page.svelte', '<form action="svar"></form>']
	],
	'no field loses what was typed before the page came to life, or comes empty without it': [
		['src/lib/ui/A.svelte', '<input {name} value={given} />'],
		['src/lib/ui/A.svelte', '<input type="checkbox" value="on" checked={isOn} />'],
		['src/lib/ui/A.svelte', '<textarea {name}>{given}</textarea>'],
		['src/lib/ui/A.svelte', '<textarea {name} defaultValue={given}></textarea>'],
		['src/lib/ui/A.svelte', '<textarea {name} value={given} defaultValue={given}></textarea>'],
		['src/lib/ui/A.svelte', '<select {name} value={given}></select>']
	],
	'no field cuts off what is pasted: it says how much is too much': [
		['src/lib/ui/A.svelte', '<textarea maxlength={200}></textarea>'],
		['src/routes/A.svelte', '<input maxlength="40" />']
	],
	'a file is no longer than 250 lines': [['src/lib/survey/a.ts', 'a\n'.repeat(251)]]
};
