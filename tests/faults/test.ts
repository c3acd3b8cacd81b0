import { runnerImport } from 'vite';
import type { Submission } from '../../src/lib/survey/submission.ts';
import type { Handout } from '../../src/lib/survey/handout.ts';
import { expect, test as wired } from '../support/wired.ts';
import { given } from './given.ts';

export { expect };

type Options = {
	/** How many answers a fault meets: some in `npm test`, many in `npm run test:faults`. */
	answers: number;
};
type Given = Pick<Submission, 'answers' | 'comment'>;
export type Town = {
	items: string[];
	key: Handout['key'];
	/** As many answers as the run asks for, or a part of them. */
	give: (part?: number, changed?: Partial<Submission>) => Submission[];
	/** Opens the boxes, and compares them with the list of what was given: each counted, each once, and nothing else. */
	account: (all: Given[]) => Promise<void>;
};

export const test = wired.extend<Options & { town: Town }>({
	answers: [15, { option: true }],
	town: async ({ wired: { site, round }, answers, request }, use, info) => {
		const reply = await request.get(`${site.url}/stevns/api/v1/handout.json`);
		const { key, questionnaires } = (await reply.json()) as Handout;
		const items = questionnaires[round.questionnaire]?.items.map(({ id }) => id) ?? [];
		const { DATA_DIR = '', KEYS_DIR = '' } = site.variables;
		await use({
			items,
			key,
			give: (part = 1, changed = {}) => given(Math.ceil(answers * part), round, items, changed),
			async account(all) {
				const { module } = await runnerImport<typeof import('./opened.ts')>(
					'./tests/faults/opened.ts',
					{ configFile: false }
				);
				const opened = module.open(DATA_DIR, `${KEYS_DIR}/stevns`, round.id);
				const wanted = all.map(({ comment }) => comment).sort();
				const times = new Map(wanted.map((comment) => [comment, 0]));
				for (const each of opened.comments) times.set(each, (times.get(each) ?? 0) + 1);
				const lost = [...times.values()].filter((n) => n === 0).length;
				const twice = [...times.values()].filter((n) => n > 1).length;
				info.annotations.push({ type: 'answers', description: `${all.length} ${lost} ${twice}` });
				expect({ lost, twice }).toEqual({ lost: 0, twice: 0 });
				expect(opened).toEqual({
					counts: recount(all, items),
					comments: wanted,
					receipts: all.length,
					notCounted: 0,
					quarantined: 0
				});
			}
		});
	}
});

/** The counters of answers to the open link, counted by another hand than the program's. */
function recount(all: Given[], items: string[]): { [counter: string]: number } {
	const counts: { [counter: string]: number } = {};
	const add = (name: string) => (counts[name] = (counts[name] ?? 0) + 1);
	for (const { answers } of all) {
		add('open||||answered');
		if (Object.values(answers).some((answer) => typeof answer === 'number')) add('open||||any');
		for (const item of items) add(`open|||${item}|${answers[item] ?? 'skipped'}`);
	}
	return counts;
}
