import { minify } from 'terser';
import type { Plugin, Rolldown } from 'vite';

/**
 * Which modules go together in a file for a phone. Each entry is one alternative: a part of a module's path. An entry that no
 * module matches is a name that has changed: the build stops, and `chunks.spec.ts` says so before that.
 */
type Modules = readonly string[];

/** The bundler's own: it is in no list of modules. */
const RUNTIME = 'rolldown/runtime';
const LANGUAGE = 'src/routes/[municipality]/[[lang=lang]]/';

/** What every page needs: the framework, the frame around a citizen's page, languages and days. */
export const FRAME: Modules = [
	RUNTIME,
	'vite/preload-helper',
	'node_modules/svelte/',
	'node_modules/@sveltejs/kit/',
	'node_modules/clsx/',
	'node_modules/esm-env/',
	'node_modules/devalue/',
	'node_modules/@messageformat/runtime/',
	'src/lib/attempt.ts',
	'src/lib/i18n/messages.ts',
	'/language.json',
	'src/lib/i18n/wording.ts',
	'src/lib/i18n/days.ts',
	'src/lib/survey/form/state.ts',
	'src/lib/survey/storage.ts',
	'src/lib/survey/handout.ts',
	'src/lib/touched.ts',
	'src/params/elsewhere.ts',
	'src/lib/offline/installation.svelte.ts',
	'src/lib/offline/arrival.ts',
	'src/lib/offline/own-worker.ts',
	'src/lib/offline/documents.ts',
	'src/lib/ui/styles.scss',
	'src/lib/ui/Mark.svelte',
	'src/lib/aloud/ReadAloud.svelte',
	'src/lib/i18n/Draft.svelte',
	'src/lib/survey/form/Contacts.svelte',
	'src/routes/+error.svelte',
	'src/routes/+layout.svelte',
	`${LANGUAGE}+layout.svelte`,
	`${LANGUAGE}+layout.ts`,
	`${LANGUAGE}Languages.svelte`,
	`${LANGUAGE}Toolbar.svelte`,
	'src/lib/survey/form/Opening.svelte'
];

const SVELTE = 'node_modules/svelte/src/internal/';
/** Parts of the framework that a first page has no use for. */
export const NOT_AT_FIRST: Modules = [
	'kit/src/runtime/app/forms.js',
	`${SVELTE}shared/clone.js`,
	`${SVELTE}client/dom/blocks/await.js`,
	...['actions', 'attachments', 'customizable-select', 'style'].map(
		(name) => `${SVELTE}client/dom/elements/${name}.js`
	),
	...[
		...['document', 'input', 'media', 'navigator', 'props'],
		...['select', 'size', 'universal', 'window']
	].map((name) => `${SVELTE}client/dom/elements/bindings/${name}.js`)
];

/** What answering needs, and no zod. */
export const SURVEY: Modules = [
	'src/lib/identifiers.ts',
	'src/lib/survey/answers.ts',
	'src/lib/survey/code.ts',
	'src/lib/survey/comment.ts',
	'src/lib/survey/draft.ts',
	'src/lib/survey/limits.ts',
	'src/lib/survey/scale.ts',
	'src/lib/survey/form/words.ts',
	'bindings/input.js',
	'shared/clone.js'
];

/** What a device does behind every citizen's page. */
export const DEVICE: Modules = [
	`${LANGUAGE}Device.svelte`,
	...['place', 'shell', 'sections', 'genuine'].map((name) => `src/lib/offline/${name}.ts`),
	'src/lib/outbox/queue.ts'
];

/** Of every page; where a language's words lie comes with that language. */
const isAtFirst = (id: string): boolean =>
	isOf(FRAME, id) && !isOf(NOT_AT_FIRST, id) && !id.endsWith('?parts');

export const isOf = (modules: Modules, id: string): boolean =>
	modules.some((part) => id.includes(part));

/** Entries that no module of these matches. */
export const unmatched = (ids: readonly string[]): string[] =>
	[...FRAME, ...NOT_AT_FIRST, ...SURVEY, ...DEVICE].filter(
		(part) => !ids.some((id) => id.includes(part))
	);

/**
 * What every first visit carries is made smaller once more: some 600 bytes of 34,000 as they are sent. All files would be a
 * minute of every build for what is fetched behind the page.
 */
async function smaller(files: readonly Rolldown.OutputBundle[string][]): Promise<void> {
	for (const file of files)
		if (file.type === 'chunk' && file.name === 'frame')
			file.code =
				(await minify(file.code, { module: true, compress: { passes: 3 } })).code ?? file.code;
}

/**
 * Fewer and larger files for a phone: every file costs some 400 bytes of headers and a turn of the network. Which files a
 * page goes on to is not written into the code: what is asked for first is in the page's own head, and the rest is kept on
 * the device.
 */
export const chunks: Plugin = {
	name: 'chunks',
	applyToEnvironment: ({ name }) => name === 'client',
	// The framework asks for `strict`; what a page exports beside its own does no harm, and a group's limits need it.
	options: (input) => ({ ...input, preserveEntrySignatures: 'allow-extension' }),
	configEnvironment: (name) =>
		name === 'client'
			? {
					build: {
						modulePreload: {
							polyfill: false,
							resolveDependencies: (_, files) => files.filter((file) => file.endsWith('.css'))
						},
						rolldownOptions: {
							output: {
								codeSplitting: {
									// Else all of the framework that any page uses would come along.
									includeDependenciesRecursively: false,
									groups: [
										{ name: 'frame', test: isAtFirst },
										{ name: 'survey', test: (id) => isOf(SURVEY, id) },
										{ name: 'device', test: (id) => isOf(DEVICE, id) }
									]
								}
							}
						}
					}
				}
			: undefined,
	async generateBundle(_, files) {
		const gone = unmatched([...this.getModuleIds(), RUNTIME]);
		if (gone.length === 0) return smaller(Object.values(files));
		const text = `chunks.ts names modules that are not there: ${gone.join(', ')}`;
		// What fails after it in the same build would be all that is printed.
		console.error(text);
		this.error(text);
	}
};
