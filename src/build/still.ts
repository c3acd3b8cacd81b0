import type { Plugin } from 'vite';

/** What pages that only show ask for, and no other page does. */
const STILL = 'src/routes/[municipality]/[[lang=lang]]/still.ts';

/** Builds it, and gives it a name that pages can be drawn with: the server's own code is built before it. */
export const still: Plugin = {
	name: 'still',
	apply: 'build',
	applyToEnvironment: ({ name }) => name === 'client',
	buildStart() {
		this.emitFile({ type: 'chunk', id: STILL, name: 'still' });
	},
	generateBundle(_, bundle) {
		const built = Object.values(bundle).find(
			(file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(STILL)
		);
		if (!built) this.error(`no ${STILL}`);
		const source = `import '/${built.fileName}';\n`;
		this.emitFile({ type: 'asset', fileName: 'still.js', source });
	}
};
