import type { Page } from '@playwright/test';
import type { Language } from '../../src/lib/i18n/messages.ts';
import type { NotOfferedReason } from '../../src/lib/survey/submission.ts';
import { caseworkerWords, wordsOf } from './words.ts';

/** What a citizen does with the screen, from the languages on. An answer is a value of the form, or none for skipping. */
export type Doing =
	| { kind: 'answers'; answers: (string | undefined)[]; comment?: string; changesMind?: boolean }
	| { kind: 'declines' | 'goes-home'; after?: (string | undefined)[] };

type Press = { tap: string } | { choose: [name: string, value: string] } | { write: string };

/** One handover through the screen, from the caseworker's face to the thanks. */
export async function handOver(page: Page, language: Language, doing: Doing): Promise<void> {
	await press(page, [{ tap: caseworkerWords.give }]);
	await doIt(page, language, doing);
}

/** What the citizen does who has the screen in hand. */
export const doIt = (page: Page, language: Language, doing: Doing): Promise<void> =>
	press(page, [...pressesOf(language, doing), { tap: wordsOf(language).t.thanks.done }]);

export const noteNotAsked = (page: Page, reason: NotOfferedReason): Promise<void> =>
	press(page, [{ tap: caseworkerWords.notAsked }, { tap: caseworkerWords.reason[reason] }]);

function pressesOf(language: Language, doing: Doing): Press[] {
	const { name, m, t } = wordsOf(language);
	const given = doing.kind === 'answers' ? doing.answers : (doing.after ?? []);
	const statements = given.flatMap((answer, i): Press[] =>
		answer === undefined
			? [{ tap: m.form.skip }]
			: [{ choose: [`answer-${ITEMS[i]}`, answer] }, { tap: m.form.next }]
	);
	const begun: Press[] = [{ tap: name }, { tap: m.form.begin }, ...statements];
	if (doing.kind === 'answers') {
		return [
			...begun,
			...(doing.changesMind ? changing(t) : []),
			{ write: doing.comment ?? '' },
			{ tap: m.form.next },
			{ tap: m.form.send }
		];
	}
	const out: Press[] =
		doing.kind === 'declines'
			? [{ tap: t.decline }, { tap: t.leaving.declined.confirm }]
			: [{ tap: t.home }, { tap: t.leaving.later.confirm }, { tap: t.code.done }];
	return doing.after ? [...begun, ...out] : [{ tap: name }, ...out];
}

const changing = (t: ReturnType<typeof wordsOf>['t']): Press[] => [
	{ tap: t.decline },
	{ tap: t.leaving.back },
	{ tap: t.home },
	{ tap: t.leaving.back }
];

/** The statements of Stevns, in their order. */
export const ITEMS = ['a', 'b', 'c', 'd'];

/**
 * Presses what is on the screen, one after the other, each as soon as it is there: inside the page, as a robot's round trip
 * for each tap would take most of a test's time.
 */
export const press = (page: Page, presses: Press[]): Promise<void> =>
	page.evaluate(async (all) => {
		const breath = () =>
			new Promise((resolve) => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = resolve;
				port2.postMessage(0);
			});
		const isSeen = (element: HTMLElement) => element.getClientRects().length > 0;
		const button = (text: string) =>
			[...document.querySelectorAll('button')].find(
				(each) => isSeen(each) && each.innerText.trim() === text
			);
		async function found<T>(find: () => T | null | undefined, what: string): Promise<T> {
			const from = performance.now();
			for (let tries = 0; ; tries++) {
				const element = find();
				if (element) return element;
				// By count: a test's clock may stand still.
				if (tries > 20_000) {
					throw new Error(
						`not there after ${performance.now() - from}: ${what}\n${document.body.innerText}`
					);
				}
				await breath();
			}
		}
		for (const each of all) {
			// So that the page has drawn what the last one did.
			await breath();
			if ('tap' in each) (await found(() => button(each.tap), each.tap)).click();
			else if ('choose' in each) {
				const [name, value] = each.choose;
				const selector = `input[name="${name}"][value="${value}"]`;
				const input = await found(() => {
					const there = document.querySelector<HTMLInputElement>(selector);
					return there && isSeen(there) ? there : null;
				}, selector);
				input.click();
			} else {
				const area = await found(() => document.querySelector('textarea'), 'textarea');
				area.value = each.write;
				area.dispatchEvent(new InputEvent('input', { bubbles: true }));
			}
		}
	}, presses);
