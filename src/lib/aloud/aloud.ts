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

/**
 * Reads blocks one after another; the one being read carries `data-aloud`.
 *
 * @param ondone called once, when all is read or the voice has stopped
 * @returns how to stop it
 */
export function readOut(
	blocks: readonly HTMLElement[],
	voice: SpeechSynthesisVoice,
	ondone: () => void
): () => void {
	const synthesis = globalThis.speechSynthesis;
	let isOver = false;
	const stop = () => {
		if (isOver) return;
		isOver = true;
		blocks.forEach((block) => block.removeAttribute('data-aloud'));
		synthesis.cancel();
		ondone();
	};
	const read = (at: number) => {
		const block = blocks[at];
		if (!block) return stop();
		const words = new SpeechSynthesisUtterance(block.innerText);
		words.voice = voice;
		words.lang = voice.lang;
		block.setAttribute('data-aloud', '');
		block.scrollIntoView({ block: 'nearest' });
		words.onend = () => {
			block.removeAttribute('data-aloud');
			if (!isOver) read(at + 1);
		};
		words.onerror = stop;
		synthesis.speak(words);
	};
	// A voice that was left behind by another page would go first.
	synthesis.cancel();
	read(0);
	return stop;
}
