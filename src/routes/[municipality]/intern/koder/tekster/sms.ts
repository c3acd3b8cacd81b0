/** The letters of the alphabet that an SMS is cheapest in; any other makes it one of 70 letters instead of 160. */
const GSM = /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà]*$/u;

/** How many messages a text is charged as. */
export function partsOf(text: string): number {
	const [single, joined] = GSM.test(text) ? [160, 153] : [70, 67];
	return text.length <= single ? 1 : Math.ceil(text.length / joined);
}
