import type { FullResult, Reporter, TestCase } from '@playwright/test/reporter';

/** What the whole suite must have carried through. */
const ANSWERS_MIN = 2000;

/** Adds up the accounts of all faults at the end of the run. */
export default class Tally implements Reporter {
	#answers = 0;
	#lost = 0;
	#twice = 0;
	#faults = 0;

	onTestEnd({ annotations }: TestCase): void {
		for (const { type, description = '' } of annotations) {
			if (type !== 'answers') continue;
			const [answers = 0, lost = 0, twice = 0] = description.split(' ').map(Number);
			this.#answers += answers;
			this.#lost += lost;
			this.#twice += twice;
			this.#faults += 1;
		}
	}

	async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] }> {
		console.log(
			`\n${this.#faults} faults, ${this.#answers} answers given: ${this.#lost} lost, ${this.#twice} counted twice`
		);
		const isEnough = this.#answers >= ANSWERS_MIN;
		if (!isEnough) console.log(`That is fewer than ${ANSWERS_MIN} answers.`);
		return { status: isEnough ? status : 'failed' };
	}

	printsToStdio(): boolean {
		return true;
	}
}
