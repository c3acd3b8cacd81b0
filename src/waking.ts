/** As the framework writes the page's beginning: both files, and then the start. */
const BEGINNING =
	/Promise\.all\(\[(\s*import\("[^"]+"\),\s*import\("[^"]+"\)\s*)\]\)\.then\(\(\[kit, app\]\)/;
/** Where nothing is painted, as in a tab behind the others, it wakes all the same. */
const PATIENCE_MILLISECONDS = 400;

/** Where the framework looks, at its start, for what it kept: it finds nothing by failing, which on a slow phone costs more than its start. */
const NOTHING_KEPT =
	'for(const key of ["scroll","snapshot"])try{sessionStorage["sveltekit:"+key]??="{}"}catch{}';

/**
 * The page is seen first and wakes then: its code is fetched meanwhile, and is not run where it would hold up the paint. Between
 * reading the code and beginning with it is a moment in which a press is heard.
 */
export function afterPaint(html: string): string {
	// At the very end, and not at all on a page that only shows: nothing is sought before it.
	const at = html.lastIndexOf('Promise.all([');
	if (at < 0) return html;
	const waking = html
		.slice(at)
		.replace(
			BEGINNING,
			(_, files: string) =>
				`new Promise((painted) => {requestAnimationFrame(() => setTimeout(painted));setTimeout(painted, ${PATIENCE_MILLISECONDS});}).then(() => {${NOTHING_KEPT}return Promise.all([${files}])}).then((both) => new Promise((rested) => {setTimeout(rested, 0, both);})).then(([kit, app])`
		);
	return html.slice(0, at) + waking;
}
