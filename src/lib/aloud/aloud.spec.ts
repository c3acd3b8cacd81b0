import { beforeEach, expect, it, vi } from 'vitest';
import { readOut } from './aloud.ts';

type Said = { text: string; rate: number; onend?: () => void; onerror?: () => void };
let spoken: Said[];
const block = (text: string) => {
	const marks = new Set<string>();
	return {
		innerText: text,
		setAttribute: (name: string) => void marks.add(name),
		removeAttribute: (name: string) => void marks.delete(name),
		scrollIntoView: () => undefined,
		isMarked: () => marks.has('data-aloud')
	};
};
const page = [block('Din samtale'), block('Udsagn 1 af 4')];
const blocks = page as unknown as HTMLElement[];
const voice = { lang: 'da-DK' } as SpeechSynthesisVoice;
const texts = () => spoken.map(({ text, rate }) => `${text} ${rate}`);

beforeEach(() => {
	spoken = [];
	vi.stubGlobal('speechSynthesis', {
		speak: (each: Said) => void spoken.push(each),
		// As browsers do: what is broken off ends too.
		cancel: () => spoken.at(-1)?.onend?.()
	});
	vi.stubGlobal(
		'SpeechSynthesisUtterance',
		class {
			lang = '';
			rate = 1;
			constructor(public text: string) {}
		}
	);
});

it('reads one block after another, marks the one that is read, and is over once', () => {
	const over = vi.fn();
	readOut(blocks, voice, over);
	expect(page.map((each) => each.isMarked())).toEqual([true, false]);
	spoken.at(-1)?.onend?.();
	expect(page.map((each) => each.isMarked())).toEqual([false, true]);
	spoken.at(-1)?.onend?.();
	expect(texts()).toEqual(['Din samtale 1', 'Udsagn 1 af 4 1']);
	expect(over).toHaveBeenCalledTimes(1);
	expect(page.some((each) => each.isMarked())).toBe(false);
});

it('pauses where it is, and goes on with the same block', () => {
	const reading = readOut(blocks, voice, vi.fn());
	reading.pause();
	expect(texts()).toEqual(['Din samtale 1']);
	reading.resume();
	expect(texts()).toEqual(['Din samtale 1', 'Din samtale 1']);
	spoken.at(-1)?.onend?.();
	expect(texts().at(-1)).toBe('Udsagn 1 af 4 1');
});

it('reads faster from the block that is being read, and not at all while it is paused', () => {
	const reading = readOut(blocks, voice, vi.fn());
	reading.speed(1.5);
	expect(texts()).toEqual(['Din samtale 1', 'Din samtale 1.5']);
	reading.pause();
	reading.speed(0.8);
	expect(spoken).toHaveLength(2);
	reading.resume();
	expect(texts().at(-1)).toBe('Din samtale 0.8');
});

it('is silent after it was stopped', () => {
	const over = vi.fn();
	const reading = readOut(blocks, voice, over);
	reading.stop();
	reading.resume();
	expect(spoken).toHaveLength(1);
	expect(over).toHaveBeenCalledTimes(1);
});
