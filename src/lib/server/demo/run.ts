import process from 'node:process';
import { monthOf, type Day } from '../../calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { rounded } from '../../rounding.ts';
import type { Acknowledgement } from '../../survey/submission.ts';
import { closeAll } from '../core/database.ts';
import { today } from '../core/environment.ts';
import * as plans from '../plan/plans.ts';
import { addresses } from './addresses.ts';
import { serve, startServer } from './child.ts';
import { editComments } from './editing.ts';
import { makeGoals } from './goals/goals.ts';
import { makeInterviews } from './interviews.ts';
import { begin, finish, isDone, startOver } from './marker.ts';
import { sealPictures, sendPictures, type PicturePost } from './pictures.ts';
import { sealDay, send, type Post } from './post.ts';
import { prepare, type Prepared } from './prepare.ts';
import { makeReports } from './reports.ts';
import { hire } from './staff.ts';

export const takes = { most: 0 };

/**
 * `demo`: fills empty files with an invented year by way of the real server, day by day, and then serves it.
 * A second start serves what is there; an interrupted one starts over.
 */
export async function run(): Promise<void> {
	process.env.DEMO = '1';
	startOver();
	const missing = plans.all().filter((plan) => !isDone(plan.municipality));
	if (missing.length > 0) {
		const municipalities = missing.map((plan) => plan.municipality);
		begin(municipalities);
		await live(missing);
		for (const plan of missing) {
			editComments(plan);
			makeInterviews(plan, today());
			makeGoals(plan, today());
			await makeReports(plan, today());
		}
		finish(municipalities);
	}
	for (const plan of plans.all()) hire(plan, today());
	for (const line of addresses()) console.log(line);
	closeAll();
	await serve();
}

/** A year goes by: on each day that something arrives the server is started, and first publishes what is due. */
async function live(missing: Plan[]): Promise<void> {
	console.log(
		'Making an invented year. It is posted to the real server, so it takes a little while.'
	);
	const started = performance.now();
	const interrupt = (signal: NodeJS.Signals): never =>
		process.exit(signal === 'SIGINT' ? 130 : 143);
	process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
	const prepared: Prepared[] = [];
	for (const plan of missing) prepared.push(await prepare(plan, today()));
	closeAll();

	const days = [
		...new Set(prepared.flatMap(({ given }) => given.phases.map((phase) => phase.today)))
	].sort();
	const replies: Acknowledgement[] = [];
	let counted = 0;
	const sealAll = (day: Day) => Promise.all([sealDay(prepared, day), sealPictures(prepared, day)]);
	let sealing = sealAll(days[0] ?? '');
	for (const [index, day] of days.entries()) {
		const [server, [posts, pictures]] = await Promise.all([startServer(day), sealing]);
		const next = days[index + 1];
		// The next day's answers are sealed while the server counts this day's.
		sealing = sealAll(next ?? '');
		try {
			replies.push(...(await deliver(server.url, posts)));
			counted += await deliverPictures(server.url, pictures);
		} finally {
			await server.stop();
		}
		if (next && monthOf(next) === monthOf(day)) continue;
		const seconds = rounded((performance.now() - started) / 1000, 1);
		console.log(`${monthOf(day)}  ${String(replies.length).padStart(5)} posted  ${seconds} s`);
	}
	process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
	console.log(`${sum(replies)}; ${counted} pictures`);
}

const deliver = async (url: string, posts: Post[]): Promise<Acknowledgement[]> =>
	(await Promise.all(posts.map((post) => send(url, post)))).flat();

const deliverPictures = async (url: string, posts: PicturePost[]): Promise<number> =>
	(await Promise.all(posts.map((post) => sendPictures(url, post)))).reduce((sum, n) => sum + n, 0);

/** As `6803 counted, 61 already-counted, 75 not-counted (code-used)`. */
function sum(replies: Acknowledgement[]): string {
	const kinds = new Map<string, number>();
	for (const reply of replies) {
		const kind = 'reason' in reply ? `${reply.outcome} (${reply.reason})` : reply.outcome;
		kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
	}
	return [...kinds].map(([kind, n]) => `${n} ${kind}`).join(', ');
}
