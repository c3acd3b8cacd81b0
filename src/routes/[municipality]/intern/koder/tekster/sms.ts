/** The alphabet that an SMS is cheapest in, 160 letters to a message; any letter outside it makes that 70. */
const BASIC = /[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]/;
/** Of the alphabet too, but each is sent as an escape and a letter, which stay in one message. */
const EXTENDED = /[\f^{}\\[~\]|€]/;

/** How many messages a text is charged as. */
export function partsOf(text: string): number {
	const letters = [...text];
	const isCheap = letters.every((letter) => BASIC.test(letter) || EXTENDED.test(letter));
	// What is outside the common letters of all scripts, such as an emoji, takes two and stays in one message as well.
	const sizes = letters.map((letter) =>
		isCheap ? (EXTENDED.test(letter) ? 2 : 1) : letter.length
	);
	const all = sizes.reduce((sum, size) => sum + size, 0);
	const [single, joined] = isCheap ? [160, 153] : [70, 67];
	if (all <= single) return 1;
	let parts = 1;
	let room = joined;
	for (const size of sizes) {
		if (size > room) {
			parts += 1;
			room = joined;
		}
		room -= size;
	}
	return parts;
}
