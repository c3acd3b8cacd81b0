import { expect, test as base } from '../support/test.ts';

export { expect };

type Options = {
	/** How many handovers one tablet lives through: some in `npm test`, many in `npm run test:faults`. */
	handovers: number;
	/** How many outcomes wait after a week without network. */
	outcomes: number;
};

export const test = base.extend<Options>({
	handovers: [60, { option: true }],
	outcomes: [100, { option: true }]
});
