import process from 'node:process';
import { counting } from './counting.ts';
import { firstVisit } from './first-visit.ts';
import { goals } from './goals.ts';
import { isReached, type Figure } from './measure.ts';
import { opening } from './opening.ts';
import { pages } from './pages.ts';
import { posts } from './posts.ts';
import { reports } from './reports.ts';
import { seen } from './seen.ts';

const parts: { [name: string]: () => Promise<Figure | Figure[]> } = {
	counting,
	posts,
	opening,
	pages,
	goals,
	reports,
	visit: firstVisit,
	seen
};

// `npm run bench -- posts` measures that alone.
const wanted = process.argv.slice(2);
for (const [name, measure] of Object.entries(parts)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	for (const figure of [await measure()].flat()) report(figure);
}

function report(figure: Figure): void {
	const { name, ours, reference, wanted: limit } = figure;
	console.log(`${name}\n  ours       ${ours}\n  reference  ${reference}`);
	if (!limit) return;
	const bounds = limit.atLeast ? `≥ ${limit.atLeast}` : `≤ ${limit.atMost}`;
	const verdict = isReached(figure) ? 'reached' : 'NOT REACHED';
	console.log(`  ratio      ${limit.ratio.toFixed(2)}, wanted ${bounds}: ${verdict}`);
	if (!isReached(figure)) process.exitCode = 1;
}
