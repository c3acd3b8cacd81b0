import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** The earliest moment that a ZIP can name, by the clock of wherever this runs: it is written as local time, so it is the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);

/**
 * An Office file is a ZIP of XML. Packed again without the time at which it was made, the same content is the same bytes.
 * @param mend each part by its name, where something in it has to be said otherwise
 */
export function still(file: Uint8Array, mend: { [part: string]: (xml: string) => string } = {}) {
	const parts: Zippable = {};
	for (const [name, bytes] of Object.entries(unzipSync(file))) {
		const change = mend[name];
		parts[name] = [change ? strToU8(change(strFromU8(bytes))) : bytes, { mtime: NO_TIME }];
	}
	return zipSync(parts, { level: 9, mtime: NO_TIME });
}
