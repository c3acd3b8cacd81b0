import { isMarkup } from './sources.ts';

/*
 * Who may import whom. `src/README.md` shows the same in words; this is the list that counts.
 */

/** What any code may ask: one file each, that knows nothing of the rest. */
const PLAIN = [
	...['address', 'attempt', 'calendar', 'digits', 'grouped', 'identifiers', 'json', 'markup'],
	...['names', 'numbers', 'outcome', 'rounding', 'touched']
];
/** A feature is a folder (or a file) of src/lib, and what else of src/lib it may import. */
const FEATURES: { [feature: string]: string[] } = {
	// It composes the features' shapes; no feature imports it.
	plan: ['survey', 'journey', 'interviews', 'goals', 'reports'],
	survey: [],
	seal: [],
	outbox: ['survey', 'seal'],
	// Not the outbox: the route is the only place that knows both form and outbox.
	tablet: ['survey'],
	offline: [],
	// `survey` for the one shape of a source, as in goals.
	journey: ['seal', 'survey'],
	// `survey` for the one shape of a source and of a contact.
	interviews: ['seal', 'survey', 'spreadsheet'],
	results: ['survey'],
	// `survey` for the one shape of a source.
	goals: ['results', 'survey', 'spreadsheet'],
	reports: ['results', 'goals', 'survey', 'spreadsheet'],
	// What staff have typed and not had saved.
	unsent: [],
	// How a municipality looks; its server's side keeps it.
	look: [],
	// A page read by the device's own voice.
	aloud: [],
	charts: [],
	ui: [],
	i18n: [],
	...Object.fromEntries([...PLAIN, 'spreadsheet'].map((file) => [file, []]))
};
const ANY_CODE = ['i18n', ...PLAIN];
const ANY_MARKUP = ['ui', 'charts', 'i18n'];

/** Packages beside `zod/mini` that a feature may use; a browser carries them. */
const PACKAGES: { [feature: string]: RegExp } = {
	seal: /^hpke$/,
	outbox: /^idb$/,
	journey: /^idb$/,
	interviews: /^(idb|diff)$/,
	offline: /^workbox-/,
	charts: /^d3-(scale|shape)$/,
	...{
		ui: /^uqr$/,
		spreadsheet: /^(papaparse|fflate|write-excel-file\/node)$/,
		reports: /^(docx|ical-generator)$/
	}
};

/**
 * The rooms of `src/lib/server` by floors, the lowest first: what each may import beside `core`, all of it further down. A room is
 * a folder, or a file that stands alone.
 */
const ROOMS: { [room: string]: string[] } = {
	core: [],
	rounds: [],
	staff: [],
	journey: [],
	goals: [],
	look: [],
	// A file and its keys, copied and put back apart.
	halves: ['rounds', 'journey'],
	jobindsats: ['goals'],
	tablet: ['rounds'],
	plan: ['rounds'],
	interviews: ['staff'],
	intake: ['rounds', 'halves', 'tablet'],
	results: ['rounds', 'plan', 'interviews', 'intake'],
	reports: ['rounds', 'staff', 'goals', 'plan', 'interviews', 'results'],
	retention: ['staff', 'interviews'],
	overview: [
		'rounds',
		'staff',
		'goals',
		'look',
		'jobindsats',
		'tablet',
		'plan',
		'interviews',
		'results',
		'reports'
	],
	notices: ['staff', 'overview'],
	daily: ['rounds', 'intake', 'results', 'retention'],
	condition: [],
	municipality: ['rounds', 'journey', 'halves', 'plan', 'results', 'daily', 'condition'],
	handout: ['rounds', 'goals', 'look', 'plan', 'municipality'],
	operation: ['staff', 'condition', 'municipality'],
	clock: ['jobindsats', 'notices', 'plan', 'condition', 'municipality'],
	configuration: ['staff', 'halves', 'jobindsats', 'plan', 'notices'],
	// An invented year is made through every door there is.
	demo: ['rounds', 'staff', 'goals', 'look', 'tablet', 'plan', 'interviews', 'results', 'reports'],
	commands: [
		...['rounds', 'staff', 'halves', 'jobindsats', 'plan', 'intake', 'reports'],
		'municipality'
	]
};

export const ROOM_NAMES = Object.keys(ROOMS);

/** `results` of `src/lib/results/figure.ts`, `calendar` of `src/lib/calendar.ts`. */
export const featureOf = (path: string): string | undefined =>
	/^src\/lib\/([\w-]+)(?:\/|\.|$)/.exec(path)?.[1];
const roomOf = (path: string): string | undefined =>
	/^src\/lib\/server\/([\w-]+)(?:\/|\.|$)/.exec(path)?.[1];

/** What `path` imports that its feature's line does not let it; undefined where the feature has no line. */
export function beyondFeature(path: string, targets: string[]): string[] | undefined {
	const feature = featureOf(path);
	const own = feature === undefined ? [] : FEATURES[feature];
	if (!feature || !own) return undefined;
	const allowed = [feature, ...own, ...(isMarkup(path) ? ANY_MARKUP : ANY_CODE)];
	return targets.filter((target) =>
		target.startsWith('src/')
			? !allowed.includes(featureOf(target) ?? '')
			: !isAllowedPackage(target, feature, path)
	);
}

/** What `path` imports that its room's line does not let it; undefined where the room has no line. */
export function beyondRoom(path: string, targets: string[]): string[] | undefined {
	const room = roomOf(path);
	const own = room === undefined ? [] : ROOMS[room];
	if (!room || !own) return undefined;
	const allowed = [room, 'core', ...own, 'migrations'];
	return targets.filter((target) => !allowed.includes(roomOf(target) ?? room));
}

/** Lines of the list of rooms that name a room of the same floor or of one above. */
export function arrowsUp(rooms: { [room: string]: string[] } = ROOMS): string[] {
	const order = Object.keys(rooms);
	return Object.entries(rooms).flatMap(([room, own]) =>
		own
			.filter((other) => !order.slice(0, order.indexOf(room)).includes(other))
			.map((other) => `${room} → ${other}`)
	);
}

function isAllowedPackage(name: string, feature: string, path: string): boolean {
	if (name === 'zod/mini' || PACKAGES[feature]?.test(name)) return true;
	return /\.svelte(\.ts)?$/.test(path) && /^(svelte|\$app)(\/|$)/.test(name);
}

/** Files that import each other in a ring, of types too: each ring once, as it stands. */
export function circles(imports: ReadonlyMap<string, string[]>): string[][] {
	const done = new Set<string>();
	const found: string[][] = [];
	const follow = (path: string, way: string[]): void => {
		const at = way.indexOf(path);
		if (at >= 0) return void found.push(way.slice(at));
		if (done.has(path)) return;
		for (const target of imports.get(path) ?? []) {
			if (imports.has(target)) follow(target, [...way, path]);
		}
		done.add(path);
	};
	for (const path of imports.keys()) follow(path, []);
	return found;
}
