/** Semicolons and a byte order mark: what a Danish spreadsheet opens with its letters and columns in place. */
export const file = (rows: readonly (readonly (string | number)[])[]): string =>
	`\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;

/** A text that a spreadsheet would take for a formula gets an apostrophe, which shows that it is a text. */
function cell(value: string | number): string {
	if (typeof value === 'number') return String(value);
	const text = /^[=+\-@\t\r\n]|^[\s\u200B\uFEFF]+[=+\-@]|^[＝＋－＠]/.test(value)
		? `'${value}`
		: value;
	return /[";\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
