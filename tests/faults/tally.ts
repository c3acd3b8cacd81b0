import type { FullResult, Reporter, TestCase } from '@playwright/test/reporter';

/** What the whole suite must have carried through. */
const ANSWERS_MIN = 2000;

/** Adds up the accounts of all faults at the end of the run. */
export default class Tally implements Reporter {
	#answers = 0;
	#lost = 0;
	#twice = 0;
	#faults = 0;
	/** What became of each fault of the server's, by the moment that it met. */
	readonly #server: string[][] = [];

	onTestEnd({ annotations }: TestCase): void {
		for (const { type, description = '' } of annotations) {
			if (type === 'fault') this.#server.push(JSON.parse(description) as string[]);
			if (type !== 'answers') continue;
			const [answers = 0, lost = 0, twice = 0] = description.split(' ').map(Number);
			this.#answers += answers;
			this.#lost += lost;
			this.#twice += twice;
			this.#faults += 1;
		}
	}

	async onEnd({ status }: FullResult): Promise<{ status: FullResult['status'] }> {
		for (const [name = '', moment = '', words = ''] of this.#server.sort()) {
			console.log(`${name.padEnd(24)} ${moment.padEnd(10)} ${words}`);
		}
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
