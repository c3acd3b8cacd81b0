/** Reading a page aloud by the device's own voice. */

/** What a page is read by: its headings and running text, and the words of what can be chosen. Buttons are not read. */
const BLOCKS = 'h1, h2, h3, legend, label, p, li, dt, dd, summary, caption';
/** Something that is on the screen and is not to be read carries this attribute. */
const SILENT = '[data-silent]';

/** The blocks of text that are on the screen, in their order; one inside another is part of it. */
export const blocksIn = (root: HTMLElement): HTMLElement[] =>
	[...root.querySelectorAll<HTMLElement>(BLOCKS)].filter(
		(block) =>
			block.checkVisibility() &&
			!block.closest(SILENT) &&
			!block.parentElement?.closest(BLOCKS) &&
			block.innerText.trim() !== ''
	);

/** How fast a voice can be asked to read; 1 is its own speed. */
export const SPEEDS = [0.6, 0.8, 1, 1.25, 1.5] as const;

export type Reading = {
	stop: () => void;
	/** What is being read is read again from its beginning: a voice that stands still is lost on some telephones. */
	pause: () => void;
	resume: () => void;
	/** From the block that is being read on. */
	speed: (rate: number) => void;
};

/**
 * Reads blocks one after another; the one being read carries `data-aloud`.
 *
 * @param ondone called once, when all is read or the voice has stopped
 */
export function readOut(
	blocks: readonly HTMLElement[],
	voice: SpeechSynthesisVoice,
	ondone: () => void
): Reading {
	const synthesis = globalThis.speechSynthesis;
	let at = 0;
	let rate = 1;
	let isOver = false;
	/** What is being said: the end of anything else, which was broken off, means nothing. */
	let said: SpeechSynthesisUtterance | undefined;
	const hush = () => {
		said = undefined;
		synthesis.cancel();
	};
	const stop = () => {
		if (isOver) return;
		isOver = true;
		blocks.forEach((block) => block.removeAttribute('data-aloud'));
		hush();
		ondone();
	};
	const read = () => {
		const block = blocks[at];
		if (!block) return stop();
		const words = new SpeechSynthesisUtterance(block.innerText);
		words.voice = voice;
		words.lang = voice.lang;
		words.rate = rate;
		block.setAttribute('data-aloud', '');
		block.scrollIntoView({ block: 'nearest' });
		words.onend = () => {
			if (isOver || said !== words) return;
			block.removeAttribute('data-aloud');
			at += 1;
			read();
		};
		words.onerror = () => {
			if (said === words) stop();
		};
		said = words;
		synthesis.speak(words);
	};
	// A voice that was left behind by another page would go first.
	synthesis.cancel();
	read();
	return {
		stop,
		pause: hush,
		resume: () => {
			if (!isOver && !said) read();
		},
		speed: (wanted) => {
			rate = wanted;
			if (!said) return;
			hush();
			read();
		}
	};
}
