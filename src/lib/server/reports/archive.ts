import type { Plan } from '../../plan/plan.ts';
import * as csv from '../../spreadsheet/csv.ts';
import * as audit from '../core/audit.ts';
import type { Db } from '../core/database.ts';
import * as results from '../results/results.ts';
import * as rounds from '../rounds/rounds.ts';
import * as decisions from './decisions.ts';
import * as reports from './reports.ts';

type Column = [name: string, meaning: string];
type Described = { name: string; about: string; columns: Column[]; rows: (string | number)[][] };

const NO_SHEETS = `Besvarelser af enkelte borgere er ikke med i arkivet, fordi de aldrig har eksisteret som data hos kommunen: En besvarelse blev
talt, i det øjeblik den kom, og fandtes derefter ikke mere. Tallene for en periode lå i en lukket urne, indtil de blev
offentliggjort, og det, der ikke måtte vises, blev destrueret samme dag. Der er derfor intet at aflevere og intet at kassere.`;

/** What a municipality hands over to its archive before erasure, file by file: tables, the reports' own bytes, and what it all is. */
export function archive(db: Db, plan: Plan, today: string): Map<string, string> {
	const tables = [released(db), versions(db), decided(db), log(db)];
	const files = new Map<string, string>([['LAES-MIG.txt', readMe(plan, tables, today)]]);
	for (const { name, columns, rows } of tables) {
		files.set(name, csv.file([columns.map(([column]) => column), ...rows]));
	}
	for (const { quarter, version } of reports.versions(db)) {
		const bytes = reports.bytesOf(db, quarter, version);
		if (bytes !== undefined) files.set(nameOf(quarter, version), bytes);
	}
	return files;
}

const nameOf = (quarter: string, version: number): string =>
	`rapport-${quarter}-version-${version}.json`;

const released = (db: Db): Described => ({
	name: 'offentliggjorte-raekker.csv',
	about:
		'Alt, der er offentliggjort af målingerne. Hvert tal på en side er en sum af rækker herfra.',
	columns: [
		['maaling', 'målingens id'],
		['periode', 'måned (2026-05), kvartal (2026-Q2), halvår (2026-H1) eller hele målingen'],
		['serie', 'asked: de blev spurgt. open: åbne links og plakater'],
		['opdeling', 'tom: hele kommunen. Ellers det, der er delt op efter'],
		['gruppe', 'gruppen i opdelingen'],
		['udsagn', 'udsagnets id. Tom: hvor mange der blev spurgt, og hvad de gjorde'],
		[
			'svar',
			'1-5, na (passer ikke på mig), unclear (forstår ikke), skipped, eller hvad der blev talt'
		],
		['antal', 'antal']
	],
	rows: rounds
		.list(db)
		.flatMap(({ round }) =>
			results
				.everything(db, round.id)
				.flatMap(({ unit, series, breakdown, category, counts }) =>
					Object.entries(counts).flatMap(([item, count]) =>
						Object.entries(count).map(([answer, n]) => [
							round.id,
							unit,
							series,
							breakdown,
							category,
							item,
							answer,
							n
						])
					)
				)
		)
});

const versions = (db: Db): Described => ({
	name: 'rapporter.csv',
	about:
		'Hver version af hver rapport. Rapporten selv ligger ved siden af, byte for byte, som den blev frosset.',
	columns: [
		['kvartal', 'kvartalet, som rapporten er om'],
		['version', '1 er den første'],
		['rettelse', 'hvad versionen retter; tom i den første'],
		['fil', 'rapporten; tom, hvis den ikke er gjort klar'],
		['sha256', 'filens fingeraftryk'],
		['klar', 'dagen, den blev gjort klar til udvalget'],
		['klar_af', 'hvem der gjorde den klar'],
		['offentlig', 'dagen, den kom på kommunens side; tom, hvis den ikke ligger der']
	],
	rows: reports
		.versions(db)
		.map((each) => [
			each.quarter,
			each.version,
			each.changed,
			each.sha256 === null ? '' : nameOf(each.quarter, each.version),
			each.sha256 ?? '',
			each.releasedOn ?? '',
			each.releasedBy ?? '',
			each.publishedOn ?? ''
		])
});

const decided = (db: Db): Described => ({
	name: 'beslutninger.csv',
	about:
		'Udvalgets beslutninger. En senere linje om samme kvartal retter den tidligere; begge gælder som historie.',
	columns: [
		['kvartal', 'rapportens kvartal'],
		['nr', 'beslutningens nummer om kvartalet'],
		['version', 'den version af rapporten, som udvalget læste'],
		['moede', 'mødets dag'],
		['punkt', 'punkt på dagsordenen'],
		['beslutning', 'beslutningens ord'],
		['skrevet_af', 'hvem der skrev den op'],
		['rolle', 'chair: formand. secretary: sekretær'],
		['dag', 'dagen, den blev skrevet op']
	],
	rows: [...new Set(reports.versions(db).map(({ quarter }) => quarter))].flatMap((quarter) =>
		decisions
			.decisions(db, quarter)
			.map((each) => [
				quarter,
				each.n,
				each.version,
				each.meetingOn,
				each.item,
				each.decision,
				each.name,
				each.role,
				each.day
			])
	)
});

const log = (db: Db): Described => ({
	name: 'haendelser.csv',
	about: 'Loggen over, hvad medarbejdere har gjort. Den handler aldrig om en borgers svar.',
	columns: [
		['nr', 'rækkefølgen'],
		['dag', 'dagen'],
		['klokken', 'tidspunktet; tom, hvor kun dagen holdes'],
		['haendelse', 'hvad der blev gjort'],
		['om', 'hvad det handlede om'],
		['navn', 'hvem der gjorde det; tom, hvor ingen var logget ind'],
		['mail', 'vedkommendes mailadresse']
	],
	rows: audit
		.search(db, { text: '', what: '', from: '', to: '' }, { limit: -1, offset: 0 })
		.lines.toReversed()
		.map(({ id, day, time, what, about, name, email }) => [id, day, time, what, about, name, email])
});

const readMe = (plan: Plan, tables: readonly Described[], today: string): string =>
	[
		`${plan.name}: arkiv fra Øjenhøjde, ${today}`,
		'Filerne er tekst i UTF-8. CSV-filer har semikolon mellem felterne og en linje med kolonnernes navne øverst.',
		NO_SHEETS,
		...tables.map(({ name, about, columns, rows }) =>
			[
				`${name} (${rows.length} rækker)`,
				about,
				...columns.map(([column, meaning]) => `  ${column}: ${meaning}`)
			].join('\n')
		),
		`rapport-….json: en rapport, som den blev frosset. Formen er beskrevet i skema.json, som ligger ved hver rapport på siden.`
	].join('\n\n') + '\n';
